"""Recognise headings and list markers at the beginning of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.joining import UNWRAPPED
from ingest.model import SEAM
from ingest.money import UNIT_WORD

_EDGE = SEAM + " "

_BULLET = re.compile(r"([•·▪‣◦●○■□◆➢➤►▶✓✔☐☑☒\uf0b7\uf0a7\uf0d8\uf0fc]|[-–—−*](?=\s|[A-ZÅÄÖ])|o(?=\s))\s*(?=\S)")
_NUMBERED = re.compile(r"(\d{1,2}[.)]|\(\d{1,2}\)|[a-zåäö]\)|\([a-zåäö]\)|[ivx]{1,4}\))\s+(?=\S)")
_TABBED_CLAUSE = re.compile(r"(att)\s*\t\s*(?=\S)")
_CLAUSE = re.compile(r"(att)\s+(?=\S)", re.IGNORECASE)
_DECIDES = re.compile(r"(?:\b(?:beslut\w*|beslöt|föreslå\w*|yrka\w*|rekommendera\w*)|:)$", re.IGNORECASE)
CLAUSE_ENDS = (",", ";", ":", " samt", " och")
"""What the clause before another may end with, besides a full stop."""
_ALIKE = str.maketrans("–—−☑☒", "---☐☐")
"""Marks that stand in one list for one another."""
BARE_BULLET = re.compile(r"[•·▪‣◦●■\uf0b7\uf0a7]")

_DECIMAL = re.compile(r"(\d{1,2}(?:\.\d{1,2})+)\.?\s*(?=[A-ZÅÄÖ])|(\d{1,2})\.?\s+(?=[A-ZÅÄÖ])")
_ROMAN = re.compile(r"([IVX]{1,5})\.\s+(?=[A-ZÅÄÖ])")
_ITEM_OF_MINUTES = re.compile(r"(§{1,2} ?\d{1,4}(?:[/:–-]\d{1,4})?)[.:]?(?:\s+(?=[A-ZÅÄÖ”\"\d])|$)")
_LABELLED = re.compile(
    r"((?:ärende|punkt|kapitel|avsnitt|bilaga|del|paragraf|not|appendix|annex|chapter|section|part|item)"
    r" (?:\d{1,2}(?:\.\d{1,2})*|[A-H]|[IVX]{1,5}))(?:\s*[.:–-])?(?:\s+(?=[A-ZÅÄÖ])|$)",
    re.IGNORECASE,
)
_SECTION_OF_LAW = re.compile(r"((?:\d{1,2}(?: [a-z])? kap\. ?)?\d{1,3}(?: [a-z])? §)(?:\s+(?=[A-ZÅÄÖ/”\"])|$)")
_CHAPTER_OF_LAW = re.compile(r"(\d{1,2}(?: [a-z])? kap\.)\s+(?=[A-ZÅÄÖ])")

STOP = re.compile(r"[.!?…][”\"’)\]]*$")
TERMINAL = re.compile(r"[.!?:;,…][”\"’)\]]*$")
_NO_HEADING_END = re.compile(r"[.!:;,…][”\"’)\]]*$")
_DANGLING = re.compile(
    r"\b(?:av|i|på|för|med|till|som|och|att|den|det|en|ett|om|från|vid|eller|under|ska|skall|får|kan|är|har|samt|mot"
    r"|of|the|and|to|for|in|with|a|an)$",
    re.IGNORECASE,
)
_DECIDING = re.compile(r"\b(?:beslutar?|beslutade|beslöt|föreslår|föreslås|yrkar)$")
_CAPTION = re.compile(r"(?:figur|tabell|diagram|bild|figure|table)\s*\d", re.IGNORECASE)
_FIELD = re.compile(r"[^:]{2,30}: \S")
_AMOUNT = re.compile(rf"\d[\d ]*(?:[.,]\d+)? ?(?:{UNIT_WORD}|%)$", re.IGNORECASE)
_POSTAL = re.compile(r"\d{3} \d{2} [A-ZÅÄÖ]")
_PLACE_AND_DATE = re.compile(r"[A-ZÅÄÖ]\w+,? (?:den )?\d{1,2} [a-z]{3,9} \d{4}$|[A-ZÅÄÖ]\w+,? \d{4}-\d{2}-\d{2}$")
MAX_HEADING = 100
MAX_NUMBERED_HEADING = 170
_MAX_BOLD_HEADING = 90


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text as a whole is set."""

    width: int | None
    """Characters at which its lines are wrapped, or None when a line is a paragraph."""
    sections: str
    """What lines "7 §" begin: "law" sections, items of "minutes", or "" nothing."""

    @property
    def full_line(self) -> int:
        """Characters that a full line holds."""
        return self.width or UNWRAPPED


