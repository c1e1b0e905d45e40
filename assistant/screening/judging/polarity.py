"""Whether the words around a phrase deny it or leave it open."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from assistant.screening.judging.legible import folded
from assistant.screening.judging.phrases import compile_phrases

_CLAUSE_END = re.compile(r"[.;:!?()]|,\s|\s(?:men|som|eftersom|därför att|när|där|but|who|which|because)\s")
_DENIES_AFTER_IT = re.compile(
    r"\b(?:inte|ej|icke|aldrig|ingen|inga|inget|ingenting|varken|vare sig|utan|saknar|saknas|not|no|none|never|without"
    r"|neither)\b"
    r"(?!\s+(?:bara|enbart|endast|minst|sällan|only|least|längre bara))",
    re.IGNORECASE,
)
"""Words that deny what follows them."""
_DENIAL = re.compile(
    r"\b(?:inte|ej|icke|aldrig|ingen|inga|inget|ingenting|varken|vare sig|nej|not|no|none|never|neither)\b"
    r"(?!\s+(?:bara|enbart|endast|minst|sällan|längre|only|least))",
    re.IGNORECASE,
)
_EXCLUDES = re.compile(
    r"\b(?:inte|ej|utom|förutom|undantag\w*)\s+(?:för\s+)?(?:de|dem|den|personer|någon|alla)\s+(?:som\s+)?(?:har\s|är\s)?$",
    re.IGNORECASE,
)
"""Before the words: whoever they are said of is left out."""
_NOBODY = re.compile(r"\b(?:ingen|inget|inga|ingenting)\s+(?:\w+\s+)?som\s+(?:\w+\s+)?$", re.IGNORECASE)
"""Before the words: there is nobody, or nothing, that they are true of."""
_JOINED = re.compile(r"(?:(?:,|\s+(?:och|eller|samt))\s+[\w-]+){0,2}")
"""What is named together with the words before it: "arbete", "eller studier"."""
_IN_CONTRAST = re.compile(r",\s+(?:och\s+)?$")
_DENIES_BEFORE_IT = re.compile(
    r"^\W+(?:(?:är|blir|har|ska|kan|kommer(?: att)?|ingår|deltar|medverkar|behövs|krävs|används|finns|omfattas"
    r"|planeras|görs|gäller|is|are|will|does|do)\W+)(?:\w+\W+)?(?:inte|ej|aldrig|not|never)\b"
    r"|^\s+(?:inte|ej|aldrig)\b(?!\s+(?:bara|enbart|endast|minst|sällan))"
    r"|^\W+(?:saknas|uteblir|utesluts|undantas)\b"
    r"|^\s+\w+\s+(?:vi|man|de|jag|hon|han|projektet|insatsen|parterna)\s+(?:\w+\s+)?(?:inte|ej|aldrig|ingen|inga|inget)\b"
    r"(?!\s+(?:bara|enbart|endast|minst|sällan))",
    re.IGNORECASE,
)
_BUT = re.compile(r"\butan\b(?!\s+att\b)", re.IGNORECASE)
_RATHER = re.compile(r"\binte\b.{1,80}?\butan\b(?!\s+att\b)", re.IGNORECASE)
"""Denies what stands before "utan", and says what stands after it."""
_REACH = 6
"""Words before a phrase in which a denial still concerns it."""
_WINDOW = 300
"""Characters that hold these words, and what begins their clause."""
_SHORT_REACH = 2
_SHORT = frozenset({"utan", "saknar", "saknas", "without"})
"""Denials that concern what follows at once."""
_WORD = re.compile(r"\w[\w-]*")


def is_denied(text: str, start: int, end: int) -> bool:
    """True when the words of the same clause deny ``text[start:end]``; what it denies by itself does not count."""
    left = _before(text, start)
    for match in _DENIES_AFTER_IT.finditer(left):
        word = match.group().lower()
        after = len(_WORD.findall(left, match.end()))
        is_short = word in _SHORT and not left.startswith(" att ", match.end())
        if after < (_SHORT_REACH if is_short else _REACH):
            return True
    if any(len(_WORD.findall(left, match.end())) < _REACH for match in _doubts("before").finditer(left)):
        return True
    if any(pattern.search(text, max(0, start - _WINDOW), start) for pattern in (_EXCLUDES, _NOBODY)):
        return True
    return is_let_be(text, end) or _DENIES_BEFORE_IT.match(text[end : end + 60]) is not None


def is_set_against(text: str, end: int, places: Iterable[int]) -> bool:
    """True when a "but" follows what is denied up to ``end``, and one of ``places`` after it: "inte X utan Y"."""
    turn = _BUT.search(text, end)
    return turn is not None and any(place >= turn.end() for place in places)


def says_more(text: str) -> bool:
    """True when a "not" in ``text`` denies nothing: "not only", "no other aim than"."""
    return _doubts("more").search(text) is not None


def is_only_possible(text: str, start: int) -> bool:
    """True when the words of the same clause right before ``start`` say that it may be so: "kan ha", "kan finnas"."""
    left = _before(text, start)
    return any(len(_WORD.findall(left, match.end())) < _REACH for match in _doubts("may").finditer(left))


def is_let_be(text: str, end: int) -> bool:
    """True when the words right after ``end`` put aside, exclude or belittle what stands before it."""
    joined = _JOINED.match(text, end)
    ends = {end, joined.end() if joined else end}
    return any(_doubts("after").match(text[one : one + 60].lstrip()) for one in ends)


def holds_denial(text: str, start: int, end: int) -> bool:
    """True when a "not" or a "no" stands in a sentence outside ``text[start:end]``, whatever it denies.

    One that only sets what was said off against something else ("vad hon kan, inte vad hon har") does not count.
    """
    return any(
        not start <= match.start() < end and not _IN_CONTRAST.search(text, 0, match.start())
        for match in _DENIAL.finditer(text)
    )


def is_hedged(text: str) -> bool:
    """True when a sentence leaves open whether what it says is so."""
    return _doubts("hedges").search(text) is not None


@cache
def _doubts(name: str) -> re.Pattern[str]:
    """Return the phrases of one list of ``doubts.toml``, with dots and without."""
    lists = tomllib.loads((Path(__file__).parent / "doubts.toml").read_text(encoding="utf-8"))
    return compile_phrases(dict.fromkeys((*lists[name], *map(folded, lists[name]))))


def _before(text: str, start: int) -> str:
    """Return the part of the clause that stands before ``start``, the last words of a long one."""
    begin = max(0, start - _WINDOW)
    for match in _CLAUSE_END.finditer(text, begin, start):
        begin = match.end()
    for match in _RATHER.finditer(text, begin, start):
        begin = match.end()
    return text[begin:start]
