"""Goals and plans that are told as reached."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.tenses import told_as_done


@pytest.mark.parametrize(
    ("sentence", "own", "wrong"),
    [
        ("Rådet ordnade två kurser.", "Rådet ska ordna två kurser.", True),
        ("Rådet ska ordna två kurser.", "Rådet ska ordna två kurser.", False),
        ("Rådet ordnade två kurser.", "Rådet har ordnat två kurser.", False),
        ("Stödet är gratis.", "Stödet ska vara gratis.", True),
        ("Rådet ordnar kurser.", "Rådet ordnar kurser.", False),
    ],
)
def test_what_is_wanted_is_not_done(sentence: str, own: str, wrong: bool) -> None:
    assert told_as_done(sentence, own, targets=False) is wrong


def test_a_row_of_goals_has_not_happened() -> None:
    assert told_as_done("Stegen fick 40 deltagare.", "Stegen: Deltagare 40", targets=True, row=True)
    assert not told_as_done("Stegen fick 40 deltagare.", "Stegen: Deltagare 40", targets=False, row=True)
