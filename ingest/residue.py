"""Tell remains that cannot be made out: labels of a chart without its chart, letters misread from an image."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import SEAM, Line, TableDraft

_FIGURE = r"(?:[-−]?\d[\d ]{0,8}(?:[.,]\d+)?\s*%?|\[[A-ZÅÄÖ]{3,}\])"
_ONLY_FIGURES = re.compile(rf"{_FIGURE}(?:\s+{_FIGURE})*")
_PLACEHOLDER = re.compile(r"\[[A-ZÅÄÖ]{4,}\]")
_CHART_ROW = re.compile(r"[^\t]+\t[^\t]+\t[^\t]+\t")
_MAX_LABEL = 40
_ODD_LETTER = re.compile(r"[èéêëìíîïòóôõùúûāēīō]")
_DIGIT_INSIDE = re.compile(r"[a-zåäö]+[A-Z]?\d[a-zåäö]+|[\[<>*]{1}[A-Z<>]{2,}|[|\\~]{1,}")
_WORD = re.compile(r"\S+")


def residue_lines(lines: Sequence[Line | TableDraft]) -> set[int]:
    """Return the indices of lines that are labels and figures of a chart whose picture is gone.

    Such a run has three or more lines of bare figures close together; short labels between them belong to it. Lines
    with a placeholder for a value ("[VÄRDE]") or a row of tab-separated labels count by themselves.
    """
    certain: set[int] = set()
    bare: list[int] = []
    for i, line in enumerate(lines):
        if isinstance(line, TableDraft):
            continue
        text = line.text.strip(SEAM + " ")
        if _PLACEHOLDER.search(text) or _CHART_ROW.match(text.lstrip("\t")):
            certain.add(i)
        elif _ONLY_FIGURES.fullmatch(text):
            bare.append(i)
    found = set(certain)
    for run in _runs(sorted(certain | set(bare)), lines):
        if len(run) >= 3 or certain & set(run):
            found.update(_with_labels(run, lines))
    return found


def _runs(indices: list[int], lines: Sequence[Line | TableDraft]) -> list[list[int]]:
    """Group indices with at most two short lines between one and the next."""
    runs: list[list[int]] = []
    for i in indices:
        if runs and i - runs[-1][-1] <= 3 and all(_is_label(lines[j]) for j in range(runs[-1][-1] + 1, i)):
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _with_labels(run: list[int], lines: Sequence[Line | TableDraft]) -> list[int]:
    """Return a run with the labels inside it and, when three or more follow on its heels, those after it."""
    last = run[-1]
    after = last + 1
    while after < len(lines) and _is_label(lines[after], words=3):
        after += 1
    if after - last - 1 >= 3:
        last = after - 1
    return [i for i in range(run[0], last + 1) if isinstance(lines[i], Line)]


def _is_label(line: Line | TableDraft, words: int = 8) -> bool:
    if not isinstance(line, Line):
        return False
    text = line.text.strip(SEAM + " ")
    return 0 < len(text) <= _MAX_LABEL and not text.endswith(".") and len(text.split()) <= words


def is_garbled(text: str) -> bool:
    """True when the letters were misread from an image: Swedish without å, ä and ö, and words that are no words."""
    letters = sum(c.isalpha() for c in text)
    if letters < 20 or sum(c in "åäöÅÄÖ" for c in text) > letters * 0.01:
        return False
    words = _WORD.findall(text)
    odd = sum(1 for word in words if _ODD_LETTER.search(word) or _DIGIT_INSIDE.search(word))
    return odd >= 1 and odd / len(words) >= 0.04
