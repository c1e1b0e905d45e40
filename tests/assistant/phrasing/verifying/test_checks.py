"""Each check of the sequence finds what it is there for, and nothing where the place says the same."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.checks import (
    CHECKS,
    CHECKS_OF_THE_WHOLE,
    Context,
    reason_against,
    reason_against_the_whole,
)
from assistant.phrasing.verifying.information import Information
from assistant.phrasing.verifying.naming import Naming
from assistant.phrasing.verifying.verdict import Reason
from tests.assistant.drafted import NO_GLOSSARY
from tests.assistant.phrasing.verifying.resting import place

NAMING = Naming(NO_GLOSSARY)
CONTEXT = Context("", "sv", NAMING, Information(lambda word: 4.0, NAMING.phrases, "", "sv"))


@pytest.mark.parametrize(
    ("check", "sentence", "own", "reason"),
    [
        ("_figures", "Rådet har tre kurser.", "Rådet har fyra kurser.", Reason.FIGURE),
        ("_names", "Rådet äger Fyren.", "Rådet äger Stegen.", Reason.NAME),
        ("_words", "Rådet ordnar danskurser.", "Rådet ordnar kurser.", Reason.UNSUPPORTED),
        ("_contrasts", "Kansliet ordnar kurser.", "Styrelsen ordnar kurser.", None),
        ("_signs_added", "Rådet ordnar bara kurser.", "Rådet ordnar kurser.", Reason.STRENGTH),
        ("_signs_left_out", "Rådet ordnar kurser.", "Rådet ordnar kanske kurser.", Reason.STRENGTH),
        ("_denials_turned", "Rådet ordnar inte kurser.", "Rådet ordnar kurser, men betalar inte.", Reason.NEGATION),
        ("_another_actor", "Revisorn väljer ordförande.", "Ordförande väljer revisorn.", Reason.NAME),
        ("_wish_told_as_done", "Kurserna ordnades.", "Målet är att kurserna ordnas.", Reason.STRENGTH),
        ("_names_turned_round", "Alfa äger Beta.", "Beta äger Alfa.", Reason.NAME),
        ("_another_role", "Rådet har tillsyn.", "Kontoret har tillsyn i samråd med Rådet.", Reason.NAME),
        ("_misquoted", "Rådet ordnar ”fina kurser”.", "Rådet ordnar kurser, som är fina.", Reason.UNSUPPORTED),
        ("_another_mode", "Rådet ska ordna kurser.", "Rådet får ordna kurser och ska betala.", Reason.STRENGTH),
        ("_condition_dropped", "Rådet ordnar kurser.", "Rådet ordnar kurser, förutsatt att pengar finns.", None),
        ("_alternative_dropped", "Alla har upplevd ohälsa.", "Alla har upplevd eller dokumenterad ohälsa.", None),
        ("_content_dropped", "Rådet ansvarar för kurserna.", "Kurserna: rådet ansvarar för att lokaler städas.", None),
    ],
)
def test_a_check_of_a_text(check: str, sentence: str, own: str, reason: Reason | None) -> None:
    """None as a reason here: another check may find it first."""
    there = place(own)
    found = [(one.__name__, why) for one in CHECKS if (why := one(sentence, there, CONTEXT))]
    assert check in dict(found)
    assert reason in (None, reason_against(sentence, there, CONTEXT))
    assert reason_against(own, there, CONTEXT) is None


def test_each_check_is_tried_above() -> None:
    (marks,) = [mark for mark in test_a_check_of_a_text.pytestmark if mark.name == "parametrize"]
    assert {case[0] for case in marks.args[1]} == {one.__name__ for one in CHECKS}


@pytest.mark.parametrize(
    ("sentence", "own", "reason"),
    [
        ("Räntan är 5 Mkr.", "Kapital och ränta är 5 Mkr.", Reason.FIGURE),
        (
            "STEG har byggts om, och FYR har tillkommit.",
            "STEG har tillkommit, och FYR har byggts om.",
            Reason.NAME,
        ),
        ("Kursen är dyr men lokalen är billig.", "Kursen är billig, men lokalen är dyr.", Reason.UNSUPPORTED),
        ("Kursen är billig, men lokalen är dyr.", "Kursen är billig, men lokalen är dyr.", None),
    ],
)
def test_a_check_of_the_whole(sentence: str, own: str, reason: Reason | None) -> None:
    there = place(own)
    assert reason_against_the_whole(sentence, [there], CONTEXT) is reason
    fired = [one for one in CHECKS_OF_THE_WHOLE if one(sentence, there, CONTEXT)]
    assert len(fired) == (reason is not None)
