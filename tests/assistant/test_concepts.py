"""A question without the documents' own word for its subject still implies it."""

from __future__ import annotations

from pathlib import Path

import pytest

import assistant
from assistant.concepts import implied_words


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Vem kan delta i insatserna?", "målgrupp"),
        ("VEM FÅR VARA MED?", "målgrupp"),
        ("Who can take part?", "målgrupp"),
        ("Vad kan Finsam finansiera?", "insatser"),
        ("Hur söker man pengar?", "ansökan"),
        ("Vem bestämmer om pengarna?", "styrelsen"),
        ("Varför finns förbundet?", "syfte"),
    ],
)
def test_what_is_implied(question: str, word: str) -> None:
    assert word in implied_words(question).split()


@pytest.mark.parametrize("question", ["", "Hur mycket får Kompassen?", "Vem äger Fyren?"])
def test_what_implies_nothing(question: str) -> None:
    assert implied_words(question) == ""


def test_every_row_is_a_pattern_and_its_words() -> None:
    lines = (Path(assistant.__file__).parent / "concepts.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert len(rows) >= 8
    assert all(len(row) == 2 and all(cell.strip() for cell in row) for row in rows)
