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
                    "Hur ansöker man om medel från Finsam i Malmö?",
                    "Vad är ändamålet med finansiell samordning?",
                    "Vilka uppgifter har ett samordningsförbund enligt lagen?",
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
                    "Vad fick Malmökraften i budget 2026?",
                ),
            ),
        ),
        "en": (
            (
                "examples_partner",
                (
                    "How do you apply for funds from Finsam i Malmö?",
                    "What is the purpose of financial coordination?",
                    "Which tasks does the law give a coordination association?",
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
                    "What did Malmökraften get in the 2026 budget?",
                ),
            ),
        ),
    }
)
