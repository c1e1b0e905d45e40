"""Numbers in words, Swedish and English, up to a few hundred: "tjugofem", "ett tjugotal", "twenty-five"."""

from __future__ import annotations

_UNITS = {
    "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TEENS = {
    "tio": 10, "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14, "femton": 15, "sexton": 16, "sjutton": 17,
    "arton": 18, "nitton": 19, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "tjugo": 20, "trettio": 30, "fyrtio": 40, "femtio": 50, "sextio": 60, "sjuttio": 70, "åttio": 80, "nittio": 90,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_ROUND = {"hundra": 100, "hundred": 100, "etthundra": 100, "tvåhundra": 200, "trehundra": 300}
_KNOWN = {
    **_UNITS,
    **_TEENS,
    **_TENS,
    **_ROUND,
    **{f"{tens}{join}{unit}": _TENS[tens] + _UNITS[unit] for tens in _TENS for unit in _UNITS for join in ("", "-")},
    **{f"{word}tal": number for word, number in {**_TEENS, **_TENS, **_ROUND}.items()},
}
NUMERAL = "(?:" + "|".join(sorted(_KNOWN, key=len, reverse=True)) + ")"
"""A pattern for them, meant for ``re.IGNORECASE``."""


def value(text: str) -> int | None:
    """Return the number that digits ("1 200") or a word stand for, or None."""
    plain = text.strip().lower().replace(" ", "").replace("\u00a0", "")
    return int(plain) if plain.isdecimal() and len(plain) < 10 else _KNOWN.get(plain)
