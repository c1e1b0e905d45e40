"""An abbreviation is asked for, and found where it is spelled out."""

from __future__ import annotations

import pytest

from assistant.answering.abbreviations import asked_abbreviation, spelled_out
from tests.assistant.drafted import document, paragraph, part


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Vad står NNS för?", "NNS"),
        ("Vad betyder IoF?", "IoF"),
        ("Hur utläses SUS?", "SUS"),
        ("What does ESF stand for?", "ESF"),
        ("Vad kostar FRAM?", ""),
        ("Vad står förbundet för?", ""),
        ("", ""),
    ],
)
def test_what_is_asked(question: str, expected: str) -> None:
    assert asked_abbreviation(part(question)) == expected


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Först detta. NNS (Nationella nätverket) samlar alla. Sist.", "NNS (Nationella nätverket) samlar alla."),
        ("Ett stöd är Nationella nätverket (NNS). Mer.", "Ett stöd är Nationella nätverket (NNS)."),
        ("NNS: Nationella nätverket för samordning", "NNS: Nationella nätverket för samordning"),
        ("Den har NNS, nationella nätverket. Mer.", "Den har NNS, nationella nätverket."),
        ("Vi möter NNS, nästa gång i maj.", None),
        ("Vi möter NNS, Nationella och andra.", None),
        ("Vi möter NNS, som är ett nätverk.", None),
        ("NNS är en förkortning av Nationella nätverket.", "NNS är en förkortning av Nationella nätverket."),
        ("NNS (se nedan i planen) samlar alla.", None),
        ("Mötet hölls av flera deltagare (NNS).", None),
        ("NNS möts två gånger om året.", None),
    ],
)
def test_where_it_is_spelled_out(text: str, sentence: str | None) -> None:
    """The whole sentence; something in brackets without the first letter is no spelling out."""
    read = document(paragraph(text))
    found = [read.text[start:end] for _, start, end in spelled_out("NNS", [read])]
    assert found[:1] == ([sentence] if sentence else [])
