"""Months and their years in texts and questions, whichever way they are written: "augusti22"."""

from __future__ import annotations

import re

from ingest.months import MONTHS

_DATES = (
    re.compile(r"(?<!\d)(?:19|20)?(?P<y>\d\d)-?(?P<m>0[1-9]|1[0-2])-?(?:[0-2]\d|3[01])(?!\d)"),
    re.compile(r"(?<!\d)(?:[12]?\d|3[01])/(?P<m>1[0-2]|[1-9])(?:[- ]+(?:19|20)?(?P<y>\d\d))?(?!\d)"),
)
_MONTH_YEAR = re.compile(rf"(?:\b\d{{1,2}} )?({'|'.join(MONTHS)})(?:\s+(?:19|20)(\d\d))?(?!\d)", re.IGNORECASE)
_ABBREVIATIONS = {name[:3]: name for name in MONTHS}
_MONTHS_TO = re.compile(
    rf"(?:{'|'.join(_ABBREVIATIONS)})[a-z]*\.?\s?[-–]\s?(?P<m>{'|'.join(_ABBREVIATIONS)})[a-z]*\.?\s+(?:19|20)(?P<y>\d\d)(?!\d)",
    re.IGNORECASE,
)
"""A period of months ("jan-aug 2022"): what is told of it holds at its end."""


def months_in(text: str) -> frozenset[str]:
    """Return the months in a text's dates, in words or figures: "mars", and with its year "mars26"."""
    found: set[str] = set()
    for pattern in _DATES:
        for match in pattern.finditer(text):
            month = MONTHS[int(match["m"]) - 1]
            found |= {month, f"{month}{match['y'] or ''}"}
    found |= {f"{_ABBREVIATIONS[match['m'].lower()]}{match['y']}" for match in _MONTHS_TO.finditer(text)}
    for month, year in _MONTH_YEAR.findall(text):
        found |= {month.lower(), f"{month.lower()}{year}"}
    return frozenset(found)


def with_months_as_words(text: str) -> str:
    """Return a text whose dates and periods of months are one word each, the month with its year: the day is left out,
    and a date in figures without its year stays."""
    text = _MONTHS_TO.sub(lambda match: f"{_ABBREVIATIONS[match['m'].lower()]}{match['y']}", text)
    text = _MONTH_YEAR.sub(lambda match: f"{match[1]}{match[2] or ''}", text)
    for pattern in _DATES:
        text = pattern.sub(lambda match: f"{MONTHS[int(match['m']) - 1]}{match['y']}" if match["y"] else match[0], text)
    return text


def is_month(word: str) -> bool:
    """True for a month with or without its year: "mars", "mars26"."""
    return word.lower().rstrip("0123456789") in MONTHS
