"""Who gives and who is given to, who acts and who is only consulted."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.roles import is_given_wrongly, is_governed

GIVEN = "Uppdrag av styrelsen: Utredaren fick i uppdrag att räkna platserna."


@pytest.mark.parametrize(
    ("sentence", "own", "wrong"),
    [
        ("Styrelsen gav utredaren i uppdrag att räkna platserna.", GIVEN, False),
        ("I maj gav styrelsen utredaren i uppdrag att räkna platserna.", GIVEN, False),
        ("Utredaren fick i uppdrag av styrelsen att räkna platserna.", GIVEN, False),
        ("Utredaren gav styrelsen i uppdrag att räkna platserna.", GIVEN, True),
        ("I maj gav utredaren styrelsen i uppdrag att räkna platserna.", GIVEN, True),
        ("Styrelsen fick i uppdrag att räkna platserna.", GIVEN, True),
        ("Styrelsen fick i uppdrag att räkna.", "Revisorn gav styrelsen i uppdrag att räkna.", False),
        ("Revisorn fick i uppdrag att räkna.", "Revisorn gav styrelsen i uppdrag att räkna.", True),
        ("The board gave the director a task.", "Styrelsen gav förbundschefen en uppgift.", False),
        ("The director gave the board a task.", "Styrelsen gav förbundschefen en uppgift.", True),
        ("Styrelsen väljer revisorn.", "Styrelsen väljer revisorn.", False),
    ],
)
def test_who_gives_is_not_who_is_given_to(sentence: str, own: str, wrong: bool) -> None:
    assert is_given_wrongly(sentence, own) is wrong


@pytest.mark.parametrize(
    ("sentence", "own", "wrong"),
    [
        ("Rådet har tillsyn.", "Nämnden har tillsyn, i samråd med Rådet.", True),
        ("Rådet har tillsyn.", "Rådet har tillsyn, i samråd med Nämnden.", False),
        ("ALFA föreslog en enhet.", "BETA föreslog en enhet, till exempel hos ALFA eller BETA.", True),
        ("BETA föreslog en enhet.", "BETA föreslog en enhet, till exempel hos ALFA eller BETA.", False),
        ("Rådet äger Fyren.", "Fyren ägs av Rådet.", False),
        ("Rådet leder kursen.", "Kursen hålls med Rådet.", False),
    ],
    ids=["consulted", "acting", "an example", "its own", "in the passive", "another verb"],
)
def test_what_a_preposition_governs_does_not_act(sentence: str, own: str, wrong: bool) -> None:
    assert is_governed(sentence, own) is wrong
