"""Known headings and labels of a plain text set apart, so that what stands right below one is not joined to it."""

from __future__ import annotations

import re

from assistant.screening import amounts, headings
from assistant.screening.aligning import part_columns

_ROOM = [""] * 9
"""Blank lines that part even a line in small letters from the one above."""
_MARKS = " \t*_#>"
_LABELLED = re.compile(r"[\s*_#>]*(?P<label>[^\n:|]{2,60}?)[*_]*:[*_]*(?:\s+(?P<answer>\S.*))?$")
_BOLD = re.compile(r"\s*(?:\*\*|__)[^*_|:.]{3,60}(?:\*\*|__):?\s*")
"""A line in bold and nothing else."""
_DOTTED = re.compile(r"[\s*_#>]*(?P<label>[^\n:|.]{2,60}?)\s*(?:\.{3,}|…+|_{3,})[\s.…_]*(?P<answer>\S.*)$")
_IN_TABLE = re.compile(r"\s*\||.*\t")
_ITEM = re.compile(r"\s*(?:[-–•·*+]|\d{1,2}[.)])\s")
_OPENS = re.compile(r"[\s*_#>]*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?[*_]*[A-ZÅÄÖ]")


def set_apart(text: str) -> str:
    """Return ``text`` with room above each line that is a known heading or begins with a known label, and below the
    headings. Rows of tables, list items and costs ("Lokal: 40 000 kr") stay where they are."""
    written: list[str] = []
    for line in part_columns(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        kind = _kind(line, is_first=not written or not written[-1].strip())
        if kind and written and written[-1].strip():
            written += _ROOM
        written.append(line)
        if kind == "heading":
            written += _ROOM
    return "\n".join(written)


def _kind(line: str, *, is_first: bool) -> str:
    """Return "heading" or "label" for a line that is known, "" for any other.

    Args:
        is_first: nothing stands right above the line.
    """
    if len(line) > 400 or _IN_TABLE.match(line):
        return ""
    words = line.strip(_MARKS)
    if not _OPENS.match(line):
        small = _LABELLED.match(line) if is_known_small(line) else None
        return "" if small is None else "label" if small["answer"] else "heading"
    if _BOLD.fullmatch(line):
        return "heading"
    if (match := _LABELLED.match(line)) or (match := _DOTTED.match(line)):
        named = None if _ITEM.match(line) else headings.label(match["label"].strip(_MARKS))
        if named is None or (match["answer"] and is_cost(match["answer"])):
            return ""
        return "label" if match["answer"] else "heading"
    if words.endswith((".", ",", ";", "-")):
        return ""
    return "heading" if headings.alone(words, is_first=is_first) is not None else ""


def is_known_small(line: str) -> bool:
    """True for a line that begins with a known label in small letters: "budget:"."""
    label, colon, _ = line.partition(":")
    return bool(colon) and headings.label(label.strip(_MARKS), exact=True) is not None


def is_cost(answer: str) -> bool:
    """True when an answer is an amount of money and nothing else."""
    found = amounts.find(answer, unit="kr")
    if len(found) != 1:
        return False
    rest = answer[: found[0].amount.start] + answer[found[0].amount.end :]
    return found[0].amount.sek >= 1000 and not any(map(str.isalnum, rest))
