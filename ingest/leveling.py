"""Give headings their depth, make headings of numbered items that head a section, and drop headings of nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest import headings
from ingest.headings import Setting
from ingest.model import Block, Kind, without_seams

_MOST_EMPTY = 2
"""Headings without a number that may follow on each other with no text between."""


def promote(blocks: Sequence[Block]) -> list[Block]:
    """Make headings of numbered lines that have text of their own below them rather than the next number."""
    items = [block for block in blocks if block.kind is not Kind.NOTE and not _is_lettered(block)]
    heads = {id(block) for i, block in enumerate(items) if _heads_a_section(items, i)}
    return [
        replace(block, kind=Kind.HEADING, level=0, mark=block.mark.rstrip(".)")) if id(block) in heads else block
        for block in blocks
    ]


def _heads_a_section(blocks: Sequence[Block], i: int) -> bool:
    block = blocks[i]
    if block.kind is not Kind.ITEM or not block.mark[:1].isdigit() or len(block.text) > headings.MAX_NUMBERED_HEADING:
        return False
    if i + 1 == len(blocks) or block.text.endswith(headings.CLAUSE_ENDS) or headings.is_dangling(block.text):
        return False
    return not any(0 <= j < len(blocks) and _is_numbered_item(blocks[j]) for j in (i - 1, i + 1))


def _is_numbered_item(block: Block) -> bool:
    return block.kind is Kind.ITEM and headings.kind_of(block.mark).startswith("1")


def _is_lettered(block: Block) -> bool:
    """True for "a)" below "1.", which parts no list."""
    return block.kind is Kind.ITEM and headings.kind_of(block.mark) == "a)"


def without_empty(blocks: Sequence[Block]) -> list[Block]:
    """Make paragraphs of headings in a row of three or more with no text between: names, addresses, a title page.

    The first of them stays, and the last when there is text below it.
    """
    found = list(blocks)
    for start, end in _empty_runs(blocks):
        last = end - 1 if end < len(blocks) else end
        if end - start > _MOST_EMPTY:
            found[start + 1 : last] = [replace(block, kind=Kind.PARAGRAPH) for block in blocks[start + 1 : last]]
    return found


def _empty_runs(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    start = 0
    for i, block in enumerate((*blocks, Block(Kind.PARAGRAPH))):
        if not (block.kind is Kind.HEADING and not block.mark and not block.text.isupper()):
            if i > start:
                yield start, i
            start = i + 1


def level_headings(blocks: Sequence[Block], setting: Setting) -> list[Block]:
    """Give each heading its depth.

    A number tells its own: "2.1" stands below "2". Capitals are outermost, and numbers then one step in, unless the
    same words in capitals come again under different numbers. Other headings stand one step below the last of these,
    or outermost when there is none. In a law: chapters, then headings, then sections.
    """
    own = [block for block in blocks if block.kind is Kind.HEADING]
    capitals = Counter(_words(block) for block in own if not block.mark and block.text.isupper())
    outer = capitals if len(capitals) == sum(capitals.values()) else Counter[str]()
    step = 1 if len(outer) > 1 else 0
    level_of = _law_levels if setting.sections == "law" else _levels
    levels = iter(level_of(own, outer, step))
    return [replace(block, level=next(levels)) if block.kind is Kind.HEADING else block for block in blocks]


def _levels(own: Iterable[Block], outer: Counter[str], step: int) -> Iterator[int]:
    last = 0
    for block in own:
        if block.mark:
            last = headings.depth(block.mark) + step
            yield last
        elif _words(block) in outer:
            last = 1
            yield last
        else:
            yield last + 1


def _law_levels(own: Sequence[Block], outer: Counter[str], step: int) -> Iterator[int]:
    chapters = any(headings.is_chapter(block.mark) for block in own)
    begun = False
    for block in own:
        if headings.is_chapter(block.mark):
            begun = True
            yield 1
        elif block.mark:
            yield 3 if chapters else 2
        else:
            yield 2 if begun else 1


def _words(block: Block) -> str:
    return without_seams(block.text)
