"""Years and parts of years in heads, titles and sentences."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.model import Source
from ingest.register.periods import Span, days_of, span_in, span_of, within

_AROUND = Span(2031, "2031-01–2031-08")


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Budget 2031", Span(2031)),
        ("2030", Span(2030)),
        ("Utfall 20310831", Span(2031, "2031-01–2031-08")),
        ("Utfall per 2031-04-30", Span(2031, "2031-01–2031-04")),
        ("Utfall 310831", Span(2031, "2031-01–2031-08")),
        ("Resultat per den 31/8 2031", Span(2031, "2031-01–2031-08")),
        ("Läget den 30 april 2031", Span(2031, "2031-01–2031-04")),
        ("Bokslut 2030-12-31", Span(2030)),
        ("2031-01-01 -2031-08-31", Span(2031, "2031-01–2031-08")),
        ("2030-05-01 2030-08-31", Span(2030, "2030-05–2030-08")),
        ("Utfall jan-aug 2031", Span(2031, "2031-01–2031-08")),
        ("Utfall januari – april", Span(2031, "2031-01–2031-04")),
        ("Bokslut delår 2030", Span(2030, "2030-01–2030-08")),
        ("Tertial 2 2031", Span(2031, "2031-05–2031-08")),
        ("Första halvåret 2031", Span(2031, "2031-01–2031-06")),
        ("Kvartal 3, 2031", Span(2031, "2031-07–2031-09")),
        ("Medel 2031–2033", Span(None, "2031-01–2033-12")),
        ("mars 2030–dec 2031", Span(None, "2030-03–2031-12")),
        ("2030-09-01 till 2031-06-30", Span(None, "2030-09–2031-06")),
        ("Lag (2003:1210)", None),
        ("15 111 000 kr", None),
        ("Kostnad", None),
    ],
)
def test_the_span_that_a_text_names(text: str, span: Span | None) -> None:
    assert span_in(text, _AROUND) == span


@pytest.mark.parametrize(
    "text",
    ["300901–320831", "2030-09-01 till 2032-08-31", "20300901 - 20320831", "fr.o.m. 2030-09-01 t.o.m. 2032-08-31",
     "1 september 2030 till och med 31/8 2032"],
)  # fmt: skip
def test_two_dates_are_a_span_however_they_are_written(text: str) -> None:
    assert days_of(text) == ("2030-09-01", "2032-08-31")


@pytest.mark.parametrize(
    "text", ["2030-09-01", "2030–2032", "2030-09-01–2032-08-31, därefter förlängd", "2030-09-01 och 2032-08-31", ""]
)
def test_anything_else_is_no_span_of_two_dates(text: str) -> None:
    assert days_of(text) is None


def test_a_document_is_about_its_year_or_the_part_that_its_accounts_are_for() -> None:
    plan = Source("p", "p.txt", "Plan", type="verksamhetsplan", starts=date(2031, 1, 1), ends=date(2031, 12, 31))
    interim = Source("r", "r.txt", "Delår", type="redovisning", starts=date(2031, 1, 1), ends=date(2031, 8, 31))
    assert span_of(plan) == Span(2031)
    assert span_of(interim) == _AROUND
    assert span_of(Source("x", "x.txt", "X")) is None


def test_the_year_of_accounts_for_a_part_of_it_is_that_part() -> None:
    assert within(Span(2031), _AROUND) == _AROUND
    assert within(Span(2030), _AROUND) == Span(2030)
    assert within(Span(2031, "2031-01–2031-04"), _AROUND) == Span(2031, "2031-01–2031-04")
    assert within(None, _AROUND) is None
