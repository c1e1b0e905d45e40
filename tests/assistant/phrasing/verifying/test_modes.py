"""What may, must or should be done, compared verb by verb."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.modes import done, moded, of_another_mode


def test_a_mode_is_of_the_words_right_after_it() -> None:
    (found,) = moded("Rådet ska i år betala avgiften, men sjukhuset väntar.")
    assert (found.mode, [word.lower for word in found.words]) == ("must", ["betala", "avgiften"])


@pytest.mark.parametrize(("text", "modes"), [("Han behöver söka jobb.", ["need"]), ("Han behöver stora lån.", [])])
def test_a_need_is_a_mode_of_something_to_be_done(text: str, modes: list[str]) -> None:
    assert [one.mode for one in moded(text)] == modes


@pytest.mark.parametrize(
    ("sentence", "differs"),
    [
        ("Rådet ska granska planen.", False),
        ("Rådet får granska planen.", True),
        ("Rådet får ändra avgiften.", False),
        ("Rådet ska ändra avgiften.", True),
        ("Rådet bör granska planen.", True),
        ("Rådet granskar planen.", False),
    ],
)
def test_each_verb_keeps_its_mode(sentence: str, differs: bool) -> None:
    assert of_another_mode(sentence, "Rådet ska granska planen, men får ändra avgiften.") is differs


def test_what_is_to_be_done_is_the_verb() -> None:
    assert [word.lower for word in done("Rådet ska granska planen, men kan dröja.")] == ["granska", "dröja"]
