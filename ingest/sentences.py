"""Split Swedish running text into sentences, by offsets."""

from __future__ import annotations

import re
from pathlib import Path

ABBREVIATIONS = frozenset((Path(__file__).parent / "abbreviations.txt").read_text(encoding="utf-8").split())
"""Written with a full stop that does not end the sentence (without that last stop, lower case)."""

_MAY_END = frozenset(
    {"e.d", "etc", "m.fl", "m.m", "mkr", "mnkr", "o.d", "o.dyl", "o.s.v", "osv", "sek", "skr", "st", "tkr"}
)
"""Those of them after which a capital begins a sentence."""

_END = re.compile(r"(?<![.!?…])[.!?…]++[”“\"’'»)\]]*+(?=\s|$)")
_LAST_WORD = re.compile(r"([^\s(”“\"]+?)[.!?…]+[”“\"’'»)\]]*$")
_OPENS = re.compile(r"\s*[”“\"’'«»(\[–-]*\s*([^\s])")


_LETTERED = re.compile(
    r"\b(?:[Kk]urs|[Nn]ivå|[Gg]rupp|[Bb]ilaga|[Tt]yp|[Kk]lass|[Ss]teg|[Ff]as|[Mm]odul|[Aa]lternativ|[Kk]ategori|[Ss]pår"
    r"|[Hh]epatit|[Vv]itamin|[Dd]el)(?:en|erna)?\s+(?:[A-ZÅÄÖ](?:,\s*|\s*[–-]\s*|\s+(?:och|eller|samt)\s+))*[A-ZÅÄÖ]\.$"
    r"|\b(?:från|till|vid|på|nära|i|utanför)\s+[A-ZÅÄÖ][a-zåäö]+\s+C\.$"
)
"""A letter that names something ("kurs B eller C.", "från Malmö C."), and is no initial."""


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return ``(start, end)`` of each sentence in ``text[start:end]``, without the white space around it.

    A stop after an abbreviation, an ordinal ("3. april") or an initial, or before a lower-case letter ends nothing;
    after an abbreviation that often stands last ("m.m.", "mkr.") it does, before a capital.
    """
    end = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and not _ends(text, begin, match.end(), end):
            continue
        _append(spans, text, begin, match.end())
        begin = match.end()
    _append(spans, text, begin, end)
    return spans


def _ends(text: str, begin: int, stop: int, end: int) -> bool:
    follows = _OPENS.match(text, stop, end)
    if follows is None:
        return True
    if follows.group(1).islower():
        return False
    word = _LAST_WORD.search(text, max(begin, stop - 40), stop)
    if word is None or text[stop - 1] in "!?":
        return True
    last = word.group(1).lower()
    if last in _MAY_END:
        return True
    if len(last) == 1 and last.isalpha():
        return _LETTERED.search(text, max(begin, stop - 60), stop) is not None
    if last in ABBREVIATIONS:
        return False
    return not (last.isdigit() and len(last) <= 2 and "\n" not in text[stop : follows.start(1)])


def _append(spans: list[tuple[int, int]], text: str, begin: int, stop: int) -> None:
    while begin < stop and text[begin].isspace():
        begin += 1
    while stop > begin and text[stop - 1].isspace():
        stop -= 1
    if begin < stop:
        spans.append((begin, stop))
