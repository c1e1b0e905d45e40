"""What Word's XML says about a paragraph, run or cell: its style, whether it is seen, what it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""Namespace of WordprocessingML, before every tag and attribute."""

INSIDE = {f"{W}{name}" for name in ("ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo")}
"""Elements whose content counts as their parent's own."""

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OUT = {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr")}
_TINY = 6
"""Half points."""
_HEADING = re.compile(r"(?:heading|rubrik)\s*(\d)", re.IGNORECASE)
_TITLE = {"title", "titel", "rubrik"}


def content(parent: Any) -> Iterator[Any]:
    """Yield an element's children as they are seen: content controls and alternatives opened, deletions left out."""
    for child in parent:
        if child.tag in _OUT:
            continue
        if child.tag == f"{W}sdt":
            gallery = child.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
            inner = child.find(f"{W}sdtContent")
            if inner is not None and value(gallery) != "Table of Contents":
                yield from content(inner)
        elif child.tag == f"{_MC}AlternateContent":
            choice = child.find(f"{_MC}Choice")
            if choice is not None:
                yield from content(choice)
        elif child.tag in INSIDE and parent.tag != f"{W}p":
            yield from content(child)
        else:
            yield child


def rows(table: Any) -> list[Any]:
    return [child for child in content(table) if child.tag == f"{W}tr" and child.find(f"{W}trPr/{W}del") is None]


def paragraphs(cell: Any) -> Iterator[Any]:
    for child in content(cell):
        if child.tag == f"{W}p":
            yield child
        elif child.tag == f"{W}tbl":
            for row in rows(child):
                for inner in (c for c in content(row) if c.tag == f"{W}tc"):
                    yield from paragraphs(inner)


def is_styled(cell: Any) -> bool:
    """True when the table's style may colour the cell."""
    row = cell.getparent()
    while row is not None and row.tag != f"{W}tbl":
        row = row.getparent()
    style = "" if row is None else value(row.find(f"{W}tblPr/{W}tblStyle"))
    return style not in ("", "TableGrid", "TableNormal", "Tabellrutnt", "Normaltabell")


def value(element: Any) -> str:
    return "" if element is None else str(element.get(f"{W}val", ""))


def number(element: Any, default: int) -> int:
    said = value(element)
    return int(said) if said.isdigit() else default


@dataclass(frozen=True, slots=True)
class Styles:
    """A document's styles by their id."""

    by_id: dict[str, Any]

    @classmethod
    def of(cls, root: Any) -> Styles:
        """Return the styles that the element ``w:styles`` defines."""
        return cls({style.get(f"{W}styleId", ""): style for style in root.iterfind(f"{W}style")})

    def name(self, paragraph: Any) -> str:
        """Return the name of a paragraph's style, "" when it has none of its own."""
        style = self.by_id.get(value(paragraph.find(f"{W}pPr/{W}pStyle")))
        return "" if style is None else value(style.find(f"{W}name"))

    def chain(self, paragraph: Any) -> list[Any]:
        """Return a paragraph's style and those it is based on, nearest first."""
        return self._chain(value(paragraph.find(f"{W}pPr/{W}pStyle")))

    def of_run(self, properties: Any) -> list[Any]:
        """Return the run properties of the character style that ``properties`` names."""
        id = "" if properties is None else value(properties.find(f"{W}rStyle"))
        return [own for style in self._chain(id) if (own := style.find(f"{W}rPr")) is not None]

    def heading_depth(self, paragraph: Any) -> int | None:
        """Return the depth of a heading from 1, by style name or outline level, or None for other paragraphs."""
        chain = self.chain(paragraph)
        names = [value(style.find(f"{W}name")) for style in chain]
        for name in names:
            if match := _HEADING.match(name):
                return int(match.group(1))
        if names and names[0].lower() in _TITLE:
            return 1
        levels = [paragraph.find(f"{W}pPr/{W}outlineLvl"), *(style.find(f"{W}pPr/{W}outlineLvl") for style in chain)]
        level = next((number(at, 9) for at in levels if at is not None), 9)
        return level + 1 if level < 9 else None

    def _chain(self, id: str) -> list[Any]:
        found: list[Any] = []
        while (style := self.by_id.get(id)) is not None and style not in found:
            found.append(style)
            id = value(style.find(f"{W}basedOn"))
        return found


def flag(properties: Sequence[Any], name: str) -> bool:
    """Return a switch such as bold: the nearest of the properties that speaks of it decides."""
    for own in properties:
        if (switch := own.find(f"{W}{name}")) is not None:
            return value(switch) not in ("0", "false", "none")
    return False


def is_hidden(properties: Sequence[Any], shaded: bool) -> bool:
    if flag(properties, "vanish"):
        return True
    size = next((at for own in properties if (at := own.find(f"{W}sz")) is not None), None)
    if number(size, 99) < _TINY:
        return True
    colour = next((at for own in properties if (at := own.find(f"{W}color")) is not None), None)
    behind = any(own.find(f"{W}{name}") is not None for own in properties for name in ("shd", "highlight"))
    return value(colour).upper() in ("FFFFFF", "FEFEFE") and not shaded and not behind
