"""Undo the damage that taking text out of a PDF or DOCX does, line by line.

Bookmark marks, footnote codes, headers, footers, page numbers and the blank line between every line go; notes at the
foot of a page are set apart. Where something other than white space is taken out of running text, a SEAM stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.model import SEAM, Line

NOTE = "\ue002"
"""First character of a line that is a footnote: NOTE, its number, a space, its text."""

_BOOKMARK = re.compile(r"\[bookmark:[^\]]*\]")
_NOTE_CODE = re.compile(r"\[footnoteRef:(\d+)\]\s*\[\1:\s*([^\]]*)\]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SPACES = re.compile(r"[^\S\n\t]")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_LIGATURE = re.compile("[" + "".join(_LIGATURES) + "]")
_PAGE_NUMBER = re.compile(r"(?:[Ss]id(?:an|a)?\.?\s*)?\d{1,4}(?:\s*(?:av|/|\()\s*\d{1,4}\)?)?")
_PAGE_BREAK = re.compile(r" [^ ]")
_BARE_NUMBER = re.compile(r"\d{1,3}")
_NOTE_LINE = re.compile(r"(\d{1,2}) ([A-ZÅÄÖ”\"].*)")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Raw:
    text: str
    page: int | None
    gap: int
    """Blank lines above, as in the file."""
    edge: bool = False
    """Among the first or last two lines of its page."""


def repair(pages: Sequence[tuple[int | None, str]]) -> list[Line]:
    """Return the repaired lines of a text given as ``(page number or None, text)``."""
    raw: list[_Raw] = []
    for number, text in pages:
        raw.extend(_lines(_clean(text), number))
    raw = _drop_furniture(raw, len(pages))
    double = _is_double_spaced(raw)
    raw = _drop_page_numbers(raw)
    raw = _set_notes_apart(raw)
    return [Line(line.text, line.page, max(0, line.gap - 1) // 2 if double else line.gap) for line in raw]


def _clean(text: str) -> str:
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n"))
    text = _BOOKMARK.sub(SEAM, text)
    text = _NOTE_CODE.sub(lambda match: f"{SEAM}\n{NOTE}{match.group(1)}{SEAM} {match.group(2).strip()}\n", text)
    text = _INVISIBLE.sub(SEAM, text)
    text = _LIGATURE.sub(lambda match: f"{SEAM}{_LIGATURES[match.group()]}{SEAM}", text)
    return _SPACES.sub(" ", text)


def _lines(text: str, page: int | None) -> list[_Raw]:
    """Cut a page at its line breaks. A first space where others have none is what is left of a page break."""
    found: list[_Raw] = []
    gap = 0
    for line in text.split("\n"):
        body = line.strip(" ")
        if not body.strip(SEAM + " "):
            gap += 1
            continue
        breaks = page is None and _PAGE_BREAK.match(line) and found
        found.append(_Raw(body, page, max(gap, 3) if breaks else gap))
        gap = 0
    last = len(found) - 1
    return [replace(line, edge=page is not None and (i < 2 or i > last - 2)) for i, line in enumerate(found)]


def _drop_furniture(lines: list[_Raw], pages: int) -> list[_Raw]:
    """Drop headers and footers: lines at a page's edge that stand, but for figures, on most pages."""
    if pages < 3:
        return [line for line in lines if not (line.edge and _PAGE_NUMBER.fullmatch(line.text))]
    seen: dict[str, set[int | None]] = {}
    for line in lines:
        if line.edge:
            seen.setdefault(_shape(line.text), set()).add(line.page)
    repeated = {shape for shape, on in seen.items() if len(on) >= max(3, pages * 0.6)}
    kept: list[_Raw] = []
    carried = 0
    for line in lines:
        if line.edge and (_shape(line.text) in repeated or _PAGE_NUMBER.fullmatch(line.text)):
            carried += line.gap
            continue
        kept.append(replace(line, gap=line.gap + carried) if carried else line)
        carried = 0
    return kept


def _shape(text: str) -> str:
    return _DIGITS.sub("0", text.lower())


def _is_double_spaced(lines: Iterable[_Raw]) -> bool:
    """True when most lines of running text have a blank line between them and the next."""
    gaps = Counter(min(line.gap, 3) for line in lines if not line.text.startswith("\t"))
    return gaps[1] > 20 and gaps[1] > 2 * gaps[0] and gaps[1] > gaps[2]


def _drop_page_numbers(lines: list[_Raw]) -> list[_Raw]:
    """Drop lone small figures with room around them that count upwards through the text: its page numbers."""
    kept: list[_Raw] = []
    last_number = 0
    carried = 0
    for i, line in enumerate(lines):
        below = lines[i + 1].gap if i + 1 < len(lines) else 9
        if (
            _BARE_NUMBER.fullmatch(line.text)
            and line.gap + below >= 4
            and min(line.gap, below) >= 1
            and last_number < int(line.text) <= last_number + 30
        ):
            last_number = int(line.text)
            carried = line.gap
            continue
        kept.append(replace(line, gap=line.gap + carried))
        carried = 0
    return kept


def _set_notes_apart(lines: list[_Raw]) -> list[_Raw]:
    """Find footnotes printed at the foot of a page, mark them, and take their numbers out of the text above.

    A footnote is a line "n Text" whose number is the next in order and stands, stuck to a word, in the text before it.
    """
    expected = 1
    found: list[_Raw] = []
    note_at: int | None = None
    for line in lines:
        match = _NOTE_LINE.fullmatch(line.text)
        if match and int(match.group(1)) == expected and _unmark(found, expected):
            found.append(replace(line, text=f"{NOTE}{expected} {match.group(2)}"))
            note_at = len(found) - 1
            expected += 1
        elif note_at is not None and line.gap == 0 and found[note_at].page == line.page and note_at == len(found) - 1:
            found[note_at] = replace(found[note_at], text=f"{found[note_at].text} {line.text}")
        else:
            found.append(line)
    return found


def _unmark(lines: list[_Raw], number: int) -> bool:
    """Replace the reference mark ``number`` in the nearest line above by a SEAM; False when there is none."""
    mark = re.compile(rf"(?<=[a-zåäöA-ZÅÄÖ”\".)]){number}(?=[\s.,:;”\")]|$)")
    for i in range(len(lines) - 1, max(-1, len(lines) - 80), -1):
        if lines[i].text.startswith((NOTE, "\t")):
            continue
        text, count = mark.subn(SEAM, lines[i].text, count=1)
        if count:
            lines[i] = replace(lines[i], text=text)
            return True
    return False


_SUSPENDED = re.compile(r"(?:och|eller|samt|respektive|till|resp)\b")


def join(first: str, second: str) -> str:
    """Join two lines of one paragraph; a word broken by a hyphen is mended and leaves a SEAM."""
    head, tail = first.rstrip(), second.lstrip()
    if not head or not tail:
        return head or tail
    if head[-1] in "-\u2010" and len(head) > 1 and head[-2].isalpha() and not _SUSPENDED.match(tail):
        if tail[0].islower():
            return f"{head[:-1]}{SEAM}{tail}"
        if tail[0].isupper():
            return f"{head}{SEAM}{tail}"
    return f"{head} {tail}"
