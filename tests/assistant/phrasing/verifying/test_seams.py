"""Where a text is cut, and for what: the same text is cut otherwise for another purpose."""

from __future__ import annotations

import re

import pytest

from assistant.phrasing.verifying import seams

TEXT = "Rådet väljer kassör och revisor, men betalar när kursen börjar, och Fyren väntar"


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        (seams.PART, ["Rådet väljer kassör", "revisor", "betalar när kursen börjar", "Fyren väntar"]),
        (seams.LIMIT_ENDS, ["Rådet väljer kassör och revisor", "betalar när kursen börjar", "Fyren väntar"]),
        (seams.MODE_ENDS, ["Rådet väljer kassör och revisor", "betalar", "kursen börjar", "Fyren väntar"]),
        (seams.ACTOR_ENDS, ["Rådet väljer kassör och revisor", "betalar", "kursen börjar", "Fyren väntar"]),
        (seams.SUBJECT_ENDS, ["Rådet väljer kassör och revisor", "betalar när kursen börjar", "Fyren väntar"]),
        (seams.SIDES, ["Rådet väljer kassör och revisor", "betalar när kursen börjar, och Fyren väntar"]),
    ],
)
def test_each_purpose_has_its_own_cuts(pattern: re.Pattern[str], parts: list[str]) -> None:
    found = (re.sub(r"^(?:och|men|när)\b", "", part.strip()).strip() for part in pattern.split(TEXT))
    assert [part for part in found if part] == parts


def test_a_denial_reaches_over_a_list_but_not_over_what_is_said() -> None:
    assert len(seams.DENIAL_ENDS.split("Rådet vill inte ha kurser, och sa då")) == 1
    assert len(seams.DENIAL_ENDS.split("Rådet vill inte säga att det betalar")) == 2
    assert len(seams.DENIAL_ENDS.split("Rådet vill inte att det betalar")) == 1


def test_an_abbreviation_ends_no_sentence() -> None:
    assert not seams.NEW_SENTENCE.search("Rådet har t.ex. kurser")
    assert seams.NEW_SENTENCE.search("Rådet har kurser. Fyren väntar")
