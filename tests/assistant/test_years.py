"""Years in a text: in order, with those inside a span; numbers that look like years are none."""

from __future__ import annotations

import pytest

from assistant.years import LONGEST_SPAN, spans_years, with_last_year, without_years, years_in


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Hur mycket får Kompassen 2027?", (2027,)),
        ("2027 och 2025", (2025, 2027)),
        ("från 2018 till 2021", (2018, 2019, 2020, 2021)),
        ("2019–2022", (2019, 2020, 2021, 2022)),
        ("2019 - 2021 och 2026", (2019, 2020, 2021, 2026)),
        ("2020 t.o.m. 2022", (2020, 2021, 2022)),
        ("1990–2020", (1990, 2020)),
        ("2022–2019", (2019, 2022)),
        ("1999", (1999,)),
        ("Så blev det 2031: fler deltog.", (2031,)),
        ("lagen (2003:1210)", ()),
        ("15 2026000 kr", ()),
        ("12026 eller 20261", ()),
        ("1850", ()),
        ("", ()),
    ],
)
def test_years(text: str, years: tuple[int, ...]) -> None:
    assert years_in(text) == years


def test_the_longest_span() -> None:
    assert len(years_in(f"2010–{2010 + LONGEST_SPAN}")) == LONGEST_SPAN + 1
    assert len(years_in(f"2010–{2011 + LONGEST_SPAN}")) == 2


def test_a_text_without_its_years() -> None:
    assert without_years("Budget 2031 enligt 2003:1210").split() == ["Budget", "enligt", "2003:1210"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Vad kostade Fyren 2017–2019?", True),
        ("Vad kostade Fyren 2017 - 2019?", True),
        ("Vad kostade Fyren 2017 och 2019?", False),
        ("Vad kostade Fyren per år 2017–2019?", False),
        ("Vad kostade Fyren för varje år 2017–2019?", False),
        ("Hur utvecklades Fyren 2017–2019?", False),
        ("What did it cost each year 2017-2019?", False),
        ("Vad kostade Fyren 2017?", False),
        ("Vad hände 2017-05-03?", False),
    ],
)
def test_a_span_is_one_time(text: str, spans: bool) -> None:
    """Unless each year of it is asked for."""
    assert spans_years(text) is spans


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Vad kostade Fyren förra året?", "Vad kostade Fyren 2030?"),
        ("Vad kostade Fyren under förra året?", "Vad kostade Fyren 2030?"),
        ("Vad hände i fjol?", "Vad hände 2030?"),
        ("What did it cost last year?", "What did it cost 2030?"),
        ("Vad kostade Fyren 2029 mot förra året?", "Vad kostade Fyren 2029 mot förra året?"),
        ("Vad hände förra årets sista dag?", "Vad hände förra årets sista dag?"),
        ("Vad kostar Fyren i år?", "Vad kostar Fyren i år?"),
    ],
)
def test_last_year_as_a_figure(text: str, read: str) -> None:
    """Unless a year is named that it may be the last one of."""
    assert with_last_year(text, 2031) == read
