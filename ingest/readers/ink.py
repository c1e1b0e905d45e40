"""What stands on a PDF page and how: the pieces of text as they are shown, and the text that nobody sees.

Text is hidden when it is white with nothing darker behind it, smaller than 3 points, or drawn without ink on a page
that has no picture (over a picture, text without ink is what a scanner recognised, and is the page's text). A piece
is hidden only when all of it is.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ingest.readers.characters import one_line, unreserved, with_symbols
from ingest.readers.layout import Box, Piece

_TINY = 3.0
_NO_INK = 3
"""Text rendering mode 3: neither filled nor stroked (PDF 32000-1, table 106)."""
_SHOW = (b"Tj", b"TJ", b"'", b'"')
_FILL = (b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*")
_END_PATH = (*_FILL, b"S", b"s", b"n")
_COLOURS = (b"g", b"rg", b"k", b"sc", b"scn")

Matrix = Sequence[float]


@dataclass(frozen=True, slots=True)
class _State:
    white: bool = False
    mode: int = 0


@dataclass(slots=True)
class Ink:
    """Listens while a page's text is taken out; see pypdf's ``visitor_operand_after`` and ``visitor_text``."""

    has_image: bool
    width: float
    """Of the page as stored, in points; so is the height."""
    height: float
    turn: int = 0
    """Degrees by which the page is turned clockwise when shown: 0, 90, 180 or 270."""
    origin: tuple[float, float] = (0, 0)
    """Lower left corner of the page."""
    strokes: int = 0
    """Lines and rectangles drawn."""
    _found: list[tuple[Piece, bool, bool]] = field(default_factory=list)
    """Piece, all of it white, all of it without ink."""
    _state: _State = _State()
    _saved: list[_State] = field(default_factory=list)
    _path: list[Box] = field(default_factory=list)
    _dark: list[Box] = field(default_factory=list)
    _shown: list[_State] = field(default_factory=list)

    def operator(self, operator: bytes, operands: Any, cm: Matrix, tm: Matrix) -> None:
        """Follow colour, rendering mode and what is painted behind."""
        if operator in _SHOW:
            self._shown.append(self._state)
        elif operator == b"q":
            self._saved.append(self._state)
        elif operator == b"Q":
            self._state = self._saved.pop() if self._saved else _State()
        elif operator == b"Tr" and operands:
            self._state = replace(self._state, mode=int(operands[0]))
        elif operator in _COLOURS:
            self._state = replace(self._state, white=_is_white(operands))
        elif operator == b"re" and len(operands) == 4:
            self.strokes += 1
            self._path.append(_box(operands, cm))
        elif operator == b"l":
            self.strokes += 1
        elif operator in _END_PATH:
            if operator in _FILL and not self._state.white:
                self._dark += self._path
            self._path = []
        elif operator == b"Do":
            self._dark.append(_box((0, 0, 1, 1), cm))

    def text(self, text: str, cm: Matrix, tm: Matrix, font: Any, size: float) -> None:
        """Take in one piece of text."""
        if not text:
            return
        shown, self._shown = self._shown, []
        if not text.strip() or font is None:
            self._found.append((Piece(text, 0, 0, 0), False, False))
            return
        a, b, c, d, x, y = _product(tm, cm)
        scale = math.sqrt(abs(a * d - b * c))
        bold = "bold" in str(font.get("/BaseFont", "")).lower()
        place = Piece(with_symbols(unreserved(text)), x, y, round(abs(size) * scale, 1), bold)
        white = bool(shown) and all(state.white for state in shown) and not any(box.holds(place) for box in self._dark)
        piece = self._upright(place, round(math.degrees(math.atan2(b, a)) / 90) * 90 % 360)
        inkless = bool(shown) and all(state.mode == _NO_INK for state in shown)
        self._found.append((piece, white, inkless))

    def pieces(self) -> tuple[list[Piece], list[str]]:
        """Return the pieces that are seen and the texts that are not."""
        seen: list[Piece] = []
        hidden: list[str] = []
        unseen: list[str] = []
        for piece, white, inkless in self._found:
            if piece.size and self._is_hidden(piece, white, inkless):
                unseen.append(piece.text)
                continue
            if piece.size and unseen:
                hidden.append(one_line(" ".join(unseen)))
                unseen = []
            seen.append(piece)
        if unseen:
            hidden.append(one_line(" ".join(unseen)))
        return seen, [text for text in hidden if text]

    def _is_hidden(self, piece: Piece, white: bool, inkless: bool) -> bool:
        if piece.size < _TINY or (inkless and not self.has_image):
            return True
        return white

    def _upright(self, piece: Piece, direction: int) -> Piece:
        """Place a piece on the page turned so that its text, running in ``direction`` degrees, runs to the right."""
        x, y = piece.x - self.origin[0], piece.y - self.origin[1]
        match direction:
            case 90:
                x, y = y, self.width - x
            case 180:
                x, y = self.width - x, self.height - y
            case 270:
                x, y = self.height - y, x
        return replace(piece, x=x, y=y, turned=direction != self.turn)


def _is_white(operands: Any) -> bool:
    """True for white in the colour space that the number of components tells: grey, RGB or CMYK.

    With ``sc`` a single component may be a spot colour; 1 is then full ink, but few write text in one.
    """
    if not operands or not all(isinstance(value, int | float) for value in operands):
        return False
    values = [float(value) for value in operands]
    if len(values) == 4:
        return max(values) <= 0.02
    return len(values) in (1, 3) and min(values) >= 0.98


def _box(rectangle: Any, cm: Matrix) -> Box:
    x, y, width, height = (float(value) for value in rectangle)
    a, b, c, d, e, f = cm
    corners = [(a * p + c * q + e, b * p + d * q + f) for p in (x, x + width) for q in (y, y + height)]
    xs, ys = [p for p, _ in corners], [q for _, q in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _product(first: Matrix, second: Matrix) -> tuple[float, float, float, float, float, float]:
    """Return the matrix that applies ``first`` and then ``second``."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
