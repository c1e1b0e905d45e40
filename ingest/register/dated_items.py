"""Lists of decisions below a heading ("Beslut i styrelsen"), whose items begin with their day or number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.register.dating import dates

_HEADING = re.compile(
    r"(?:\d[\d.]*\s+)?(?:(?:viktiga|väsentliga|fattade|tagna)\s+)?(?:styrelse|(?:förbunds)?styrelsens\s+)?beslut(?:en)?"
    r"(?:\s+(?:fattade\s+)?(?:i|av|från|på|vid)\s+(?P<body>[\w ]*styrelse\w*))?"
    r"(?:\s+(?:under\s+|år\s+)?\d{4}(?:[–-]\d{2,4})?)?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?P<when>[^:.§]{0,40}?)[\s,(]*(?P<paragraph>§+\s*\d{1,4})?\)?\s*(?::|\s[–-])\s+")
"""The day and number that an item begins with: "22 maj 2030, § 18: …"."""
_ONLY_TREATED = re.compile(
    r"\b(?:föreslås|föreslogs|föreslår|yrkar|yrkade|bereds|väntas|ska (?:beslutas|behandlas|prövas|tas upp)|tas upp)\b",
    re.I,
)
_WEEKDAY = len("fredagen den ")


@dataclass(frozen=True, slots=True)
class Label:
    """What an item begins with, before what was decided."""

    when: tuple[int, int]
    """Span of the day; empty when only the number stands there."""
    paragraph: str
    """"§ 18", or "" without a number."""
    end: int


def body_of_heading(heading: str) -> str | None:
    """Who decides by a heading that is of decisions: styrelsen, or "" when it does not say; None for other headings."""
    match = _HEADING.fullmatch(heading.strip())
    return None if match is None else "styrelsen" if "styrelse" in heading.lower() else ""


def label_of(text: str, start: int, end: int, year: int | None) -> Label | None:
    """The day or number, or both, that the item ``text[start:end]`` begins with; None without.

    Args:
        year: for days without a year.
    """
    match = _LABEL.match(text, start, end)
    if match is None:
        return None
    when = match["when"].strip(" ,(")
    days = [one for one in dates(when, year=year) if len(one.date) == 10]
    is_day = len(days) == 1 and len(when) - (days[0].end - days[0].start) <= _WEEKDAY
    if not is_day and (when or not match["paragraph"]):
        return None
    return Label(match.span("when"), " ".join((match["paragraph"] or "").split()), match.end())


def is_only_treated(clause: str) -> bool:
    """True for what such a list holds besides decisions: what is proposed, prepared or to be taken up."""
    return _ONLY_TREATED.search(clause) is not None
