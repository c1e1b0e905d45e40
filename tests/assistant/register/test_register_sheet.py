"""An initiative's sheet: all of it, in order, contradictions beside each other."""

from __future__ import annotations

import pytest

from assistant.register.selection import Wanted
from assistant.register.sheet import About, Sheet, sheet
from ingest.register.model import Measure, Record
from tests.assistant.register.records import RECORDS, decision, goal, initiative, money, register, result


def made(*records: Record, name: str = "Ljuset") -> Sheet:
    return sheet(name, register(records or RECORDS).entries)


def about(found: Sheet) -> dict[About, tuple[list[str], bool]]:
    return {line.what: ([one.text for one in line.statements], line.contradicts) for line in found.about}


def test_everything_of_the_initiative_and_nothing_of_others() -> None:
    found = made()
    assert (found.name, found.associations) == ("Ljuset", ("malmo",))
    assert len(found.decisions) == 1
    own = register().select(Wanted(initiatives=frozenset({"Ljuset"})))
    told = (
        *found.decisions,
        *found.undecided,
        *found.goals,
        *(entry for line in (*found.money, *found.results) for one in line.statements for entry in one.entries),
    )
    assert {entry.id for entry in told} == {entry.id for entry in own if entry.kind != "insats"}


def test_owners_that_differ_contradict_each_other_and_other_wordings_do_not() -> None:
    found = about(made(initiative(), initiative(document="accounts", owner="Region Skåne", target_group="Unga.")))
    assert found[About.OWNER] == (["Malmö stad", "Region Skåne"], True)
    assert found[About.TARGET_GROUP] == (["Vuxna som står långt från arbete.", "Unga."], False)
    assert found[About.TYPE] == (["individinriktad"], False)
    assert found[About.PARTIES] == (["Malmö stad, Försäkringskassan"], False)


def test_an_owner_told_more_closely_contradicts_nothing() -> None:
    closer = initiative(document="accounts", owner="Malmö stads förvaltning (Komvux)")
    assert about(made(initiative(), closer))[About.OWNER] == (["Malmö stad", closer.owner], False)
    assert about(made(initiative(), closer, initiative(owner="Region Skåne")))[About.OWNER][1]


@pytest.mark.parametrize(
    ("owner", "other", "contradicts"),
    [
        ("Region Skånes Vuxenpsykiatri", "Region Skåne, vuxenpsykiatrin", False),
        ("Kansliet", "Ekstads kansli", False),
        ("Region Skånes Vuxenpsykiatri", "Region Skåne, barnpsykiatrin", True),
        ("Eks stad", "Ekens stad", True),
    ],
)
def test_owners_in_other_forms_of_the_same_words_do_not_contradict(owner: str, other: str, contradicts: bool) -> None:
    found = made(initiative(owner=owner), initiative(document="accounts", owner=other))
    assert about(found)[About.OWNER] == ([owner, other], contradicts)


def test_a_time_in_dates_is_told_once_however_they_are_written() -> None:
    found = made(
        initiative(period="290101–311231"),
        initiative(document="accounts", period="2029-01-01 till 2031-12-31"),
        initiative(document="accounts", period="2029-01-01–2030-12-31"),
    )
    assert about(found)[About.PERIOD][0] == ["2029-01-01–2031-12-31", "2029-01-01–2030-12-31"]


def test_the_same_words_are_told_once_with_all_their_places() -> None:
    found = made(initiative(), initiative(document="accounts", owner="MALMÖ  stad"))
    (owner,) = (line for line in found.about if line.what is About.OWNER)
    (one,) = owner.statements
    assert (one.text, [entry.source.id for entry in one.entries]) == ("Malmö stad", ["plan-2031", "accounts"])


def test_parties_in_another_order_are_the_same() -> None:
    found = about(made(initiative(), initiative(document="accounts", parties=("FÖRSÄKRINGSKASSAN", "Malmö stad"))))
    assert found[About.PARTIES][0] == ["Malmö stad, Försäkringskassan"]


def test_amounts_that_do_not_agree_stand_beside_each_other() -> None:
    lines = {(line.year, line.measure, line.period): line for line in made().money}
    budget = lines[2030, Measure.BUDGET, ""]
    assert [one.value for one in budget.statements] == [1_250_000, 1_200_000]
    assert budget.contradicts
    assert not lines[2030, Measure.OUTCOME, "2030-01–2030-08"].contradicts
    assert made().contradictions == 2


def test_initiatives_of_one_name_in_two_associations_never_contradict_each_other() -> None:
    own = (initiative(), money(5), result(7))
    others = (
        initiative(document="ekstad", owner="Ekstads kommun", association="ekstad"),
        money(6, association="ekstad", document="ekstad"),
        result(8, association="ekstad"),
    )
    found = made(*own, *others)
    assert (found.associations, found.contradictions) == (("ekstad", "malmo"), 0)
    assert [(line.association, line.statements[0].value) for line in found.money] == [("ekstad", 6), ("malmo", 5)]


def test_results_of_different_units_are_different_lines() -> None:
    found = made(result(30, what="till arbete"), result(30, what="till arbete", unit="%"), result(12, Measure.GOAL))
    assert [(line.what, line.measure, line.contradicts) for line in found.results] == [
        ("deltagare", "mål", False),
        ("till arbete", "utfall", False),
        ("till arbete", "utfall", False),
    ]


def test_decisions_stand_in_order_of_time_and_undecided_apart() -> None:
    of = ("Ljuset",)
    found = made(
        decision("c", "", initiatives=of),
        decision("b", "2031", initiatives=of),
        decision("a", "2030-01-01", initiatives=of),
        *RECORDS[2:3],
        goal(initiative="Ljuset"),
    )
    assert [getattr(entry.record, "what", "") for entry in found.decisions] == ["a", "b", "c"]
    assert found.undecided == ()
    assert len(made(name="Vågen").undecided) == 1
    assert len(found.goals) == 1


def test_other_names_are_told_once_and_without_the_name_itself() -> None:
    assert made().aliases == ("LJUS",)
    assert made(money(1)).aliases == ()
