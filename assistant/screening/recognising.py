"""Tell an application from a text that is none: a recipe, a plan, minutes."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from assistant.errors import ScreeningError
from assistant.screening import headings
from assistant.screening.model import Topic
from assistant.screening.outlining import Outline
from ingest.guessing import guess

_SIGNS_WANTED = 2
_OPENING = 1500
"""Characters in which an application says that it is one."""
_ASKS = re.compile(
    r"(?<!\w)(?:vi |harmed |ansokan om |an)soker\b|ansokan\b|problemformulering|projektnamn|insatstyp|projektagare"
    r"|we (?:hereby )?apply|application"
)
_OTHERS = frozenset({"verksamhetsplan", "redovisning", "beslut", "forbundsordning", "lag"})
"""Kinds of documents that are no applications."""


def demand_application(text: str, outline: Outline, shown: str) -> None:
    """Do nothing for a text that may be an application, however short or poor.

    Raises:
        ScreeningError: the text speaks of nothing that applications do, or calls itself something else.
    """
    folded = headings.fold(text)
    signs = {match.group() for match in _signs().finditer(folded)}
    if len(signs) + sum(one.named is not None for one in outline.headings) < _SIGNS_WANTED:
        raise ScreeningError(f"{shown} ser inte ut att vara en ansökan; kontrollera att det är rätt text som lagts in.")
    is_other = guess("", "", text).type in _OTHERS
    labelled = {one.topic for one in outline.statements if one.label}
    is_form = len(labelled & {Topic.OWNER, Topic.AMOUNT, Topic.TITLE, Topic.TYPE, Topic.PARTIES}) > 1
    if is_other and not is_form and not _ASKS.search(folded[:_OPENING]):
        raise ScreeningError(
            f"{shown} ser ut att vara en plan, en redovisning eller ett protokoll; lägg in själva ansökan."
        )


@cache
def _signs() -> re.Pattern[str]:
    lines = (Path(__file__).parent / "signs.txt").read_text(encoding="utf-8").splitlines()
    stems = [line for line in lines if line and not line.startswith("#")]
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(stems, key=len, reverse=True))})")
