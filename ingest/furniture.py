"""Take away what belongs to the page and not to the text: page numbers, headers and footers.

Where something was taken away, the line below gets its blank lines and a SEAM.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from ingest.model import SEAM, Line

_LABEL = re.compile(r"(?:[Ss]id(?:an|a)?|SID(?:AN|A)?|[Pp]age)\.?:? ?\d{1,4}(?: ?(?:av|of|/|\() ?\d{1,4} ?\)?)?")
_OF = re.compile(r"[-–—]? ?(\d{1,4}) ?(?:av|of|/|\() ?(\d{1,4}) ?\)? ?[-–—]?")
_BARE = re.compile(r"[-–—]? ?(\d{1,3}) ?[-–—]?")
_PRIVATE = re.compile("[\ue001-\ue0ff]")
_LONGEST = 24
"""Characters of a line that is a page number."""
_WORDS = re.compile(r"\w[^\t]*[^\W\d_]{3}")
_DIGITS = re.compile(r"\d+")
_DEPTH = 4
"""Lines of a header or footer at most."""
_SHARE = 0.45
"""Of the pages that a header stands on at least: those of left and right pages may differ."""
_STEP = 30
"""A page number is at most so much higher than the one before it that was found."""


def drop_furniture(lines: Sequence[Line]) -> list[Line]:
    """Drop page numbers, headers and footers at the edges of numbered pages.

    A header or footer stands, but for its figures, on many pages, with nothing but its like between it and the edge.
    """
    pages = [list(group) for _, group in groupby(lines, key=lambda line: line.page)]
    numbered = [page for page in pages if page[0].page is not None]
    repeated = _repeated(numbered)
    offset = _offset(numbered)
    dropped: set[int] = set()
    first = 0
    for page in pages:
        if page[0].page is not None:
            last = first + len(page) - 1
            dropped.update(first + depth for depth in _run(page, repeated, offset))
            dropped.update(last - depth for depth in _run(page[::-1], repeated, offset))
        first += len(page)
    return _without(lines, dropped)


def _repeated(pages: Sequence[Sequence[Line]]) -> set[str]:
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_shape(line.text, depth) for end in (page, page[::-1]) for depth, line in enumerate(end[:_DEPTH])})
    return {shape for shape, count in seen.items() if count >= max(3, len(pages) * _SHARE)}


def _offset(pages: Sequence[Sequence[Line]]) -> int:
    """How much the printed page numbers are ahead of the pages' own."""
    seen: Counter[int] = Counter()
    for page in pages:
        for line in (*page[:2], *page[2:][-2:]):
            if match := _BARE.fullmatch(line.text):
                seen[int(match.group(1)) - (line.page or 0)] += 1
    offset, count = seen.most_common(1)[0] if seen else (0, 0)
    return offset if count > 1 else 0


def _run(page: Sequence[Line], repeated: Collection[str], offset: int) -> Iterable[int]:
    """Yield the places from 0 of the lines at the beginning of ``page`` that are furniture."""
    for depth, line in enumerate(page[:_DEPTH]):
        match = _BARE.fullmatch(line.text)
        is_number = match is not None and int(match.group(1)) - (line.page or 0) in (0, offset)
        if not (is_number or _LABEL.fullmatch(line.text) or _is_page_of(line) or _shape(line.text, depth) in repeated):
            return
        yield depth


def _is_page_of(line: Line) -> bool:
    match = _OF.fullmatch(line.text)
    return match is not None and int(match.group(1)) == line.page


def drop_page_numbers(lines: Sequence[Line]) -> list[Line]:
    """Drop the page numbers of a text whose pages are not known, and the headers that stand beside most of them.

    Its page numbers are labelled ("Sida 3"), or told with their sum ("3 (12)") more than once, or lone small figures
    with room around them that count upwards through the text.
    """
    short = (line.text for line in lines if len(line.text) <= _LONGEST)
    sums = Counter(match.group(2) for text in short if (match := _OF.fullmatch(text)))
    dropped: set[int] = set()
    last_number = 0
    for i, line in enumerate(lines):
        if line.page is not None or len(line.text) > _LONGEST:
            continue
        if _LABEL.fullmatch(line.text) or ((match := _OF.fullmatch(line.text)) and sums[match.group(2)] > 1):
            dropped.add(i)
        elif (match := _BARE.fullmatch(line.text)) and _stands_alone(lines, i):
            number = int(match.group(1))
            if last_number < number <= last_number + _STEP:
                last_number = number
                dropped.add(i)
    return _without(lines, dropped | _beside(lines, dropped))


def _stands_alone(lines: Sequence[Line], i: int) -> bool:
    above = lines[i].gap
    below = lines[i + 1].gap if i + 1 < len(lines) else 9
    return above + below >= 4 and min(above, below) >= 1


def _beside(lines: Sequence[Line], numbers: Collection[int]) -> set[int]:
    """Return the headers and footers: lines next to page numbers that stand, but for figures, beside most of them."""
    near: dict[str, set[int]] = {}
    for i in numbers:
        for j in (*range(max(0, i - 2), i), *range(i + 1, min(len(lines), i + 3))):
            if j not in numbers and _WORDS.match(lines[j].text):
                near.setdefault(_shape(lines[j].text, 0), set()).add(j)
    enough = max(3, len(numbers) * 0.6)
    return {j for places in near.values() if len(places) >= enough for j in places}


def _shape(text: str, depth: int) -> str:
    """What is the same on all pages: near the edge a line's figures may differ."""
    return _DIGITS.sub("0", text.lower()) if depth < 2 else text.lower()


def _without(lines: Sequence[Line], dropped: Collection[int]) -> list[Line]:
    if not dropped:
        return list(lines)
    kept: list[Line] = []
    carried: int | None = None
    for i, line in enumerate(lines):
        if i in dropped:
            carried = (carried or 0) + line.gap
            continue
        kept.append(line if carried is None else with_seam(replace(line, gap=line.gap + carried)))
        carried = None
    return kept


def with_seam(line: Line) -> Line:
    """Return a line below something that was taken out; one that stands for a note or a table stays as it is."""
    body = line.text.lstrip("\t")
    if _PRIVATE.match(body) or body.startswith(SEAM):
        return line
    return replace(line, text=f"{line.text[: len(line.text) - len(body)]}{SEAM}{body}")
