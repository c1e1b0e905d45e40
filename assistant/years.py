"""The years that a text names, a question or a sentence."""

from __future__ import annotations

import re

LONGEST_SPAN = 12
"""Years between the first and the last of a span; two that are farther apart are two years."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d|:\d)")
_SPANNED = re.compile(r"(?<!\d)(?:19|20)\d{2}\s?[-–]\s?(?:19|20)\d{2}(?!\d)")
_EACH_YEAR = re.compile(r"\b(?:per|varje|för) år\b|årlig|utveckl|\beach year\b|\byearly\b", re.IGNORECASE)
_LAST_YEAR = re.compile(r"\b(?:(?:under |för )?förra året?\b|i fjol\b|(?:during )?last year\b)", re.IGNORECASE)
_SPAN = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*(?:-|–|till|t\.o\.m\.|to)\s*((?:19|20)\d{2})(?!\d|:\d)")


def years_in(text: str) -> tuple[int, ...]:
    """Return the years in a text in order, each once, those inside a span ("2018 till 2022") too.

    A number in the code of statutes ("2003:1210") is no year.
    """
    found = {int(year) for year in _YEAR.findall(text)}
    for first, last in _SPAN.findall(text):
        if 0 < int(last) - int(first) <= LONGEST_SPAN:
            found.update(range(int(first), int(last)))
    return tuple(sorted(found))


def spans_years(text: str) -> bool:
    """True for a text that names years from one to another ("2017–2019") as one time, and not each of them."""
    return bool(_SPANNED.search(text)) and not _EACH_YEAR.search(text)


def with_last_year(text: str, this_year: int) -> str:
    """Return a text with "förra året" as a figure, unless it names a year that it may be the last one of."""
    return text if years_in(text) else _LAST_YEAR.sub(str(this_year - 1), text)


def without_years(text: str) -> str:
    """Return the text with the years in it left out."""
    return _YEAR.sub("", text)
