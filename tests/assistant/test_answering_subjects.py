"""Several things that a question asks about are told apart."""

from __future__ import annotations

import pytest

from assistant.answering.subjects import subjects
from assistant.lexicon import stem
from tests.assistant.drafted import part, terms


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hur mycket får Fyren?", [{"fyren"}]),
        ("Hur mycket får Fyren och Bryggan?", [{"fyren"}, {"bryggan"}]),
        ("Vad gör Region Skåne?", [{"region", "skåne"}]),
        ("Hur mycket fick VSB och administration?", [{"vsb"}, {"administration"}]),
        ("Hur mycket fick administration respektive VSB?", [{"vsb"}, {"administration"}]),
        ("Hur mycket gick till VSB och till administration?", [{"vsb"}, {"administration"}]),
        ("Hur mycket fick löner och lokaler?", []),
        ("Hur mycket fick löner och lokaler i Fyren?", [{"fyren"}]),
        ("Vad hade gått åt i mars och april?", []),
        ("Vad hade Fyren förbrukat i mars 2031?", [{"fyren"}]),
        ("Vad är målgruppen?", []),
    ],
)
def test_what_is_asked_about(question: str, expected: list[set[str]]) -> None:
    """Each name is one; a common word is one only beside a name, and a month is none."""
    found = subjects(part(question), terms(question))
    assert {*found} == {frozenset(map(stem, one)) for one in expected}
    assert len(found) == len(expected)
