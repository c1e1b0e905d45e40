"""What the register is limited to and sorted by."""

from __future__ import annotations

import pytest

from assistant.errors import RegisterError
from assistant.register.entries import Kind, bounds, span
from assistant.register.selection import Column, Order, Register, Wanted
from ingest.register.model import Stance
from tests.assistant.register.records import RECORDS, SOURCES, decision, goal, initiative, many, money, register, result


def whats(found: Register, wanted: Wanted, order: Order | None = None) -> list[str]:
    return [getattr(entry.record, "what", "") for entry in found.select(wanted, order)]


def test_what_was_proposed_is_not_among_the_decisions() -> None:
    found = register().select(Wanted(kinds=frozenset({Kind.DECISION})))
    assert len(found) == 3
    assert all(entry.record.stance is not Stance.PROPOSED for entry in found)  # type: ignore[union-attr]
    assert whats(register(), Wanted(kinds=frozenset({Kind.PROPOSAL}))) == ["att ge Vågen två miljoner"]


def test_initiatives_are_found_in_running_text_under_any_of_their_names() -> None:
    assert register().named("Ge Hyllan mer än LJUS.", "Ljusets budget, Kryddhyllan och Okända") == (
        "Kryddhyllan",
        "Ljuset",
    )
    assert register().named("Se ljuset på hyllan.") == ()


def test_limits_hold_together() -> None:
    found = register().select(
        Wanted(frozenset({Kind.MONEY}), frozenset({"malmo"}), frozenset({"Ljuset"}), frozenset({2030}))
    )
    assert sorted(entry.sek or 0 for entry in found) == [610_400, 1_200_000, 1_250_000]
    assert register().select(Wanted(associations=frozenset({"ingen"}))) == []
    assert len(register().select(Wanted())) == len(RECORDS)


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [
        ("2030-05-12", "2030-05-12", 3),
        ("2030-05-13", "2030-12-31", 1),
        ("2031", "", 1),
        ("", "2030-05", 3),
        ("2032", "", 0),
        ("", "2029", 0),
    ],
)
def test_a_time_within_limits_touches_them(since: str, until: str, count: int) -> None:
    """ "2030" is the whole year, and touches each of its days."""
    kinds = frozenset({Kind.DECISION, Kind.PROPOSAL})
    assert len(register().select(Wanted(kinds, since=since, until=until))) == count


def test_a_time_of_two_short_dates_is_within_limits() -> None:
    (one,) = register([initiative(period="290901–310831")]).entries
    assert (one.first, one.last) == ("2029-09-01", "2031-08-31")


def test_what_has_no_date_is_not_within_limits_and_comes_last() -> None:
    found = register([decision("a", ""), decision("b", "2030"), decision("c", "2031-01-01")])
    assert whats(found, Wanted(), Order()) == ["c", "b", "a"]
    assert whats(found, Wanted(), Order(descending=False)) == ["b", "c", "a"]
    assert whats(found, Wanted(until="2040")) == ["c", "b"]


@pytest.mark.parametrize("time", ["2030-13", "2030-02-31", "nyss", "30", "2030-2031"])
def test_a_time_that_is_none_is_told(time: str) -> None:
    with pytest.raises(RegisterError, match="ÅÅÅÅ-MM-DD"):
        register().select(Wanted(since=time))


def test_a_time_that_ends_before_it_begins_is_told() -> None:
    with pytest.raises(RegisterError, match="2031 till 2030"):
        register().select(Wanted(since="2031", until="2030"))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("ansökan", 1),
        ("ANSÖKNINGARNA", 4),
        ("hyllan", 2),
        ("beviljar ljuset", 1),
        ("grupper", 1),
        ("protokoll", 4),
        ("1250000", 2),
        ("finnsinte", 0),
        ("och", 20),
        (" ", 20),
        ("hyl", 0),
    ],
)
def test_words_are_found_in_other_forms_and_inside_longer_words(text: str, count: int) -> None:
    assert len(register().select(Wanted(text=text))) == count


def test_sorting_is_swedish_and_what_has_no_value_comes_last() -> None:
    found = register([goal("ö"), goal("å"), goal("Z"), goal("a")])
    assert whats(found, Wanted(), Order(Column.WHAT, False)) == ["a", "Z", "å", "ö"]
    amounts = register([decision(sek=None), money(5), money(3), result(9)])
    by_size = [entry.sek for entry in amounts.select(Wanted(), Order(Column.VALUE, False))]
    assert by_size == [3, 5, None, None]


@pytest.mark.parametrize("column", list(Column))
def test_every_column_sorts_everything(column: Column) -> None:
    for descending in (False, True):
        assert len(register().select(Wanted(), Order(column, descending))) == len(RECORDS)


def test_what_there_is_to_choose_from() -> None:
    facets = register().facets()
    assert facets.kinds == tuple(Kind)
    assert facets.associations == (("ekstad", "Ekstad"), ("malmo", "Malmö"))
    assert facets.initiatives == ("Kryddhyllan", "Ljuset", "Vågen")
    assert facets.years == (2031, 2030, 2029)


def test_an_initiative_is_known_by_all_its_names() -> None:
    for name in ("Ljuset", "ljuset", "LJUS", " ljus "):
        assert register().initiative(name) == "Ljuset"
    assert register().initiative("hyllan") == "Kryddhyllan"


def test_a_name_that_nobody_knows_is_told_with_those_near_it() -> None:
    with pytest.raises(RegisterError, match="'Kryddhyllor'; välj bland Kryddhyllan"):
        register().initiative("Kryddhyllor")
    with pytest.raises(RegisterError, match="--kind insats"):
        register().initiative("xyz")


def test_a_record_whose_document_is_gone_is_left_out() -> None:
    assert Register(RECORDS, SOURCES[:1]).entries[0].source.id == "plan-2031"
    assert Register(RECORDS, ()).entries == ()


def test_an_entry_is_found_by_its_id() -> None:
    found = register()
    assert all(found.entry(entry.id) is entry for entry in found.entries)
    with pytest.raises(KeyError):
        found.entry(999)


def test_ten_thousand_records_are_searched_right() -> None:
    found = Register(many(10_000), SOURCES)
    chosen = found.select(Wanted(frozenset({Kind.DECISION}), years=frozenset({2010}), text="kartläggningen"))
    expected = [
        one
        for one in found.entries
        if one.kind is Kind.DECISION and one.first.startswith("2010") and "kartläggning" in one.record.what  # type: ignore[union-attr]
    ]
    assert sorted(one.id for one in chosen) == [one.id for one in expected]
    assert expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2030", ("2030-01-01", "2030-12-31")),
        ("2030-02", ("2030-02-01", "2030-02-28")),
        ("2030-12", ("2030-12-01", "2030-12-31")),
        ("2029-01-01–2031-06-30, därefter förlängd", ("2029-01-01", "2031-06-30")),
        ("2023-2026", ("2023-01-01", "2026-12-31")),
        ("jan–aug 2030", ("2030-01-01", "2030-12-31")),
        ("tills vidare, dnr 12030", ("", "")),
    ],
)
def test_the_days_of_a_text(text: str, expected: tuple[str, str]) -> None:
    assert span(text) == expected


@pytest.mark.parametrize("text", ["", "2030-2031", "2030-02-30", "våren 2030"])
def test_bounds_are_of_one_time(text: str) -> None:
    assert bounds("2030-03") == ("2030-03-01", "2030-03-31")
    with pytest.raises(ValueError, match=r"^$|2030|day is out of range"):
        bounds(text)
