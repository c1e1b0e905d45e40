"""Tell an application from a text that is none: a recipe, a plan, minutes."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from assistant.errors import ScreeningError
from assistant.screening.draft import Topic
from assistant.screening.reading import headings
from assistant.screening.reading.outlining import Outline
from ingest.guessing import guess

_SIGNS_WANTED = 2
_OPENING = 1500
"""Characters in which an application says that it is one."""
_TITLE_LINES = 8
_LONGEST_TITLE = 120
"""Characters."""
_ASKS = re.compile(
    r"(?<!\w)(?:vi |harmed |ansokan om |an)soker\b|ansokan\b|problemformulering|projektnamn|insatstyp|projektagare"
    r"|we (?:hereby )?apply|application"
)
_WISHES = re.compile(r"(?<!\w)(?:\w*ansok\w*|sok(?:er|s|es|t|ta)\b|onskar|behover|ber\b|hoppas|begar\w*|vill)")
_MONEY = re.compile(r"\d ?(?:kr|tkr|mkr|kronor|sek)\b|(?<!\w)(?:bidrag\w*|medel|pengar\w*|finansier\w*|anslag\w*)\b")
_WANTS = re.compile(
    r"(?<!\w)(?:(?:vi|jag|harmed|gemensamt|enheten|avdelningen|mottagningen) (?:\w+ ){0,3}?(?:an)?(?:soker|sokt|soka"
    r"|begar"
    r"|askar|behover)\b|(?:soker|behover|begar|askar|hoppas|onskar|ber) (?:vi|jag)\b|(?:vi|jag) (?:\w+ )?ber\b"
    r"|harmed soks\b"
    r"|(?:vi|jag) (?:\w+ ){0,2}?(?:vill|skulle vilja|hoppas|onskar) (?:\w+ ){0,3}?(?:ha|fa|soka)\b"
    r"|vill (?:vi|jag) (?:\w+ ){0,3}?(?:ha|fa|soka)\b|(?:kan|vill|skulle) (?:ni|finsam|forbundet) (?:\w+ ){0,3}?"
    r"(?:betala|bidra|bekosta|ge|sta for|skjuta till|finansiera)\b"
    r"|(?:foreslas|foreslar|avser|onskar|vill|ska|beslutar|har for avsikt) (?:\w+ ){0,2}?(?:an)?soka\b"
    r"|(?:an)?sok(?:er|a|s)\b(?=[^.!?]{0,120}(?:fran|hos|av|till) (?:finsam|samordningsforbundet))"
    r"|skulle (?:vi )?(?:\w+ )?(?:behova|racka|kosta)\b|we (?:\w+ )?(?:apply|ask|need|seek|request)\b)"
    r"[^.!?]{0,160}?(?:(?<!\w)(?:\w*medel|pengar\w*|bidrag|stod|pott|finansier\w*|anslag|money|funding|funds|grant)\b"
    r"|\d ?(?:kr|tkr|mkr|kronor|miljon\w*|tusen|sek)\b|\d{2,3} 000\b|miljon\w*\b|tusen\b)"
)
"""Someone wants money for something, in whatever tone."""
_OTHERS = frozenset({"verksamhetsplan", "redovisning", "beslut", "forbundsordning", "lag"})
"""Kinds of documents that are no applications."""


def demand_application(text: str, outline: Outline, shown: str) -> None:
    """Do nothing for a text that may be an application, however short or poor; whoever asks for money may.

    Raises:
        ScreeningError: the text speaks of nothing that applications do, or is a paper of another kind by its title.
    """
    folded = headings.fold(text)
    if _WANTS.search(folded):
        return
    signs = {match.group() for match in _signs().finditer(folded)}
    known = len(signs) + sum(one.named is not None for one in outline.headings)
    if known < _SIGNS_WANTED and not (_WISHES.search(folded) and _MONEY.search(folded)):
        raise ScreeningError(f"{shown} ser inte ut att vara en ansökan; kontrollera att det är rätt text som lagts in.")
    is_other = guess("", "", _title_lines(text)).type in _OTHERS
    labelled = {one.topic for one in outline.statements if one.label}
    is_form = len(labelled & {Topic.OWNER, Topic.TITLE, Topic.TYPE, Topic.PARTIES}) > 1 or Topic.AMOUNT in labelled
    if is_other and not is_form and not _ASKS.search(headings.fold(_title_lines(text))):
        raise ScreeningError(
            f"{shown} ser ut att vara en plan, en redovisning eller ett protokoll; lägg in själva ansökan."
        )


def _title_lines(text: str) -> str:
    """The first lines that may be a title: what is said in a sentence names no paper."""
    lines = [line for line in text[:_OPENING].splitlines() if line.strip()][:_TITLE_LINES]
    return "\n".join(
        line for line in lines if len(line) <= _LONGEST_TITLE and line.rstrip()[-1] not in ".,;!?" and line[0] != "§"
    )


@cache
def _signs() -> re.Pattern[str]:
    lines = (Path(__file__).parent / "signs.txt").read_text(encoding="utf-8").splitlines()
    stems = [line for line in lines if line and not line.startswith("#")]
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(stems, key=len, reverse=True))})")
