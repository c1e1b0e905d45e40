"""The decision that is shown of an earlier initiative, and how it is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.screening.sources.earlier import LONGEST, decision_on, sheet_of, told
from ingest.register.model import Decision, Record, Stance
from tests.assistant.register.records import decision, initiative, place, register

LJUSET = ("Ljuset",)


def shown(*records: Record, association: str = "malmo") -> str:
    entry = decision_on("Ljuset", association, register([initiative(), *records]))
    return told("Ljuset", entry) if entry else ""


def on(what: str, date: str, **more: object) -> Decision:
    return decision(what, date, initiatives=LJUSET, **more)


def test_the_latest_decision_is_told_with_its_date_and_reason() -> None:
    assert (
        shown(
            on("att bevilja Ljuset medel", "2029"),
            on("att avsluta Ljuset", "2030-05-12", stance=Stance.DECIDED, reason="målgruppen är en annan"),
            on("att ge Ljuset mer", "2031", stance=Stance.PROPOSED),
            on("Ljuset firade", "2031", stance=Stance.EVENT),
        )
        == "Ljuset, 2030-05-12 (sammanträde), beslutat att avsluta Ljuset. Skäl: målgruppen är en annan."
    )


def test_of_one_year_the_one_that_gives_its_reason_is_told() -> None:
    explained = on("Ljuset avslutas – Inga medel från maj.", "2030", date_kind="år", reason="Få deltog.")
    said = shown(explained, on("att bevilja Ljuset medel", "2030-11-02"))
    assert said == "Ljuset, 2030 (år), beviljat: Ljuset avslutas – Inga medel från maj. Skäl: Få deltog."


@pytest.mark.parametrize(
    "other",
    [
        on("Budget för Ljuset", "2031", date_kind="planår"),
        on("att kansliet ska bjuda in Ljuset", "2031", place=place("minutes", "Uppdrag, styrelsen: bjud in Ljuset.")),
        on("att alla ska medverka i ansökningar", "2031"),
        on("att bevilja Ljuset medel", "2031", association="ekstad"),
    ],
    ids=["budget", "assignment", "named in passing", "another association"],
)
def test_what_is_no_decision_on_the_initiative_is_not_told(other: Decision) -> None:
    assert shown(other) == ""
    assert shown(other, on("att avslå Ljuset", "2020", stance=Stance.REJECTED)).startswith("Ljuset, 2020 (samman")


def test_a_decision_under_a_heading_that_names_the_initiative_is_on_it() -> None:
    under = place("minutes", "Styrelsen beslutar att avslå ansökan.", "§ 4 Ansökan om Ljuset")
    assert shown(on("att avslå ansökan", "2031-02-03", stance=Stance.REJECTED, place=under))


def test_a_decision_in_other_words_than_to_do_something_is_told_with_its_stance() -> None:
    said = shown(on("ställde sig positiv till Ljuset", "2030-05", stance=Stance.POSITIVE))
    assert said == "Ljuset, 2030-05 (sammanträde), positivt ställningstagande: ställde sig positiv till Ljuset."


def test_a_long_decision_is_cut_between_words() -> None:
    said = shown(on(f"att bevilja Ljuset {'medel ' * 60}", "2030", reason="Den behövs"))
    assert "medel … Skäl: Den behövs." in said
    assert len(said) < LONGEST + 90


def test_an_initiative_has_a_sheet_under_the_registers_name() -> None:
    found = register([initiative(), replace(initiative("Bron"), aliases=("Broarna",))])
    assert sheet_of("Broarna", found) == "Bron"
    assert sheet_of("Okända", found) == ""
    assert sheet_of("", found) == ""
