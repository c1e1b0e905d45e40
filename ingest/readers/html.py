"""HTML: the page's own text, without menus, footers and cookie boxes. Only module that knows Beautiful Soup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, PreformattedString, Tag
from bs4.exceptions import ParserRejectedMarkup

from ingest.model import SEAM, Block, Kind, Reading, without_seams
from ingest.readers import cells
from ingest.readers.cells import Covered
from ingest.readers.characters import one_line, unreserved
from ingest.readers.damage import DAMAGE
from ingest.readers.remarks import broken
from ingest.readers.text import decode
from ingest.readers.unseen import is_unseen

_LEFT_OUT = re.compile(
    r"script|style|noscript|template|svg|iframe|nav|footer|aside|select|object|canvas|video|audio|dialog|head"
)
_BLOCK = re.compile(
    r"address|article|blockquote|body|caption|center|d[dlt]|details|div|fieldset|fig(?:caption|ure)|form|h[1-6r]|header"
    r"|html|legend|li|main|[ou]l|p|pre|section|summary|t(?:able|body|d|foot|h|head|r)"
)
_HEADING = re.compile(r"h([1-6])")
_CHARSET = re.compile(rb"charset\s*=|<\?xml[^>]*encoding", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]*\?>")
_COOKIES = re.compile(r"cookie|consent|kakor|gdpr", re.IGNORECASE)
_BREAK = "\n"
_MAX_COOKIE_BOX = 3000
_BUTTON_WORDS = 4
"""A button with this many words is the question of an unfolding answer, not a control."""


def read(data: bytes, name: str) -> Reading:
    """Read a web page, in the encoding that it declares or, without a declaration, as plain text is read.

    Raises:
        UnreadableFile: the bytes are not text, or no page can be made out of them (elements nested by the hundreds).
    """
    declared = _CHARSET.search(data[:2048]) is not None and b"\0" not in data
    markup = _XML.sub(b"", data) if declared else decode(data, name)
    try:
        return _reading(BeautifulSoup(markup, "lxml"))
    except (ParserRejectedMarkup, *DAMAGE) as exc:
        raise broken(name, "webbsida") from exc


def _reading(soup: BeautifulSoup) -> Reading:
    walk = _Walk()
    walk.hidden += [*_comments(soup), *_attributes(soup)]
    root = soup.find("main") or soup.find(None, {"role": "main"}) or soup.body or soup
    walk.whole = not isinstance(root, Tag) or root.name == "body"
    if isinstance(root, Tag):
        walk.children(root)
    walk.flush()
    return Reading(tuple(walk.blocks), hidden=tuple(walk.hidden))


@dataclass(slots=True)
class _Walk:
    blocks: list[Block] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    running: list[str] = field(default_factory=list)
    """Text since the last block began."""
    whole: bool = True
    """The page does not say where its main part is, so that its header must be left out."""
    level: int = 0
    """Depth of the last heading."""
    lists: list[int | None] = field(default_factory=list)
    """The open lists: the number of the last item, None for a bulleted one."""

    def children(self, parent: Tag) -> None:
        for child in parent.children:
            if isinstance(child, Tag):
                self._tag(child)
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                self.running.append(_words(child))

    def flush(self, kind: Kind = Kind.PARAGRAPH, level: int = 0, mark: str = "") -> None:
        """End the running text as a block; a line break parts paragraphs."""
        said, self.running = "".join(self.running), []
        lines = [line for part in said.split(_BREAK) if without_seams(line := one_line(part)).strip()]
        if kind is not Kind.PARAGRAPH:
            lines = [one_line(" ".join(lines))] if lines else []
        for line in lines:
            self.blocks.append(Block(kind, one_line(f"{mark} {line}"), level=level, mark=mark))

    def _tag(self, tag: Tag) -> None:
        if self._is_left_out(tag):
            return
        if tag.name == "br":
            self.running.append(_BREAK)
        elif tag.name == "img":
            self._alternative_text(tag)
        elif tag.name == "sup" and re.fullmatch(r"[\[(]?\d{1,2}[\])]?", tag.get_text(strip=True)):
            self.running.append(SEAM)
        elif not _BLOCK.fullmatch(tag.name):
            self.children(tag)
        else:
            self.flush()
            self._block(tag)

    def _block(self, tag: Tag) -> None:
        heading = _HEADING.fullmatch(tag.name)
        if heading or tag.name == "summary":
            depth = int(heading.group(1)) if heading else self.level + 1
            self.level = depth if heading else self.level
            self.children(tag)
            self.flush(Kind.HEADING, depth)
        elif tag.name in ("ul", "ol"):
            self.lists.append(_start(tag) - 1 if tag.name == "ol" else None)
            self.children(tag)
            self.flush()
            self.lists.pop()
        elif tag.name == "li":
            self._item(tag)
        elif tag.name == "table":
            self._table(tag)
        else:
            self.children(tag)
            self.flush()

    def _item(self, tag: Tag) -> None:
        mark = "•"
        if self.lists and (last := self.lists[-1]) is not None:
            self.lists[-1] = last + 1
            mark = f"{last + 1}."
        depth = max(1, len(self.lists))
        for child in tag.children:
            if isinstance(child, Tag) and child.name in ("ul", "ol", "table"):
                mark = self._end_item(depth, mark)
                self._tag(child)
            elif isinstance(child, Tag) and _BLOCK.fullmatch(child.name):
                self._inside_item(child)
                mark = self._end_item(depth, mark)
            elif isinstance(child, Tag):
                self._tag(child)
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                self.running.append(_words(child))
        self._end_item(depth, mark)

    def _inside_item(self, tag: Tag) -> None:
        if not self._is_left_out(tag):
            before = len(self.blocks)
            said, self.running = self.running, []
            self.children(tag)
            if len(self.blocks) == before:
                self.running = [*said, " ", *self.running]
            else:
                self.flush()

    def _end_item(self, depth: int, mark: str) -> str:
        """End what an item has said so far; only its first block carries the marker."""
        before = len(self.blocks)
        self.flush(Kind.ITEM if mark else Kind.PARAGRAPH, depth if mark else 0, mark)
        return mark if len(self.blocks) == before else ""

    def _table(self, tag: Tag) -> None:
        caption = tag.find("caption")
        title = one_line(unreserved(caption.get_text(" "))) if isinstance(caption, Tag) else ""
        rows = [row for row in tag.find_all("tr") if isinstance(row, Tag) and row.find_parent("table") is tag]
        if any(row.find("table") for row in rows):
            self.children(tag)
            self.flush()
            return
        grid = self._grid(rows)
        draft = cells.table(grid, has_head=bool(rows) and _is_head(rows[0]), title=title)
        if draft is not None:
            self.blocks.append(Block(Kind.TABLE, table=draft))
            return
        for text in (title, *(cell for row in grid for cell in row if isinstance(cell, str))):
            self.running.append(text)
            self.flush()

    def _grid(self, rows: list[Tag]) -> cells.Grid:
        """Return the cells on the table's grid, those that span several places covering them."""
        grid: list[list[str | Covered]] = []
        hanging: dict[int, int] = {}
        for row in rows:
            line: list[str | Covered] = []
            for cell in row.find_all(["td", "th"], recursive=False):
                while hanging.get(len(line), 0) > 0:
                    hanging[len(line)] -= 1
                    line.append(Covered.ABOVE)
                across, down = _span(cell, "colspan"), _span(cell, "rowspan")
                for place in range(across):
                    hanging[len(line)] = down - 1
                    line.append(Covered.LEFT if place else self._cell(cell))
            while hanging.get(len(line), 0) > 0:
                hanging[len(line)] -= 1
                line.append(Covered.ABOVE)
            grid.append(line)
        return grid

    def _cell(self, cell: Tag) -> str:
        inside = _Walk(whole=False)
        inside.children(cell)
        inside.flush()
        self.hidden += inside.hidden
        return one_line(" ".join(block.text for block in inside.blocks))

    def _is_left_out(self, tag: Tag) -> bool:
        if _LEFT_OUT.fullmatch(tag.name):
            return True
        if tag.name == "header" and self.whole and not tag.find_parent("article"):
            for heading in tag.find_all("h1"):
                self.flush()
                self._block(heading)
            return True
        if tag.name in ("button", "label") and not tag.find_parent(_HEADING):
            return len(tag.get_text().split()) < _BUTTON_WORDS
        names = " ".join([str(tag.get("id") or ""), *(tag.get_attribute_list("class") or [""])])
        if _COOKIES.search(names) and tag.name != "body" and len(tag.get_text()) < _MAX_COOKIE_BOX:
            return True
        if tag.has_attr("hidden") or is_unseen(str(tag.get("style") or "")):
            if said := one_line(unreserved(tag.get_text(" "))):
                self.hidden.append(said)
            self.running.append(SEAM)
            return True
        return False

    def _alternative_text(self, image: Tag) -> None:
        if said := one_line(unreserved(str(image.get("alt") or ""))):
            self.hidden.append(said)


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", unreserved(text))


def _comments(soup: BeautifulSoup) -> Iterator[str]:
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        said = one_line(unreserved(str(comment)))
        if said and not said.startswith(("[if", "<![")):
            yield said


def _attributes(soup: BeautifulSoup) -> Iterator[str]:
    """Yield what the page says of itself to machines, and the words that only a pointer or a screen reader tells."""
    for tag in soup.find_all(True):
        values = (tag.get("content") if tag.get("name") else None, tag.get("title"), tag.get("aria-label"))
        yield from filter(None, (one_line(unreserved(str(value))) for value in values if value))


def _is_head(row: Tag) -> bool:
    """True when all cells of a row are heads, or it stands in the table's head."""
    found = row.find_all(["td", "th"], recursive=False)
    return row.find_parent("thead") is not None or (len(found) > 0 and all(cell.name == "th" for cell in found))


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name) or "1")
    return min(int(value), 100) if value.isdigit() and int(value) > 0 else 1


def _start(tag: Tag) -> int:
    value = str(tag.get("start") or "1")
    return int(value) if value.isdigit() else 1
