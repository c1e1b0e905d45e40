"""Tell what is no text to quote: labels of a chart without its chart, misread letters, tables of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import SEAM, Line, TableDraft

_PLACEHOLDER = (
    r"\[(?:VÄRDE|KATEGORINAMN|SERIENAMN|PROCENT(?:ANDEL)?|CELLOMRÅDE|X-VÄRDE|Y-VÄRDE|VALUE|CATEGORY NAME|SERIES NAME"
    r"|PERCENTAGE|CELLRANGE)\]"
)
_CHART_LABEL = re.compile(_PLACEHOLDER)
_FIGURE = re.compile(r"[-−]?\d+(?:[.,]\d+)?%?|%")
_CHART_ROW = re.compile(r"[^\t]+\t[^\t]+\t[^\t]+\t")
_MAX_LABEL = 40
_BEGINS_SOMETHING = re.compile(r"§|[•·▪]|\d{1,2}(?:\.\d{1,2})*[.)]?\s+[A-ZÅÄÖ]|\d{1,3} §")

_LEADER = " .…_·"
_CONTENTS = re.compile(r"(?:innehåll(?:sförteckning)?|contents|table of contents):?", re.IGNORECASE)

_ODD_LETTER = re.compile(r"[èéêëìíîïòóôõùúûāēīō]")
_ACCENTED = re.compile(
    r"(?:id|[ck]af|arm|entr|kup|all|succ|fil|mosk|kommitt|trof|ess|turn|resum|tabl|klich|matin|sup|gel)é"
)
"""Swedish words with an accent."""
_MISREAD = re.compile(r"(?<![a-zåäö])[a-zåäö]++[A-Z]?\d[a-zåäö]+|(?<![*\w])[\[<>*][A-Z<>]{2,}|[|\\~]")
_NO_WORD = re.compile(r"[\[<(*_]+[\w .-]*[\]>)*_]+[.,;:]?|[|\\~–-]+|\S*(?:@|://|www\.|/)\S*")
_ENGLISH = frozenset(["the", "of", "and", "is", "are", "that", "with", "this", "be", "to", "was", "were", "has"])


def residue_lines(lines: Sequence[Line | TableDraft]) -> set[int]:
    """Return the indices of lines that are labels and figures of a chart, or a table of contents.

    A chart whose picture is gone leaves three or more lines of bare figures close together; short labels between them
    belong to it. Lines with a placeholder for a value ("[VÄRDE]") or a row of tab-separated labels count by themselves.
    """
    certain: set[int] = set()
    bare: list[int] = []
    for i, line in enumerate(lines):
        if isinstance(line, TableDraft):
            continue
        text = line.text.strip(SEAM + " ")
        if _CHART_LABEL.search(text) or _CHART_ROW.match(text.lstrip("\t")):
            certain.add(i)
        elif _is_figures(text):
            bare.append(i)
    found = certain | _contents(lines)
    for run in _runs(sorted(certain.union(bare)), lines):
        if len(run) >= 3 or not certain.isdisjoint(run):
            found.update(_with_labels(run, lines))
    return found


def _is_figures(text: str) -> bool:
    return text[:1] in "-−0123456789" and text != "" and all(map(_FIGURE.fullmatch, text.split()))


def _contents(lines: Sequence[Line | TableDraft]) -> set[int]:
    """Return the lines of a table of contents: with dots before the page, or below its heading with rising pages."""
    texts = [line.text.strip(SEAM + " \t") if isinstance(line, Line) else "" for line in lines]
    dotted = {i for i, text in enumerate(texts) if text[-1:].isdigit() and _is_dotted(text)}
    found = dotted if len(dotted) > 1 else set()
    for start, text in enumerate(texts):
        if text[:1] in "iIcCtT" and _CONTENTS.fullmatch(text):
            run = _entries(texts, start + 1)
            found |= set(run) if len(run) > 2 else set()
    return found


def _page_of(text: str) -> tuple[str, int | None]:
    """Return an entry of a table of contents and its page, None when there is none."""
    words = text.rstrip("0123456789")
    digits = len(text) - len(words)
    return words, int(text[len(words) :]) if 0 < digits < 4 else None


def _is_dotted(text: str) -> bool:
    words, page = _page_of(text)
    name = words.rstrip(_LEADER)
    leader = words[len(name) :].replace(" ", "").replace("…", "...")
    return page is not None and name != "" and len(leader) > 3


def _entries(texts: Sequence[str], start: int) -> range:
    """Return the places from ``start`` of lines that end with page numbers that do not fall."""
    last, end = 0, start
    while end < len(texts):
        words, page = _page_of(texts[end])
        if page is None or page < last or not words[-1:].isspace() or not any(map(str.isalpha, words)):
            break
        last, end = page, end + 1
    return range(start, end)


def _runs(indices: Sequence[int], lines: Sequence[Line | TableDraft]) -> list[list[int]]:
    """Group indices with at most two short lines between one and the next."""
    runs: list[list[int]] = []
    for i in indices:
        if runs and i - runs[-1][-1] <= 3 and all(_is_label(lines[j]) for j in range(runs[-1][-1] + 1, i)):
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _with_labels(run: Sequence[int], lines: Sequence[Line | TableDraft]) -> list[int]:
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
    is_short = 0 < len(text) <= _MAX_LABEL and len(text.split()) <= words
    return is_short and not text.endswith(".") and not _BEGINS_SOMETHING.match(text)


def is_garbled(text: str) -> bool:
    """True when the letters were misread from an image: Swedish without å, ä and ö, and words that are no words."""
    swedish = sum(map(text.count, "åäöÅÄÖ"))
    if swedish > len(text) * 0.01:
        return False
    letters = sum(map(str.isalpha, text))
    if letters < 20 or swedish > letters * 0.01:
        return False
    words = [word for word in text.split() if not _NO_WORD.fullmatch(word)]
    if len(_ENGLISH.intersection(map(str.lower, words))) > 1:
        return False
    odd = sum(map(_is_odd, words))
    return odd >= 1 and odd / len(words) >= 0.04


def _is_odd(word: str) -> bool:
    is_accented = word[0].islower() and _ODD_LETTER.search(word) and not _ACCENTED.search(word)
    return bool(is_accented or _MISREAD.search(word))
