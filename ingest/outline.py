"""Find the structure of running text: headings, paragraphs, list items, notes, and what cannot be made out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest import headings
from ingest.headings import Setting
from ingest.joining import join_all, usual_width
from ingest.leveling import level_headings, promote, without_empty
from ingest.model import SEAM, Block, Kind, Line, TableDraft
from ingest.repair import NOTE
from ingest.residue import is_garbled, residue_lines
from ingest.surroundings import Place, Text, heading_mark, is_strong_heading, is_weak_heading

_EDGE = SEAM + " "
_NARROWEST = 45
"""Characters: shorter lines are not wrapped, there is just little to say."""
_COLUMNS = " " * 4
"""Between texts that stand side by side on a line."""


def outline(lines: Sequence[Line | TableDraft]) -> list[Block]:
    """Return the blocks of repaired lines, tables in their place."""
    setting = _setting([line.text for line in lines if isinstance(line, Line)])
    texts = [Text(line, headings.bare(line.text)) if isinstance(line, Line) else line for line in lines]
    outliner = _Outliner(texts, setting)
    residue = residue_lines(lines)
    for i in range(len(lines)):
        outliner.read(i, i in residue)
    outliner.close()
    return level_headings(without_empty(promote(outliner.blocks)), setting)


def _setting(texts: Sequence[str]) -> Setting:
    width = usual_width(text for text in texts if not text.startswith(("\t", NOTE)))
    width = None if width is None else max(width, _NARROWEST)
    return Setting(width, headings.sections_of((text.strip(_EDGE) for text in texts), width))


@dataclass(slots=True)
class _Open:
    """A block that may go on with the next line."""

    block: Block
    lines: list[str]
    last: Text


@dataclass(slots=True)
class _Outliner:
    texts: Sequence[Text | TableDraft]
    setting: Setting
    blocks: list[Block] = field(default_factory=list)
    open: _Open | None = None
    above: Text | None = None
    """The line before; None after a table or residue."""
    lists: list[str] = field(default_factory=list)
    """Kinds of list markers, from the outermost list to the one that the last item belongs to."""
    notes: list[Block] = field(default_factory=list)
    """Found inside the open block; they come after it."""
    is_cut: bool = False
    """Something has been taken out since the last line."""

    def read(self, i: int, is_residue: bool) -> None:
        text = self.texts[i]
        if isinstance(text, TableDraft):
            self.close()
            self.blocks.append(Block(Kind.TABLE, table=text))
            self.above = None
        elif text.line.text.startswith(NOTE):
            self._read_note(text)
        elif not text.words:
            self.is_cut = self.is_cut or SEAM in text.line.text
        elif is_residue:
            self.close()
            self.blocks.append(Block(Kind.RESIDUE, _edged(text.line.text), page=text.line.page))
            self.above = None
        else:
            self._read_text(i, text)

    def close(self) -> None:
        if self.open is None:
            return
        joined = join_all(self.open.lines)
        block = replace(self.open.block, text=joined)
        self.open = None
        if block.kind is Kind.HEADING and not _stays_heading(block):
            block = Block(Kind.PARAGRAPH, joined, page=block.page)
        self.blocks.append(replace(block, kind=Kind.RESIDUE) if is_garbled(joined) else block)
        self.blocks += self.notes
        self.notes.clear()

    def _read_note(self, text: Text) -> None:
        self.is_cut = True
        if words := _edged(text.line.text[len(NOTE) :]):
            note = Block(Kind.NOTE, words, mark=words.partition(" ")[0].strip(SEAM), page=text.line.page)
            (self.blocks if self.open is None else self.notes).append(note)

    def _read_text(self, i: int, text: Text) -> None:
        line = _edged(text.line.text)
        if self.is_cut and not line.startswith(SEAM):
            line = SEAM + line
        if self.open is not None and self._continues(i, text):
            self.open.lines.append(line)
            self.open.last = text
        else:
            self.close()
            self._begin(i, text, line)
        self.above = text
        self.is_cut = False

    def _begin(self, i: int, text: Text, line: str) -> None:
        """Open a block with a line; the heading of a section of law is whole at once."""
        page = text.line.page
        if self.setting.sections == "law" and (number := headings.section_of_law(text.words)):
            if headings.is_chapter(number.mark):
                self.open = _Open(Block(Kind.HEADING, mark=number.mark, page=page), [line], text)
                return
            self.blocks.append(Block(Kind.HEADING, number.mark, mark=number.mark, page=page))
            if len(text.words) > number.end:
                self.open = _Open(Block(Kind.PARAGRAPH, page=page), [text.words[number.end :]], text)
        elif mark := self._marker(text):
            self.open = _Open(Block(Kind.ITEM, level=self._list_depth(mark), mark=mark, page=page), [line], text)
        elif (number_mark := heading_mark(self._place(i, text), self.setting)) is not None:
            self.open = _Open(Block(Kind.HEADING, mark=number_mark, page=page), [line], text)
        else:
            self.open = _Open(Block(Kind.PARAGRAPH, page=page), [line], text)

    def _marker(self, text: Text) -> str:
        """Return the marker of the list item that a line begins, or ""."""
        words = text.line.text.lstrip(_EDGE)
        if mark := headings.marker(words):
            return mark
        if headings.BARE_BULLET.fullmatch(words):
            return words
        last = _last(self.blocks)
        if last is None or self.above is None or last.kind not in (Kind.HEADING, Kind.ITEM, Kind.PARAGRAPH):
            return ""
        before = last.text if last.kind is Kind.HEADING else self.above.words
        is_apart = _is_apart(before, self._is_full(self.above, text))
        return headings.clause(words, before, last.mark if last.kind is Kind.ITEM else "", is_apart=is_apart)

    def _list_depth(self, mark: str) -> int:
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

    def _continues(self, i: int, text: Text) -> bool:
        """True when a line goes on with the open block."""
        assert self.open is not None
        block, last, line = self.open.block, self.open.last, text.line
        if line.text.startswith("\t") or _COLUMNS in line.text or _COLUMNS in last.line.text:
            return False
        if headings.BARE_BULLET.fullmatch(text.words):
            return False
        if self.setting.sections == "law" and _begins_section(text, last.words):
            return False
        if block.kind is Kind.HEADING:
            return self._continues_heading(text)
        if len(self.open.lines) == 1 and headings.BARE_BULLET.fullmatch(last.words):
            return headings.marker(text.words) == ""
        fitted = last.fitted(text.words)
        if mark := headings.marker(line.text.lstrip(_EDGE)):
            is_next = headings.kind_of(mark) == headings.kind_of(block.mark)
            return not is_next and _is_aside(mark, text.words, last.words) and fitted > self.setting.full_line * 0.75
        is_full = self._is_full(last, text)
        if self._begins_field(text.words, last.words) or self._begins_clause(text.words, last.words, is_full):
            return False
        if self.setting.width is None or line.gap > 0:
            ends = headings.STOP.search(last.words) is not None or last.words.endswith((":", ";"))
            return text.words[0].islower() and line.gap <= 8 and not ends
        return self._runs_on(i, text, last, is_full)

    def _is_full(self, above: Text, text: Text) -> bool:
        """True when the first word of ``text`` had no room on the line above."""
        return self.setting.width is not None and above.fitted(text.words) > self.setting.full_line * 0.75

    def _begins_field(self, words: str, before: str) -> bool:
        if not headings.is_field(words):
            return False
        return headings.is_field(before) or headings.TERMINAL.search(before) is not None

    def _begins_clause(self, words: str, before: str, is_full: bool) -> bool:
        assert self.open is not None
        if not headings.clause(words, before, self.open.block.mark, is_apart=_is_apart(before, is_full)):
            return False
        return not is_full or before.endswith(headings.CLAUSE_ENDS)

    def _runs_on(self, i: int, text: Text, last: Text, is_full: bool) -> bool:
        """True when a line right below ``last`` goes on with its paragraph or item."""
        stops = headings.STOP.search(last.words) is not None
        is_open_ended = not headings.TERMINAL.search(last.words)
        place = self._place(i, text)
        if is_strong_heading(place, self.setting, stops, is_full):
            return False
        if not is_open_ended and is_weak_heading(place, self.setting):
            return False
        if stops:
            return last.fitted(text.words) > self.setting.full_line * 0.8
        if is_full or not is_open_ended or text.words[0].islower() or text.words[0].isdigit():
            return True
        return last.words.endswith(("-", "–", "(")) or headings.is_dangling(last.words)

    def _continues_heading(self, text: Text) -> bool:
        """True for the second line of a heading, and for the words of one whose number stands alone."""
        assert self.open is not None
        words = " ".join(self.open.lines).strip(_EDGE)
        if headings.marker(text.words) or len(words) + len(text.words) > headings.MAX_NUMBERED_HEADING:
            return False
        if words.rstrip(".:") == self.open.block.mark:
            is_numbered = headings.number_of(text.words, self.setting) is not None
            return text.line.gap <= 1 and not is_numbered and headings.reads_like_heading(text.words)
        if text.line.gap or len(self.open.lines) > 2:
            return False
        if headings.is_capitals(words):
            is_full = self.open.last.fitted(text.words) > self.setting.full_line * 0.6
            return headings.is_capitals(text.words) and (is_full or headings.is_dangling(words))
        return text.words[0].islower() and not headings.TERMINAL.search(words)

    def _place(self, i: int, text: Text) -> Place:
        last = _last(self.blocks) if self.open is None else None
        heading = last if last is not None and last.kind is Kind.HEADING else None
        return Place(text, self.above, heading, self.texts[i + 1 : i + 3])


def _is_apart(before: str, is_full: bool) -> bool:
    return not is_full and not headings.is_dangling(before)


def _begins_section(text: Text, before: str) -> bool:
    number = headings.section_of_law(text.words)
    return number is not None and (text.line.gap > 0 or headings.TERMINAL.search(before) is not None)


def _is_aside(mark: str, words: str, before: str) -> bool:
    """True for a dash that does not begin an item but goes on with a sentence."""
    return mark in "-–" and words[1:].lstrip()[:1].islower() and not headings.TERMINAL.search(before)


def _stays_heading(block: Block) -> bool:
    """False when what began like a numbered heading turned out to be a sentence."""
    return not (block.mark and block.text.endswith(".") and len(block.text) > headings.MAX_HEADING)


def _last(blocks: Sequence[Block]) -> Block | None:
    return next((block for block in reversed(blocks) if block.kind is not Kind.NOTE), None)


def _edged(text: str) -> str:
    """``text`` with single spaces, none at its edges, and one seam there where it has any."""
    words = headings.bare(text)
    if not words:
        return ""
    before, _, after = " ".join(text.split()).partition(words)
    return f"{SEAM if SEAM in before else ''}{words}{SEAM if SEAM in after else ''}"
