"""Which document holds on a day, and which year it speaks of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.validity import authority, covers, in_force, is_compiled, superseded_by, years_covered
from ingest.catalogue import AUTHORITY
from ingest.model import Source


def source(
    id: str,
    type: str = "verksamhetsplan",
    starts: date | None = None,
    ends: date | None = None,
    association: str = "malmo",
    supersedes: tuple[str, ...] = (),
) -> Source:
    return Source(id, f"{id}.md", id, association, type, starts, ends, supersedes)


def plan(year: int, association: str = "malmo") -> Source:
    return source(f"{association}-{year}", "verksamhetsplan", date(year, 1, 1), date(year, 12, 31), association)


PLANS = [plan(2025), plan(2027), plan(2026), plan(2028, "granby")]


@pytest.mark.parametrize(
    ("day", "holding"),
    [
        (date(2024, 12, 31), []),
        (date(2025, 1, 1), ["malmo-2025"]),
        (date(2026, 11, 24), ["malmo-2026"]),
        (date(2026, 12, 31), ["malmo-2026"]),
        (date(2027, 1, 1), ["malmo-2027"]),
        (date(2028, 1, 1), ["granby-2028"]),
    ],
)
def test_the_plan_of_the_year_holds(day: date, holding: list[str]) -> None:
    """A plan for next year, however early it is decided, leaves this year's in force until it begins."""
    assert [one.id for one in PLANS if in_force(one, PLANS, day)] == holding


def test_a_plan_is_superseded_by_the_newest_of_its_association() -> None:
    assert superseded_by(PLANS[0], PLANS) == PLANS[1]
    assert superseded_by(PLANS[0], PLANS, date(2026, 5, 1)) == PLANS[2]
    assert superseded_by(PLANS[1], PLANS) is None
    assert superseded_by(PLANS[3], PLANS) is None


def test_an_entry_can_say_what_it_supersedes() -> None:
    """Then type, dates and association do not matter."""
    old = source("gammal", "rapport", date(2020, 1, 1))
    new = source("ny", "webb", None, None, "granby", ("gammal",))
    assert superseded_by(old, [old, new], date(2020, 6, 1)) == new
    assert not in_force(old, [old, new], date(2020, 6, 1))


@pytest.mark.parametrize("type", ["beslut", "rapport", "webb", "lag"])
def test_other_types_stand_side_by_side(type: str) -> None:
    """A newer report, decision, page or law is about something else unless the catalogue says otherwise."""
    old, new = source("a", type, date(2020, 1, 1)), source("b", type, date(2021, 1, 1))
    assert superseded_by(old, [old, new]) is None


def test_documents_of_unknown_associations_do_not_supersede_each_other() -> None:
    old, new = (
        source("a", starts=date(2020, 1, 1), association=""),
        source("b", starts=date(2021, 1, 1), association=""),
    )
    assert superseded_by(old, [old, new]) is None


@pytest.mark.parametrize(
    ("one", "holds"),
    [
        (source("lag", "lag"), True),
        (source("lag", "lag", date(2003, 12, 10)), True),
        (source("ordning", "forbundsordning", date(2012, 1, 1), date(2012, 12, 31)), True),
        (source("plan", starts=date(2027, 3, 1)), True),
        (source("plan", starts=date(2026, 3, 1)), False),
        (source("plan"), False),
        (source("treårig", starts=date(2026, 1, 1), ends=date(2028, 12, 31)), True),
        (source("inriktning", "inriktning", date(2023, 1, 1), date(2026, 12, 31)), False),
        (source("sida", "webb"), True),
        (source("sida", "webb", date(2020, 1, 1)), True),
        (source("sida", "webb", date(2020, 1, 1), date(2021, 1, 1)), False),
        (source("beslut", "beslut", date(2015, 6, 1)), True),
        (source("rapport", "rapport", date(2017, 1, 1)), False),
        (source("bokslut", "redovisning", date(2027, 1, 1), date(2027, 8, 31)), True),
        (source("bokslut", "redovisning", date(2022, 1, 1), date(2022, 8, 31)), False),
    ],
    ids=lambda value: value.id if isinstance(value, Source) else str(value),
)
def test_each_type_in_may_2027(one: Source, holds: bool) -> None:
    """Law holds, plans hold their time (a year when no end is given), reports are history, pages hold on."""
    assert in_force(one, [one], date(2027, 5, 3)) is holds


def test_a_law_that_is_replaced_holds_no_more() -> None:
    old = source("gammal-lag", "lag", date(1990, 1, 1))
    new = source("ny-lag", "lag", date(2027, 7, 1), supersedes=("gammal-lag",))
    assert in_force(old, [old, new], date(2027, 6, 30))
    assert not in_force(old, [old, new], date(2027, 7, 1))


@pytest.mark.parametrize(
    ("one", "years"),
    [
        (plan(2026), [2026]),
        (source("a", starts=date(2023, 1, 1), ends=date(2026, 12, 31)), [2023, 2024, 2025, 2026]),
        (source("a", "rapport", date(2024, 5, 1)), [2024]),
        (source("a"), []),
    ],
)
def test_years_covered(one: Source, years: list[int]) -> None:
    assert [year for year in range(2015, 2035) if covers(one, year)] == years
    assert list(years_covered(one)) == years


@pytest.mark.parametrize(
    ("one", "compiled"),
    [
        (source("sida", "webb"), True),
        (replace(source("register", "beslut"), form="data"), True),
        (replace(source("plan"), form="omskrivning"), False),
        (source("rapport", "rapport"), False),
    ],
    ids=["a page", "data", "a restatement", "a document"],
)
def test_what_is_compiled_from_documents(one: Source, compiled: bool) -> None:
    assert is_compiled(one) is compiled


def test_authority_is_the_rank_of_the_type() -> None:
    """The law weighs most; a type that is not known weighs least."""
    assert [authority(source("a", type)) for type in AUTHORITY] == list(range(len(AUTHORITY)))
    assert authority(source("a", "annat")) == len(AUTHORITY)


DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@st.composite
def documents(draw: st.DrawFn) -> list[Source]:
    found = []
    for number in range(draw(st.integers(1, 6))):
        starts = draw(st.none() | DAYS)
        ends = starts + timedelta(draw(st.integers(0, 800))) if starts and draw(st.booleans()) else None
        association = draw(st.sampled_from(["", "malmo", "granby"]))
        supersedes = tuple(draw(st.lists(st.sampled_from(["d0", "d1", "d2"]), max_size=2)))
        found.append(
            source(f"d{number}", draw(st.sampled_from([*AUTHORITY, "?"])), starts, ends, association, supersedes)
        )
    return found


@given(documents(), DAYS)
def test_at_most_one_plan_of_an_association_holds(sources: list[Source], today: date) -> None:
    """Whatever the dates, two plans of the same type that began on different days are never both in force."""
    holding = [one for one in sources if one.type == "verksamhetsplan" and one.association]
    holding = [one for one in holding if in_force(one, sources, today)]
    for association in ("malmo", "granby"):
        assert len({one.starts for one in holding if one.association == association}) <= 1


@given(documents(), DAYS)
def test_what_is_superseded_does_not_hold(sources: list[Source], today: date) -> None:
    for one in sources:
        later = superseded_by(one, sources, today)
        assert later is None or (later.id != one.id and not in_force(one, sources, today))
