"""What a style hides from a person: no display, no size, no ink, or ink as white as the page."""

from __future__ import annotations

import re

_NONE = re.compile(r"display:none|visibility:hidden|opacity:0(?![.\d]*[1-9])|(?<![-\w])color:transparent")
_SIZE = re.compile(r"font-size:(\d*\.?\d+)(px|pt|em|rem|%|)")
_MIN_SIZE = {"px": 4.0, "pt": 3.0, "em": 0.3, "rem": 0.3, "%": 30.0, "": 4.0}
"""Sizes below which type is not read."""
_HEX = re.compile(r"(?<![-\w])color:#([0-9a-f]{3}|[0-9a-f]{6})\b")
_RGB = re.compile(r"(?<![-\w])color:rgba?\((\d+),(\d+),(\d+)(?:,([\d.]+))?\)")
_WHITE = re.compile(r"(?<![-\w])color:(?:white|snow|ivory|ghostwhite|floralwhite)\b")
_PALE = 0xF0
"""Least part of red, green and blue, of 255 each, in ink that does not show on white."""


def is_unseen(style: str) -> bool:
    """True when a ``style`` attribute hides its text; white type on a background of its own is seen."""
    style = re.sub(r"\s", "", style).lower()
    size = _SIZE.search(style)
    if _NONE.search(style) or (size and float(size[1]) < _MIN_SIZE[size[2]]):
        return True
    return "background" not in style and _is_pale(style)


def _is_pale(style: str) -> bool:
    if _WHITE.search(style):
        return True
    if match := _RGB.search(style):
        return (match[4] is not None and float(match[4]) == 0) or all(int(match[part]) >= _PALE for part in (1, 2, 3))
    if match := _HEX.search(style):
        digits = match[1] if len(match[1]) == 6 else "".join(digit * 2 for digit in match[1])
        return all(int(digits[at : at + 2], 16) >= _PALE for at in (0, 2, 4))
    return False
