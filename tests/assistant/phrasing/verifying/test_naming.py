"""Whether a place names what a sentence names."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.naming import Naming
from tests.assistant.drafted import NO_GLOSSARY, heading, paragraph
from tests.assistant.phrasing.verifying.resting import place


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Stegen i Ystad leds av Ada Ek (x).", False),
        ("Stegen i Ystad leds av Ada Ek (z).", True),
        ("Stegen i Tomelilla leds av Ada Ek.", True),
        ("Stegen leds av Ada Alm.", True),
    ],
)
def test_a_name_must_stand_there(sentence: str, wrong: bool) -> None:
    there = place("Stegen i Ystad leds av Ada Ek (x).")
    assert Naming(NO_GLOSSARY).misnames(sentence, there) is wrong


@pytest.mark.parametrize(("sentence", "wrong"), [("FYR Vux startade 2031.", True), ("FYR Unga startade 2031.", False)])
def test_what_only_stands_above_is_not_what_the_place_is_about(sentence: str, wrong: bool) -> None:
    there = place("FYR Unga startade 2031.", heading("FYR Vux"), paragraph("FYR Unga startade 2031."))
    assert Naming(NO_GLOSSARY).misnames(sentence, there) is wrong
