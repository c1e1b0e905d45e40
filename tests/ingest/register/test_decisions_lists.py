"""Decisions told in lists and tables: by day, below a lead-in, a row each."""

from __future__ import annotations

import pytest

from ingest.register.model import Stance
from tests.ingest.register.deciding import told

BY_DAY = """\
# Plan 2032

## {heading}

- 3 mars 2031, § 11: Bryggan förlängs med ett år. Skälet är att kön är lång.
- Den 9 maj 2031 (§ 19): Ansökan från Granby kommun om 350 tkr till Lyktan avslås.
- § 27: Planen för 2032 fastställs.
- 4 juni 2031, § 30: Kansliet föreslår en ny modell.
"""


@pytest.mark.parametrize("heading", ["7. Beslut i styrelsen", "Styrelsens beslut 2031", "Styrelsebeslut"])
def test_a_list_by_day_and_number_below_a_heading_is_told(heading: str) -> None:
    """Each item with its own day and number; what was only proposed is no decision."""
    found = told(BY_DAY.format(heading=heading), type="verksamhetsplan")
    assert [(one.date, one.paragraph, one.stance, one.body) for one in found] == [
        ("2031-03-03", "§ 11", Stance.DECIDED, "styrelsen"),
        ("2031-05-09", "§ 19", Stance.REJECTED, "styrelsen"),
        ("2031", "§ 27", Stance.DECIDED, "styrelsen"),
    ]
    assert [one.what for one in found][1:] == [
        "Ansökan från Granby kommun om 350 tkr till Lyktan avslås",
        "Planen för 2032 fastställs",
    ]
    assert (found[0].reason, found[1].sek, found[1].initiatives) == ("kön är lång", 350_000, ("Lyktan",))


@pytest.mark.parametrize(
    "text",
    [
        "# Plan\n\n## Beslut i styrelsen\n\n- Budget och plan kräver enighet.\n- Val sker öppet.\n",
        "# Plan\n\n## Tidplan\n\n- 3 mars 2031: Bryggan förlängs.\n- 9 maj 2031: Lyktan stänger.\n",
    ],
    ids=["rules", "another heading"],
)
def test_other_lists_below_a_heading_are_none(text: str) -> None:
    assert told(text) == ()


LISTED = """\
Styrelsens arbete

Styrelsen har haft fem möten. Väsentliga styrelsebeslut under verksamhetsåret:

att anställa en processledare på halvtid,
att avslå ansökan från Lyktan eftersom målgruppen är för snäv, samt
att ställa sig positiv till en gemensam ansökan på 700 000 kr om Bryggan.

Förslag till beslut

Styrelsen föreslås besluta:

- Att godkänna planen för 2032
- Att fastställa budgeten för 2032

Mål för året

Styrelsen ska verka för följande:

- Att öka kunskapen om samverkan
"""


def test_a_list_under_a_lead_in_is_told_clause_by_clause() -> None:
    """The lead-in gives body and time; what the board is asked to decide, and goals, are no decisions."""
    found = told(LISTED)
    assert [(one.what, one.stance, one.reason, one.sek) for one in found] == [
        ("att anställa en processledare på halvtid", Stance.DECIDED, "", None),
        ("att avslå ansökan från Lyktan", Stance.REJECTED, "målgruppen är för snäv", None),
        ("att ställa sig positiv till en gemensam ansökan på 700 000 kr om Bryggan", Stance.POSITIVE, "", 700_000),
    ]
    assert {(one.body, one.date, one.date_kind) for one in found} == {("styrelsen", "2031", "period")}
    assert [one.initiatives for one in found] == [(), ("Lyktan",), ("Bryggan",)]


def test_a_table_of_decisions_gives_a_row_each() -> None:
    table = (
        "| Datum | Beslut |\n|---|---|\n| 2031-02-03 | Anställa en samordnare |\n| 2031-05-06 | Avslag till Lyktan |\n"
    )
    found = told(f"# Beslut under året\n\n{table}")
    assert [(one.date, one.what, one.stance) for one in found] == [
        ("2031-02-03", "Anställa en samordnare", Stance.DECIDED),
        ("2031-05-06", "Avslag till Lyktan", Stance.REJECTED),
    ]
