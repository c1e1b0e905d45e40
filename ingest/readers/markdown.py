"""Markdown: our own corpus and users' files, read by CommonMark's rules with tables and footnotes.

A file with neither heading, table nor a paragraph that begins in bold type is running text that happens to be named
.md: the pipeline for that reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.headings import is_bold_heading
from ingest.model import SEAM, Block, Kind, Line, Reading, without_seams
from ingest.readers import cells, plain
from ingest.readers.characters import one_line
from ingest.readers.text import decode
from ingest.readers.unseen import is_unseen
from ingest.tables import figures, find_tables

_NOTE = "\ue003"
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_NOTE_LINE = re.compile(r"^\[\^([^\]\s]+)\]:[ \t]*(.*)$")
_NOTE_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_FENCE = re.compile(r"^ {0,3}(```|~~~)")
_LABEL = re.compile(r"[^\s:|][^:|]{0,50}:(?:\s|$)")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_STYLED = re.compile(r"<(\w+)\b([^<>]*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"""\bstyle\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_HIDDEN = re.compile(r"\bhidden\b", re.IGNORECASE)


def read(data: bytes, name: str) -> Reading:
    """Read a Markdown file.

    Raises:
        UnreadableFile: the bytes are not text.
    """
    source = decode(data, name).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    source, unseen = _seen(_FRONT_MATTER.sub("", source))
    tokens = _parser().parse(_with_notes(source))
    if not any(map(_is_marked_up, tokens)) and not _NOTE_MARK.search(source):
        hidden = tuple(filter(None, (one_line(said) for said in _COMMENT.findall(source))))
        return Reading(plain.blocks([(None, _COMMENT.sub(SEAM, source))]), hidden=(*unseen, *hidden))
    walk = _Walk(tokens)
    walk.run()
    return Reading(tuple(walk.blocks), hidden=(*unseen, *walk.hidden))


def _seen(source: str) -> tuple[str, tuple[str, ...]]:
    """Return the source without the elements that their style hides, and what those say."""
    hidden: list[str] = []

    def part(match: re.Match[str]) -> str:
        style = _STYLE.search(match[2])
        if not _HIDDEN.search(_STYLE.sub("", match[2])) and not (style and is_unseen(style[1] or style[2] or "")):
            return match.group()
        if said := one_line(_TAG.sub(" ", match[3])):
            hidden.append(said)
        return SEAM

    return _STYLED.sub(part, source), tuple(hidden)


def _parser() -> MarkdownIt:
    """CommonMark with tables. Escapes stay apart from the text, so that a seam can stand for the backslash; indented
    text is a paragraph, not code."""
    return MarkdownIt("commonmark").enable("table").disable(["text_join", "code"])


def _with_notes(source: str) -> str:
    """Make each footnote a paragraph of its own that begins with _NOTE, its mark, _NOTE."""
    written: list[str] = []
    in_note = fenced = False
    for line in source.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
        if not fenced and (match := _NOTE_LINE.match(line)):
            written += ["", f"{_NOTE}{match.group(1)}{_NOTE} {match.group(2)}"]
            in_note = True
            continue
        if in_note and line.strip():
            written.append(line.strip())
            continue
        in_note = False
        written.append(line)
    return "\n".join(written)


