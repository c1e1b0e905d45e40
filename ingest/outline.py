"""Find the structure of running text: headings, paragraphs, list items, notes, and what cannot be made out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest import headings
from ingest.headings import Setting
from ingest.joining import UNWRAPPED, join_all, usual_width
from ingest.leveling import level_headings, promote, without_empty
from ingest.model import SEAM, Block, Kind, Line, TableDraft
from ingest.repair import NOTE
from ingest.residue import is_garbled, residue_lines

_EDGE = SEAM + " "
_COLUMNS = " " * 4
"""Between texts that stand side by side on a line."""


def outline(lines: Sequence[Line | TableDraft]) -> list[Block]:
    """Return the blocks of repaired lines, tables in their place."""
    outliner = _Outliner(lines, _setting([line.text for line in lines if isinstance(line, Line)]))
    residue = residue_lines(lines)
    for i in range(len(lines)):
        outliner.read(i, i in residue)
    outliner.close()
    return level_headings(without_empty(promote(outliner.blocks)), outliner.setting)


def _setting(texts: Sequence[str]) -> Setting:
    width = usual_width(text for text in texts if not text.startswith(("\t", NOTE)))
    return Setting(width, headings.sections_of((text.strip(_EDGE) for text in texts), width))


@dataclass(slots=True)
class _Open:
    """A block that may go on with the next line."""

    block: Block
    texts: list[str]
    last: Line


@dataclass(slots=True)
class _Outliner:
    lines: Sequence[Line | TableDraft]
    setting: Setting
    blocks: list[Block] = field(default_factory=list)
    open: _Open | None = None
    above: Line | None = None
    """The line before, None after a table or residue."""
    lists: list[str] = field(default_factory=list)
    """Kinds of list markers, from the outermost list to the one that the last item belongs to."""
    notes: list[Block] = field(default_factory=list)
    """Found inside the open block; they come after it."""
    is_cut: bool = False
    """A note has been taken out since the last line."""

    def read(self, i: int, is_residue: bool) -> None:
        line = self.lines[i]
        if isinstance(line, TableDraft):
            self.close()
            self.blocks.append(Block(Kind.TABLE, table=line))
            self.above = None
        elif line.text.startswith(NOTE):
            self._read_note(line)
        elif is_residue:
            self.close()
            self.blocks.append(Block(Kind.RESIDUE, _squeeze(line.text), page=line.page))
            self.above = None
        elif headings.bare(line):
            self._read_text(i, line)

    def close(self) -> None:
        if self.open is None:
            return
        text = join_all(self.open.texts)
        block = replace(self.open.block, text=text)
        self.open = None
        if block.kind is Kind.HEADING and not _stays_heading(block):
            block = Block(Kind.PARAGRAPH, text, page=block.page)
        self.blocks.append(replace(block, kind=Kind.RESIDUE) if is_garbled(text) else block)
        self.blocks += self.notes
        self.notes.clear()

    def _read_note(self, line: Line) -> None:
        text = _squeeze(line.text[len(NOTE) :])
        note = Block(Kind.NOTE, text, mark=text.partition(" ")[0].strip(SEAM), page=line.page)
        (self.blocks if self.open is None else self.notes).append(note)
        self.is_cut = True

    def _read_text(self, i: int, line: Line) -> None:
        text = _squeeze(line.text)
        if self.open is not None and self._continues(i, line):
            self.open.texts.append(f"{SEAM}{text}" if self.is_cut else text)
            self.open.last = line
        else:
            self.close()
            self._begin(i, line, text)
        self.above = line
        self.is_cut = False

    def _begin(self, i: int, line: Line, text: str) -> None:
        """Open a block with ``line``; the heading of a section of law is whole at once."""
        words = headings.bare(line)
        if self.setting.sections == "law" and (number := headings.section_of_law(words)):
            if number.depth == 1:
                self._open(Block(Kind.HEADING, mark=number.mark, page=line.page), text, line)
                return
            self.blocks.append(Block(Kind.HEADING, number.mark, mark=number.mark, page=line.page))
            if len(words) > number.end:
                self._open(Block(Kind.PARAGRAPH, page=line.page), words[number.end :], line)
        elif mark := self._marker(line):
            level = self._level(mark)
            self._open(Block(Kind.ITEM, level=level, mark=mark, page=line.page), text, line)
        elif (heading_mark := self._heading_mark(i, line)) is not None:
            self._open(Block(Kind.HEADING, mark=heading_mark, page=line.page), text, line)
        else:
            self._open(Block(Kind.PARAGRAPH, page=line.page), text, line)

    def _open(self, block: Block, text: str, line: Line) -> None:
        self.open = _Open(block, [text], line)

    def _marker(self, line: Line) -> str:
        """Return the marker of the list item that ``line`` begins, or ""."""
        words = line.text.lstrip(_EDGE)
        if mark := headings.marker(words):
            return mark
        if headings.BARE_BULLET.fullmatch(words):
            return words
        last = _last(self.blocks)
        if last is None or self.above is None or last.kind not in (Kind.HEADING, Kind.ITEM, Kind.PARAGRAPH):
            return ""
        before = last.text if last.kind is Kind.HEADING else headings.bare(self.above)
        return headings.clause(words, before, last.mark if last.kind is Kind.ITEM else "")

    def _level(self, mark: str) -> int:
        """Return the depth in its list of an item: one step down at each new kind of marker, and back up."""
        last = _last(self.blocks)
        if last is None or last.kind is not Kind.ITEM:
            self.lists.clear()
        kind = headings.kind_of(mark)
        if kind in self.lists:
            del self.lists[self.lists.index(kind) + 1 :]
        else:
            self.lists += ["•", kind] if kind in "o◦" and not self.lists else [kind]
        return len(self.lists)

    def _continues(self, i: int, line: Line) -> bool:
        """True when ``line`` goes on with the open block."""
        assert self.open is not None
        block, last = self.open.block, self.open.last
        before, text = headings.bare(last), headings.bare(line)
        if line.text.startswith("\t") or (self.setting.sections == "law" and self._begins_section(line, before)):
            return False
        if _COLUMNS in line.text or _COLUMNS in last.text:
            return False
        if block.kind is Kind.HEADING:
            return self._continues_heading(line)
        if len(self.open.texts) == 1 and headings.BARE_BULLET.fullmatch(before):
            return headings.marker(text) == ""
        width = self.setting.width
        is_open_ended = not headings.TERMINAL.search(before)
        if mark := headings.marker(line.text.lstrip(_EDGE)):
            is_aside = mark in "-–" and is_open_ended and text[1:].lstrip()[:1].islower() and mark != block.mark
            return is_aside and _fitted(last, text) > (width or UNWRAPPED) * 0.75
        if headings.is_field(text) and (headings.is_field(before) or not is_open_ended):
            return False
        is_full = width is not None and _fitted(last, text) > width * 0.75
        if headings.clause(text, before, block.mark) and (not is_full or before.endswith(headings.CLAUSE_ENDS)):
            return False
        if width is None or line.gap > 0:
            return text[0].islower() and is_open_ended and line.gap <= 8
        if self._is_strong_heading(i, line, before, is_full):
            return False
        if not is_open_ended and self._is_weak_heading(i, line):
            return False
        if headings.STOP.search(before):
            return _fitted(last, text) > width * 0.8
        if text[0].islower() or not is_open_ended or is_full:
            return True
        return text[0].isdigit() or before.endswith(("-", "–", "("))

    def _begins_section(self, line: Line, before: str) -> bool:
        number = headings.section_of_law(headings.bare(line))
        return number is not None and (line.gap > 0 or headings.TERMINAL.search(before) is not None)

    def _is_strong_heading(self, i: int, line: Line, before: str, is_full: bool) -> bool:
        """True when a heading that its number or its capitals tell stands below a line that ends."""
        text = headings.bare(line)
        number = headings.number_of(text, self.setting)
        is_numbered = number is not None and headings.is_certain(number)
        if self._heading_mark(i, line) is None or not (is_numbered or headings.is_capitals(text)):
            return False
        return headings.STOP.search(before) is not None or (is_numbered and not is_full)

    def _continues_heading(self, line: Line) -> bool:
        """True for the second line of a heading, and for the words of one whose number stands alone."""
        assert self.open is not None
        words = " ".join(self.open.texts).strip(_EDGE)
        text = headings.bare(line)
        if headings.marker(text) or len(words) + len(text) > headings.MAX_NUMBERED_HEADING:
            return False
        if words.rstrip(".:") == self.open.block.mark:
            is_numbered = headings.number_of(text, self.setting) is not None
            return line.gap <= 1 and not is_numbered and headings.reads_like_heading(text)
        if line.gap or len(self.open.texts) > 2:
            return False
        if headings.is_capitals(words):
            is_full = _fitted(self.open.last, text) > (self.setting.width or UNWRAPPED) * 0.6
            return headings.is_capitals(text) and (is_full or headings.is_dangling(words))
        return text[0].islower() and not headings.TERMINAL.search(words)

    def _heading_mark(self, i: int, line: Line) -> str | None:
        """Return the number of the heading that ``line`` is, "" for one without, None for no heading."""
        text = headings.bare(line)
        number = headings.number_of(text, self.setting)
        if number and headings.is_certain(number):
            rest = text[number.end :]
            if not rest or (len(text) <= headings.MAX_NUMBERED_HEADING and headings.reads_like_heading(rest[:90])):
                return number.mark
        if headings.is_capitals(text) and len(text) <= headings.MAX_HEADING and not text.endswith(","):
            return number.mark if number else ""
        return (number.mark if number else "") if self._is_weak_heading(i, line) else None

    def _is_weak_heading(self, i: int, line: Line) -> bool:
        """True for a line that reads like a heading, has text below it and stands apart from the text above."""
        text = headings.bare(line)
        number = headings.number_of(text, self.setting)
        if "\t" in line.text.strip() or not headings.reads_like_heading(text[number.end :] if number else text):
            return False
        below = self._below(i)
        if below is None or below.text.startswith("\t"):
            return False
        follows = headings.bare(below)
        if not follows or headings.is_postal(follows):
            return False
        if follows[0].islower() and not self._is_first_of_two(i, line, below):
            return False
        width = self.setting.width
        if width is not None and not follows[0].islower() and _fitted(line, follows) > width * 0.9:
            return False
        heading = self._heading_above()
        return self._stands_apart(line, below) if heading is None else self._may_stand_under(heading, line, below)

    def _below(self, i: int) -> Line | None:
        """The line below ``lines[i]``, past a note; a table counts as a line of text with room above it."""
        for line in self.lines[i + 1 : i + 3]:
            if isinstance(line, TableDraft):
                return _A_TABLE
            if not line.text.startswith(NOTE):
                return line
        return None

    def _heading_above(self) -> Block | None:
        """The heading that the next line stands right below."""
        last = _last(self.blocks)
        return last if self.open is None and last is not None and last.kind is Kind.HEADING else None

    def _may_stand_under(self, heading: Block, line: Line, below: Line) -> bool:
        """True for a heading below a heading: apart from it, or with running text right below it."""
        if line.gap > 0:
            return True
        is_outer = heading.mark != "" or heading.text.isupper()
        if below.gap or headings.number_of(headings.bare(below), self.setting) is not None:
            return False
        return is_outer or len(below.text) > (self.setting.width or UNWRAPPED) * 0.6

    def _stands_apart(self, line: Line, below: Line) -> bool:
        before = headings.bare(self.above) if self.above is not None else ""
        if before.endswith(":") or (before and line.gap == 0 and not headings.STOP.search(before)):
            return False
        if self.setting.width is None:
            return (not before or line.gap > 0 or below.gap > 0) and len(headings.bare(line)) < 80
        return line.gap > 0 or not before or below.gap == 0

    def _is_first_of_two(self, i: int, line: Line, below: Line) -> bool:
        """True for the first of two lines, with room around them, that read like one long heading."""
        width, text, rest = self.setting.width, headings.bare(line), headings.bare(below)
        if width is None or line.gap == 0 or below.gap > 0 or len(text) < width * 0.5 or i + 2 >= len(self.lines):
            return False
        after = self.lines[i + 2]
        is_alone = isinstance(after, TableDraft) or (after.gap > 0 and not headings.bare(after)[:1].islower())
        return is_alone and len(rest) < width * 0.8 and headings.reads_like_heading(f"{text[:1]} {rest}")


_A_TABLE = Line("Tabell", gap=1)
"""Stands for a table below: a short line above it may be its heading."""


def _stays_heading(block: Block) -> bool:
    """False when what began like a numbered heading turned out to be a sentence."""
    return not (block.mark and block.text.endswith(".") and len(block.text) > headings.MAX_HEADING)


def _last(blocks: Sequence[Block]) -> Block | None:
    return next((block for block in reversed(blocks) if block.kind is not Kind.NOTE), None)


def _fitted(line: Line, text: str) -> int:
    """The length of a line with the first word of the text below it."""
    return len(line.text) + 1 + len(text.split(maxsplit=1)[0])


def _squeeze(text: str) -> str:
    return " ".join(text.split())
