"""The text of a Word paragraph, run by run: what is seen of it, what is hidden, what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ingest.model import SEAM, without_seams
from ingest.readers import word
from ingest.readers.characters import one_line, unreserved
from ingest.readers.word import Styles, W

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


@dataclass(slots=True)
class Text:
    """The visible text of a paragraph as it grows."""

    parts: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """("footnotes" or "endnotes", id) of the notes referred to."""
    boxes: list[Any] = field(default_factory=list)
    """Contents of text boxes anchored here."""
    bold: bool = True
    """No visible letter that is not bold."""

    @property
    def whole(self) -> str:
        return "".join(self.parts)


@dataclass(frozen=True, slots=True)
class Runs:
    """Reads the paragraphs of a document whose styles are ``styles``."""

    styles: Styles
    hidden: list[str] = field(default_factory=list)
    """What no person sees of the paragraphs read so far, the alternative texts of pictures among it."""

    def text(self, paragraph: Any, in_shade: bool = False) -> Text:
        """Read a paragraph; white letters are seen where it, or what it stands in, is shaded."""
        text = Text()
        shaded = paragraph.find(f"{W}pPr/{W}shd") is not None
        styles = [own for style in self.styles.chain(paragraph) if (own := style.find(f"{W}rPr")) is not None]
        self._read(paragraph, text, styles, shaded or in_shade)
        return text

    def _read(self, parent: Any, text: Text, styles: Sequence[Any], shaded: bool) -> None:
        for child in word.content(parent):
            if child.tag == f"{W}r":
                self._read_run(child, text, styles, shaded)
            elif child.tag in word.INSIDE:
                self._read(child, text, styles, shaded)

    def _read_run(self, run: Any, text: Text, styles: Sequence[Any], shaded: bool) -> None:
        said = "".join(self._words(run, text))
        properties = run.find(f"{W}rPr")
        own = [properties] if properties is not None else []
        nearest_first = [*own, *self.styles.of_run(properties), *styles]
        if word.is_hidden(nearest_first, shaded) and said.strip():
            self.hidden.append(one_line(said))
            text.parts.append(SEAM)
            return
        if without_seams(said).strip() and not word.flag(nearest_first, "b"):
            text.bold = False
        text.parts.append(said)

    def _words(self, run: Any, text: Text) -> Iterator[str]:
        """Yield a run's words and signs, and put the notes and boxes that hang on it down in ``text``."""
        for child in word.content(run):
            match child.tag.removeprefix(W):
                case "t":
                    yield unreserved(child.text or "")
                case "tab" | "ptab":
                    yield "\t"
                case "br" | "cr":
                    yield "\n"
                case "noBreakHyphen":
                    yield "-"
                case "softHyphen":
                    yield SEAM
                case "footnoteReference" | "endnoteReference" as kind:
                    yield SEAM
                    text.notes.append((f"{kind.removesuffix('Reference')}s", child.get(f"{W}id", "")))
                case "drawing" | "pict" | "object":
                    text.boxes += child.iter(f"{W}txbxContent")
                    self.hidden.extend(_alternative_texts(child))


def _alternative_texts(drawing: Any) -> Iterator[str]:
    for properties in drawing.iter(_DRAWING):
        for name in ("title", "descr"):
            if said := one_line(properties.get(name, "")):
                yield said