@dataclass(frozen=True, slots=True)
class Numbered:
    """A heading's number."""

    mark: str
    """"5", "2.1", "II", "7 §", "2 kap.", "§ 12", "Bilaga 1"."""
    end: int
    """Where the heading's words begin."""


def bare(text: str) -> str:
    """Return ``text`` with single spaces, without seams and space at its edges."""
    return " ".join(text.split()).strip(_EDGE)


def sections_of(texts: Iterable[str], width: int | None) -> str:
    """Return what lines "7 §" begin, for :attr:`Setting.sections`: law when their text goes on as sentences do."""
    rests = [text[match.end() :] for text in texts if (match := _SECTION_OF_LAW.match(text))]
    if len(rests) < 3:
        return ""
    titled = sum(1 for rest in rests if rest and len(rest) < 0.6 * (width or 100) and not TERMINAL.search(rest))
    return "minutes" if titled > len(rests) / 2 else "law"


def section_of_law(text: str) -> Numbered | None:
    """Return the number of a section or chapter of law at the beginning of ``text``."""
    if match := _CHAPTER_OF_LAW.match(text):
        return Numbered(match.group(1), match.end()) if not _NO_HEADING_END.search(text) else None
    match = _SECTION_OF_LAW.match(text)
    return Numbered(match.group(1), match.end()) if match else None


def number_of(text: str, setting: Setting) -> Numbered | None:
    """Return the number at the beginning of ``text`` when it is one that headings have."""
    if text[:1].isdigit():
        if setting.sections == "minutes" and (match := _SECTION_OF_LAW.match(text)):
            return Numbered(match.group(1), match.end())
        if match := _DECIMAL.match(text):
            return Numbered(match.group(1) or match.group(2), match.end())
        return None
    if match := _ITEM_OF_MINUTES.match(text) or _ROMAN.match(text):
        return Numbered(match.group(1), match.end())
    match = _LABELLED.match(text)
    return Numbered(match.group(1), match.end()) if match else None


def is_certain(number: Numbered) -> bool:
    """False for a lone figure, which may as well begin a sentence or a list item."""
    return not number.mark.isdigit()


def marker(text: str) -> str:
    """Return the list marker at the beginning of ``text``, or ""."""
    for pattern in (_TABBED_CLAUSE, _BULLET, _NUMBERED):
        if match := pattern.match(text):
            return match.group(1)
    return ""


def kind_of(mark: str) -> str:
    """Return what is the same in all markers of one list."""
    kind = re.sub(r"\d+", "1", mark.removeprefix("(")).translate(_ALIKE)
    return re.sub(r"^[^\W\d]+\)", "a)", kind)


def clause(text: str, before: str, last_mark: str, *, is_apart: bool = False) -> str:
    """Return "att" when ``text`` is one of the clauses of a decision, each on a line of its own.

    Args:
        before: the line above, or the heading when it stands right below one.
        last_mark: marker of the list item that is open, or "".
        is_apart: the line above ends before a line is full, so that a clause does not go on from it.
    """
    if not (match := _CLAUSE.match(text)):
        return ""
    goes_on = last_mark == "att" and (is_apart or before.endswith((*CLAUSE_ENDS, ".")))
    return match.group(1).lower() if goes_on or _DECIDES.search(before) else ""


def is_field(text: str) -> bool:
    """True for "Namn: X"."""
    return _FIELD.match(text) is not None


def is_capitals(text: str) -> bool:
    """True for a heading in capitals: more than four letters, none of them small."""
    return text.isupper() and text[0].isalnum() and sum(map(str.isalpha, text)) > 4


def reads_like_heading(text: str) -> bool:
    """True for a short line that starts like a title and does not end like a sentence or an address."""
    if not text or len(text) > MAX_HEADING or not text[0].isupper() or not any(map(str.isalpha, text)):
        return False
    ends = _NO_HEADING_END, _DANGLING, _AMOUNT, _DECIDING
    return not (any(p.search(text) for p in ends) or any(p.match(text) for p in (_CAPTION, _FIELD, _PLACE_AND_DATE)))


def is_bold_heading(text: str) -> bool:
    """True when a line, all of it in bold type, is a heading: short, and not ending like a sentence or a clause."""
    return len(text) <= _MAX_BOLD_HEADING and not text.endswith((".", ",", ";"))


def is_postal(text: str) -> bool:
    """True for "123 45 Ort"."""
    return _POSTAL.match(text) is not None


def is_dangling(text: str) -> bool:
    """True when the last word calls for another."""
    return _DANGLING.search(text) is not None


def is_chapter(mark: str) -> bool:
    """True for the number of a chapter of law, "2 kap."."""
    return mark.endswith("kap.")


def depth(mark: str) -> int:
    """Return the depth from 1 of a heading with the number ``mark``: "2.1" stands below "2"."""
    last = mark.split()[-1]
    return last.count(".") + 1 if last[0].isdigit() and not last.endswith(".") else 1
