"""Amounts and texts as they are shown."""

from __future__ import annotations

from assistant.writing import in_kronor, printable, spaced


def test_printable_keeps_the_space_that_does_not_break() -> None:
    assert printable(" a\n\tb\x00c\u00a0d ") == "a b c\u00a0d"


def test_amounts_have_spaces_that_do_not_break() -> None:
    assert spaced(999) == "999"
    assert in_kronor(-1_395_000) == "-1\u00a0395\u00a0000\u00a0kr"
