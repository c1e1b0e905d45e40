"""Questions to start with, for each of the three kinds of user."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

Groups = tuple[tuple[str, tuple[str, ...]], ...]
"""(key of the group's heading in :mod:`assistant.ui.texts`, questions)."""

EXAMPLES: Mapping[str, Groups] = MappingProxyType(
    {
        "sv": (
            (
                "examples_partner",
                (
                    "Vem kan delta i en insats som Finsam finansierar?",
                    "Vad får samordningsförbundets medel användas till?",
                    "Hur ansöker man om medel från Finsam i Malmö?",
                ),
            ),
            (
                "examples_office",
                (
                    "Hur mycket finns kvar att fördela under 2026?",
                    "Vilka prioriteringar gäller för nya insatser?",
                    "Vad krävs för att en insats ska räknas som samordnad rehabilitering?",
                ),
            ),
            (
                "examples_board",
                (
                    "Vilka beslut fattade styrelsen 2022?",
                    "Vilka insatser finns i budgeten för 2026?",
                    "Vilka mål gällde 2018?",
                ),
            ),
        ),
        "en": (
            (
                "examples_partner",
                (
                    "Who can take part in an initiative funded by Finsam?",
                    "What may the association's funds be used for?",
                    "How do you apply for funds from Finsam i Malmö?",
                ),
            ),
            (
                "examples_office",
                (
                    "How much is left to distribute in 2026?",
                    "Which priorities apply to new initiatives?",
                    "What counts as coordinated rehabilitation?",
                ),
            ),
            (
                "examples_board",
                (
                    "What did the board decide in 2022?",
                    "Which initiatives are in the budget for 2026?",
                    "Which goals applied in 2018?",
                ),
            ),
        ),
    }
)
