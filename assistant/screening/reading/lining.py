"""Known headings and labels of a plain text set apart, so that what stands right below one is not joined to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from assistant.screening.reading import amounts, headings
from assistant.screening.reading.aligning import part_columns
from assistant.screening.reading.headings import FORM_TOPICS

_ROOM = [""] * 9
"""Blank lines that part even a line in small letters from the one above."""
_LEAST_LABELS = 3
"""Lines in a row that begin with a label, of which a form consists."""
_LONGEST_LABEL = 4
"""Words."""
_LONGEST_ANSWER = 200
"""Characters, the label included."""
_UNSIGNED = re.compile(r"[^:|\t]*$")
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
    for line in _with_answers(part_columns(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))):
        kind = _kind(line, is_first=not written or not written[-1].strip())
        if kind and written and written[-1].strip():
            written += _ROOM
        written.append(line)
        if kind == "heading":
            written += _ROOM
    return "\n".join(written)


def _with_answers(lines: Sequence[str]) -> list[str]:
    """Return ``lines`` with a tab between label and answer where several lines in a row have them without a sign."""
    parted = [_parted(line) for line in lines]
    found = list(lines)
    for is_form, run in groupby(range(len(lines)), key=lambda i: parted[i] is not None):
        own = list(run)
        if is_form and len(own) >= _LEAST_LABELS:
            for i in own:
                found[i] = parted[i] or lines[i]
    return found


def _parted(line: str) -> str | None:
    """Return a line with a tab between the label that it begins with and the answer, or None for any other line."""
    words = line.split(" ")
    if (
        len(line) > _LONGEST_ANSWER
        or not _OPENS.match(line)
        or line.rstrip().endswith(".")
        or not _UNSIGNED.match(line)
    ):
        return None
    for length in range(min(_LONGEST_LABEL, len(words) - 1), 0, -1):
        if words[length - 1].isdigit() and not amounts.years(words[length - 1]):
            continue
        label, answer = " ".join(words[:length]), " ".join(words[length:])
        named = headings.label(label) if answer[:1].isupper() or answer[:1].isdigit() else None
        if named is not None and named.is_whole and named.topics and named.topics[0] in FORM_TOPICS:
            return f"{label}\t{answer}"
    return None


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
