"""Whether a text tells what has happened or what is to be: a goal that is told as reached says more than its place."""

from __future__ import annotations

import re

from assistant.phrasing.verifying.signs import names_of

_HAPPENED = re.compile(
    r"\b(?:har|hade|have|has|had)\s+(?:\w+\s+){0,3}?\w{2,}(?:at|ats|it|its|tt|tts|ett|etts|rt|rts|ed)\b"
    r"|\b(?:blev|fick|tog|togs|gick|hölls|höll|gavs|gav|kom|deltog|stod|låg|gjorde|gjordes|drev|såg|fanns|var|började|was|were|did)\b"
    r"|\b\w{2,}(?:ades|dde|ddes)\b|\b\w{3,}ade\b(?!\s+\w+(?:er|ar|or|na|en|et|n|t|are)\b)",
    re.IGNORECASE,
)
_IS = re.compile(r"\b(?:är|har|finns|ligger|is|are|has)\b", re.IGNORECASE)
_YET_TO_BE = frozenset({"must", "target", "planned", "proposal", "should", "forecast"})


def told_as_done(sentence: str, own: str, targets: bool, row: bool = False) -> bool:
    """True when a sentence tells as done what its place only wants, plans or proposes.

    Args:
        targets: the place is a table's row of goals.
        row: it is a table's row, which only its heads tell of.
    """
    if names_of(sentence) & _YET_TO_BE:
        return False
    if not row and _IS.search(sentence) and not _IS.search(own) and names_of(own) & {"must", "should"}:
        return True
    if not _HAPPENED.search(sentence):
        return False
    return not _HAPPENED.search(own.rpartition(": ")[2]) and (targets or (not row and bool(names_of(own) & _YET_TO_BE)))
