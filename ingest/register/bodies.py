"""Who decides: bodies named in a sentence, by ``bodies.tsv``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_HYPOTHETICAL = re.compile(
    r"(?:\b(?:om|ifall|huruvida|innan|tills|såvida|förutsatt att|under förutsättning att|i väntan på att|inför att"
    r"|när som helst|så snart)|\b(?:föresl\w+|förslag\w*|yrka\w*|begär\w*|hemställ\w*|förorda\w*|rekommender\w*"
    r"|önska\w*|vill|ville|hoppa\w*|förvänt\w+|vänta\w*|räkna\w*|kräv\w*)\b[^.;:]{0,90}\batt)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\s*(?:som|där|vars)\b[^,]*,")
_OTHER_CLAUSE = re.compile(r"[.;:?!]|\b(?:att|som|där|när|vilket|eftersom|men)\b", re.IGNORECASE)
_AUXILIARY = re.compile(r"(?:\s+(?:har|hade|därför|också|även|sedan|enhälligt|därefter))*\s*")
"""What stands between a verb and its subject where another body that the verb acts on follows it."""
_FURTHEST = 110
"""Characters between a subject and its verb."""


@dataclass(frozen=True, slots=True)
class Body:
    """``text[start:end]`` names a body."""

    start: int
    end: int
    name: str
    is_board: bool
    """False for an authority or owner, which acts in other ways than by deciding on matters too."""


def bodies(text: str, start: int = 0, end: int | None = None) -> Iterator[Body]:
    """The bodies named in ``text[start:end]``, in order."""
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        number = int((match.lastgroup or "b0")[1:])
        _, name, kind = _kinds()[number]
        written = match.group()
        if name == "*":
            written = written[0].lower() + written[1:]
        yield Body(match.start(), match.end(), written if name in ("", "*") else name, kind == "board")


def subject_of(text: str, start: int, verb_start: int, verb_end: int, end: int) -> Body | None:
    """The body that is the subject of ``text[verb_start:verb_end]`` in the sentence ``text[start:end]``.

    It stands before the verb in the same clause, or right behind it ("beslutade styrelsen"). None, too, when the
    clause is a condition or a wish.
    """
    behind = next(bodies(text, verb_end, end), None)
    if behind and text[verb_end : behind.start].strip():
        behind = None
    before = next(reversed(list(bodies(text, start, verb_start))), None)
    if before is None or (behind and not _AUXILIARY.fullmatch(text, before.end, verb_start)):
        return behind
    between = _ASIDE.sub(" ", text[before.end : verb_start])
    if len(between) > _FURTHEST or _OTHER_CLAUSE.search(between) or is_hypothetical(text[start : before.start]):
        return None
    return before


def is_hypothetical(before: str) -> bool:
    """True when a clause that ``before`` leads to is a condition or a wish."""
    return _HYPOTHETICAL.search(before) is not None


@cache
def _kinds() -> tuple[tuple[str, str, str], ...]:
    lines = (Path(__file__).parent / "bodies.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((pattern, name, kind) for pattern, name, kind in rows)


@cache
def _pattern() -> re.Pattern[str]:
    groups = (f"(?P<b{number}>{pattern})" for number, (pattern, _, _) in enumerate(_kinds()))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)})(?![\w-])")
