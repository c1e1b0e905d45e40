"""The short cells that tell the rows of a goal table apart: who is responsible, or when it is to be done."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import Enum

from ingest.model import Line
from ingest.months import MONTHS
from ingest.tables.figures import is_period
from ingest.tables.grid import bare


class Anchor(Enum):
    """What the cells of a column of short cells say; the heads that promise it."""

    WHO = re.compile(r"ansvar|vem\b|ägare|part(?:er)?\b|utförare|aktör|huvudman|genomförs av|roll\b", re.IGNORECASE)
    WHEN = re.compile(r"tid(?:plan|punkt|en)?\b|när\b|klart?\b|period|datum|start|slut\b|kvartal|år\b", re.IGNORECASE)


_PERSON = re.compile(
    r"(?:[A-ZÅÄÖ][\wåäö]*\s)?[\wåäö-]*(?:chef(?:en|er)?|ledare(?:n)?|utredare(?:n)?|samordnare(?:n)?|handläggare(?:n)?"
    r"|ekonom(?:en)?|styrelse(?:n)?|kansli(?:et)?|grupp(?:en)?|controller(?:n)?|koordinator(?:n)?|ordförande(?:n)?"
    r"|strateg(?:en)?|sekreterare(?:n)?|revisor(?:erna)?|parterna|förbundet)",
    re.IGNORECASE,
)
_MONTH = rf"(?:{'|'.join((*MONTHS, *(f'{name[:3]}[.]?' for name in MONTHS)))})"
_SEASON = r"(?:vår|sommar|höst|vinter|hel|halv)(?:en|år|året)?|[vh]t"
_POINT = rf"(?:(?:\d{{1,2}}\s)?{_MONTH}|(?:kvartal|kv\.?|q)\s?[1-4]|{_SEASON})(?:\s?(?:19|20)\d\d)?|(?:19|20)\d\d"
_TIME = re.compile(
    r"(?:löpande|kontinuerligt|årligen|månadsvis|kvartalsvis|(?:hela|under) (?:året|perioden)|klart?|snarast"
    r"|(?:första|andra|1:a|2:a) (?:halvåret|kvartalet)(?: (?:19|20)\d\d)?"
    rf"|(?:(?:senast|från|till|under|start|i|slutet av|början av)\s(?:den\s)?)?(?:{_POINT})"
    rf"(?:\s?(?:[-–/,]|och|till)\s?(?:{_POINT}))?)",
    re.IGNORECASE,
)
_ALSO = re.compile(r"(?:och|samt|/)\s")
_GOES_ON = re.compile(r"\b(?:och|av|med|till|för|i|på|att|som|hos|samt|eller|den|det|en|ett)$|,$")
_MAX_LENGTH = 40


def anchor_column(heads: Sequence[str]) -> tuple[int, Anchor]:
    """The last column whose head promises short cells, and what they say; the last of all when none does."""
    for column in range(len(heads) - 1, -1, -1):
        for anchor in Anchor:
            if anchor.value.match(heads[column]):
                return column, anchor
    return len(heads) - 1, Anchor.WHO


def anchors(lines: Sequence[Line], start: int, end: int, anchor: Anchor) -> list[tuple[int, int]]:
    """The spans of lines that hold the cells of such a column.

    A cell that says who is a short line that recurs or names a person or body by its role, one that says when a line
    that names a time; either stands at a paragraph's end.
    """
    texts = [bare(line.text) for line in lines[start:end]]
    times = Counter(texts)
    found: list[tuple[int, int]] = []
    index = 0
    while index < len(texts):
        text = texts[index]
        named = _names_time(text) if anchor is Anchor.WHEN else _names_somebody(text, times[text] > 1)
        if not named or _continues_above(texts, index) or _continues_below(texts, index):
            index += 1
            continue
        last = index + 1
        while last < len(texts) and (texts[last - 1].endswith(("/", ",")) or _ALSO.match(texts[last])):
            last += 1
        found.append((start + index, start + last))
        index = last
    return found


def _names_time(text: str) -> bool:
    return is_period(text) or _TIME.fullmatch(text) is not None


def _names_somebody(text: str, recurs: bool) -> bool:
    if not text or len(text) > _MAX_LENGTH or text.endswith((".", ",", ":", ";", "”")) or _names_time(text):
        return False
    return text[:1].isupper() and len(text.split()) <= 3 and (recurs or _PERSON.fullmatch(text) is not None)


def _continues_above(texts: Sequence[str], index: int) -> bool:
    """True when the line goes on with a sentence of the line above it."""
    return index > 0 and _GOES_ON.search(texts[index - 1]) is not None


def _continues_below(texts: Sequence[str], index: int) -> bool:
    """True when the line below goes on with its sentence."""
    return index + 1 < len(texts) and texts[index + 1][:1].islower() and not _ALSO.match(texts[index + 1])