@dataclass(slots=True)
class _Walk:
    tokens: Sequence[Token]
    blocks: list[Block] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    at: int = 0
    level: int = 0
    """Depth of the last heading."""
    lists: list[int | str] = field(default_factory=list)
    """The open lists: the number of the next item, or the sign before each."""
    mark: str = ""
    """Marker of the item whose first paragraph is next."""

    def run(self) -> None:
        while self.at < len(self.tokens):
            self._token(self.tokens[self.at])
            self.at += 1

    def _token(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                self.at += 1
                self.level = int(token.tag[1])
                if text := one_line(" ".join(self._lines(self.tokens[self.at]))):
                    self.blocks.append(Block(Kind.HEADING, text, level=self.level))
            case "bullet_list_open":
                self.lists.append(token.markup)
            case "ordered_list_open":
                self.lists.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "list_item_open":
                self.mark = self._next_mark(token)
            case "list_item_close":
                self.mark = ""
            case "inline":
                self._paragraph(token)
            case "table_open":
                self._table()
            case "fence" | "code_block":
                lines = (one_line(line) for line in token.content.split("\n"))
                self.blocks += (Block(Kind.PARAGRAPH, line) for line in lines if line)
            case "html_block":
                self._html(token.content)

    def _next_mark(self, token: Token) -> str:
        number = self.lists[-1]
        if isinstance(number, str):
            return number
        self.lists[-1] = number + 1
        return f"{token.info or number}{token.markup}"

    def _paragraph(self, token: Token) -> None:
        lines = self._lines(token)
        if not lines:
            return
        text = one_line(" ".join(lines))
        if self.mark:
            self.blocks.append(Block(Kind.ITEM, f"{self.mark} {text}", level=len(self.lists), mark=self.mark))
            self.mark = ""
        elif match := re.match(rf"{_NOTE}(.+?){_NOTE} ?", text):
            number = match.group(1)
            self.blocks.append(Block(Kind.NOTE, f"{number}{SEAM} {text[match.end() :]}", mark=number))
        elif _is_strong(token) and is_bold_heading(text):
            self.blocks.append(Block(Kind.HEADING, text, level=self.level + 1))
        elif len(lines) > 1 and _is_listing(lines):
            self.blocks += _listing(lines)
        else:
            hard = any(child.type == "hardbreak" for child in token.children or ())
            self.blocks += (Block(Kind.PARAGRAPH, line) for line in (self._lines(token, soft=" ") if hard else [text]))

    def _lines(self, token: Token, soft: str = "\n") -> list[str]:
        """Return a paragraph's lines as they are read, a SEAM where a mark was."""
        said = "".join(self._words(child, soft) for child in token.children or ())
        return [line for part in said.split("\n") if without_seams(line := one_line(part))]

    def _words(self, token: Token, soft: str) -> str:
        match token.type:
            case "text":
                return _NOTE_MARK.sub(SEAM, token.content)
            case "text_special" | "code_inline":
                return f"{SEAM}{token.content}{SEAM if token.type == 'code_inline' else ''}"
            case "softbreak":
                return soft
            case "hardbreak":
                return "\n"
            case "image":
                self._hide(token.content)
            case "html_inline":
                return self._inline_html(token.content)
        return SEAM

    def _inline_html(self, content: str) -> str:
        if content.startswith("<!--"):
            self._hide(content[4:-3])
        return "\n" if re.match(r"<br\b", content) else SEAM

    def _html(self, content: str) -> None:
        for said in _COMMENT.findall(content):
            self._hide(said)
        text = _COMMENT.sub("", content)
        lines = (one_line(_TAG.sub(SEAM, line)) for line in text.split("\n"))
        self.blocks += (Block(Kind.PARAGRAPH, line) for line in lines if line)

    def _hide(self, said: str) -> None:
        if said := one_line(said):
            self.hidden.append(said)

    def _table(self) -> None:
        grid: list[list[str]] = []
        while (token := self.tokens[self.at]).type != "table_close":
            if token.type == "tr_open":
                grid.append([])
            elif token.type == "inline":
                grid[-1].append(one_line(" ".join(self._lines(token))))
            self.at += 1
        draft = cells.table(grid, has_head=any(grid[0]), separator="|")
        if draft is not None:
            self.blocks.append(Block(Kind.TABLE, table=draft))
        else:
            self.blocks += (Block(Kind.PARAGRAPH, cell) for row in grid for cell in row if cell)


def _is_marked_up(token: Token) -> bool:
    """True for a heading, a table and a paragraph that begins in bold type."""
    begins = next((child for child in token.children or () if child.type != "text" or child.content.strip()), None)
    return token.type in ("heading_open", "table_open") or (begins is not None and begins.type == "strong_open")


def _is_strong(token: Token) -> bool:
    """True when the whole paragraph stands between one pair of ``**``."""
    kinds = [child.type for child in token.children or () if child.type != "text" or child.content.strip()]
    return (
        len(kinds) > 2
        and kinds[0] == "strong_open"
        and kinds[-1] == "strong_close"
        and kinds.count("strong_open") == 1
        and "softbreak" not in kinds
    )


def _is_listing(lines: Sequence[str]) -> bool:
    """True when the line breaks of a paragraph are meant: each line "label: answer", or most end in a figure."""
    plain_lines = [without_seams(line) for line in lines]
    if all(_LABEL.match(line) for line in plain_lines):
        return True
    return sum(_ends_in_figure(line) for line in plain_lines) >= max(2, 0.6 * len(lines))


def _ends_in_figure(line: str) -> bool:
    found = figures.find(line)
    return bool(found) and found[-1][1] >= len(line) - 1


def _listing(lines: Sequence[str]) -> Iterator[Block]:
    """Yield such lines one by one, or as the table that they make."""
    for found in find_tables([Line(line) for line in lines]):
        yield Block(Kind.PARAGRAPH, found.text) if isinstance(found, Line) else Block(Kind.TABLE, table=found)
