"""Undo the damage that taking text out of a PDF or DOCX does, line by line.

Bookmark marks, footnote codes, headers, footers, page numbers and the blank line between every line go; notes at the
foot of a page are set apart. Where something other than white space is taken out of running text, a SEAM stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.footnotes import NOTE, set_notes_apart
from ingest.furniture import drop_furniture, drop_page_numbers, with_seam
from ingest.joining import join
from ingest.model import SEAM, Line

__all__ = ["NOTE", "join", "repair"]

_BREAKS = re.compile("\r\n?|[\f\v\x1c-\x1e\x85\u2028\u2029]")
_BOOKMARK = re.compile(r"\[bookmark:[^\]\n]{0,300}\]")
_NOTE_CODE = re.compile(r"\[footnoteRef:(\d{1,4})\]\s{0,9}\[\1:([^\]]{0,3000})\]")
_SOFT_BREAK = re.compile("\u00ad[ \t]*\n[ \t]*([^\\s\u00ad]+)(?:[ \t]+(?=\\S))?(\n?)")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f"
    "\ufeff\U000e0000-\U000e007f]"
)
_SPACES = re.compile(r"[^\S\n\t]")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_LIGATURE = re.compile("[" + "".join(_LIGATURES) + "]")
_PAGE_BREAK = re.compile(r" [^ ]")


def repair(pages: Sequence[tuple[int | None, str]]) -> list[Line]:
    """Return the repaired lines of a text given as ``(page number or None, text)``."""
    lines = drop_furniture([line for number, text in pages for line in _lines(_clean(text), number)])
    double = _is_double_spaced(lines)
    lines = set_notes_apart(drop_page_numbers(lines))
    return [replace(line, gap=max(0, line.gap - 1) // 2) for line in lines] if double else lines


def _clean(text: str) -> str:
    text = unicodedata.normalize("NFC", _BREAKS.sub("\n", text))
    text = _BOOKMARK.sub(SEAM, text)
    text = _NOTE_CODE.sub(lambda match: f"{SEAM}\n{NOTE}{match.group(1)}{SEAM} {match.group(2).strip()}\n", text)
    if "\u00ad" in text:
        text = _SOFT_BREAK.sub(lambda match: f"{SEAM}{match.group(1)}\n", text)
    text = _INVISIBLE.sub(SEAM, text)
    text = _LIGATURE.sub(lambda match: f"{SEAM}{_LIGATURES[match.group()]}{SEAM}", text)
    return _SPACES.sub(" ", text)


def _lines(text: str, page: int | None) -> list[Line]:
    """Cut a page at its line breaks. A first space where others have none is what is left of a page break."""
    rows = text.split("\n")
    indented = sum(1 for row in rows if _PAGE_BREAK.match(row))
    has_breaks = page is None and indented <= max(3, len(rows) * 0.1)
    found: list[Line] = []
    gap = 0
    is_cut = False
    for row in rows:
        body = row.strip(" ")
        if not body.strip(SEAM + " "):
            gap += 1
            is_cut = is_cut or SEAM in body
            continue
        is_break = has_breaks and found and _PAGE_BREAK.match(row)
        line = Line(body, page, max(gap, 3) if is_break else gap)
        found.append(with_seam(line) if is_cut else line)
        gap = 0
        is_cut = False
    return found


def _is_double_spaced(lines: Iterable[Line]) -> bool:
    """True when most lines of running text have a blank line between them and the next."""
    gaps = Counter(min(line.gap, 3) for line in lines if not line.text.startswith("\t"))
    return gaps[1] > 20 and gaps[1] > 2 * gaps[0] and gaps[1] > gaps[2]
