"""What a heading or label of an application is about: known ones are data, damaged and longer ones are recognised."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from assistant.screening.draft import Topic

_HERE = Path(__file__).parent
FORM_TOPICS = frozenset(
    {Topic.TITLE, Topic.OWNER, Topic.CONTACT, Topic.TYPE, Topic.PERIOD, Topic.PLACE, Topic.AMOUNT, Topic.PARTIES}
)
"""Topics whose answer is one line: a label of theirs says nothing of the paragraphs below."""
MAX_LABEL = 60
"""Characters of a label before its colon."""
_MAX_LINE = 40
"""Characters of a line that can be a heading by its everyday words."""
_OPENING = 80
"""Characters of a paragraph that may say what it is about."""
_MAX_WORDS = 14
_MAX_EXTRA = 3
"""Words of a heading, besides a known one, that may add to it."""
_NUMBER = re.compile(
    r"[\W_]*(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-H]\d{0,2})[.):]+(?=\s)"
    r"|\d{1,2}(?:\.\d{1,2})*(?= +[A-ZÅÄÖ]))?[\W_]*"
)
_FIGURES = re.compile(r"%|\d \d{3}|\d{5}")
"""What a row of a budget has, and a heading does not."""
_COUNT = re.compile(r"(?<!\d)(?!20\d\d(?!\d))\d")
"""A figure that is no year."""
_WORD = re.compile(r"[^\W\d_]+")
_BRACKETS = re.compile(r"\([^()]*\)")
_SPACED = re.compile(r"(?:[^\W\d_] ){3,}[^\W\d_](?=\W*$)")
_SILENT = frozenset((_HERE / "silent_words.txt").read_text(encoding="utf-8").split())
"""Folded words that add nothing to a heading."""
_SAYING = frozenset((_HERE / "saying_words.txt").read_text(encoding="utf-8").split())
"""Folded words that make a sentence of what could be a label."""
_ASKING = frozenset(
    {"vad", "vem", "vilka", "vilken", "vilket", "hur", "var", "vart", "varfor", "nar", "for", "till", "med", "sa"}
)
"""Folded words that a question begins with."""
_CONFUSED = str.maketrans("013", "olb")
"""Figures that a scan shows for letters."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a heading names."""

    topics: tuple[Topic, ...]
    """In the order in which its words name them; empty when it only names the kind of paper."""
    is_form: bool = False
    """It begins like the name of the paper itself: "Ansökan om medel"."""
    is_whole: bool = False
    """It says nothing that is not known."""


def name(text: str) -> Named | None:
    """Return what a heading is about, or None for one that is not known."""
    if _FIGURES.search(text):
        return None
    text = text.strip()
    known = _named(text)
    if known is not None and (known.is_form or known.is_whole):
        return known
    return _everyday(text) or known


def label(text: str, *, exact: bool = False) -> Named | None:
    """Return what a label before a colon is about; it begins like a known heading and says little besides, no verb.

    Args:
        exact: it must say nothing besides.
    """
    text = text.strip()
    found = _named(text) if len(text) <= MAX_LABEL else None
    if (found is None or not found.is_whole) and (not exact or text.endswith("?")):
        asked = everyday(text)
        if asked is not None:
            return asked
    if exact and _COUNT.search(_NUMBER.sub("", text, count=1)):
        return None
    words = _words(text)
    begins = _longest_at(words, 0) if found is not None and words else None
    if begins is None or found is None:
        return None
    if len(words) - begins[1] > (0 if exact else 2):
        return found if found.is_whole else None
    return None if _SAYING & set(words[begins[1] :]) else found


def opening(text: str) -> tuple[Topic, ...] | None:
    """Return what a paragraph without a heading is about when its first words say so, else None: "Målet är …"."""
    folded = " ".join(_split(fold(text[:_OPENING])))
    return next((topics for topics, rule in _rules("openings.tsv") if rule.match(folded)), None)


def alone(text: str, *, is_first: bool = True) -> Named | None:
    """Return what a line that stands alone is about, as a heading does without being marked as one.

    Args:
        is_first: nothing stands right above the line.
    """
    found = label(text, exact=True)
    if found is None and (text.isupper() or (is_first and len(text) <= _MAX_LINE)):
        return everyday(text)
    return found


def everyday(text: str) -> Named | None:
    """Return what a label in everyday words is about, None for one that is not known by them."""
    return None if len(text) > MAX_LABEL or _FIGURES.search(text) else _everyday(text.strip(), label=True)


@lru_cache(maxsize=4096)
def _everyday(text: str, *, label: bool = False) -> Named | None:
    """Return what the words of a heading tell that is none of the known ones: "Vart vi vill", "Vem har skrivit?"."""
    folded = " ".join(re.findall(r"\w+", fold(_NUMBER.sub("", _BRACKETS.sub(" ", text), count=1))))
    if text.endswith((".", ",", ";")) or not folded or folded.count(" ") >= _MAX_WORDS:
        return None
    if label and folded.split()[0] not in _ASKING and _is_said(text):
        return None
    rules = _rules("heading_words.tsv")
    return next((Named(topics) for topics, rule in rules if _holds(rule, folded, label=label)), None)


def _is_said(text: str) -> bool:
    """True for the beginning of a sentence: it has a verb."""
    return any(fold(word) in _SAYING for word in _WORD.findall(text) if word.lower() != "år")


def _holds(rule: re.Pattern[str], folded: str, *, label: bool) -> bool:
    return (not label or rule.pattern.startswith("^")) and rule.search(folded) is not None


@cache
def _rules(file: str) -> tuple[tuple[tuple[Topic, ...], re.Pattern[str]], ...]:
    """The patterns of a file with what they are about, in the order in which they are tried."""
    lines = (_HERE / file).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple((tuple(map(Topic, topics.split())), re.compile(pattern)) for topics, pattern in rows)


@lru_cache(maxsize=4096)
def _named(text: str) -> Named | None:
    words = _words(text)
    if not words or len(words) > _MAX_WORDS:
        return None
    topics: list[Topic] = []
    is_form = False
    at = covered = 0
    while at < len(words):
        found = _longest_at(words, at)
        if found is None:
            at += 1
            continue
        kind, length = found
        if kind == "form":
            is_form = is_form or at == 0
        elif not is_form and (at == 0 or topics or len(words) <= _MAX_EXTRA + length):
            topics.append(Topic(kind))
            covered += length
        at += length
    if is_form:
        return Named((), True)
    if not topics or len(words) - covered > _MAX_EXTRA:
        return None
    return Named(tuple(dict.fromkeys(topics)), is_whole=covered == len(words))


def _longest_at(words: tuple[str, ...], at: int) -> tuple[str, int] | None:
    """Return the kind and the number of words of the longest known heading that begins with ``words[at]``."""
    for length in range(min(_longest(), len(words) - at), 0, -1):
        kind = _known().get(words[at : at + length])
        if kind is not None:
            return kind, length
    return None


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a heading that count, folded and mended."""
    plain = _BRACKETS.sub(" ", text)
    plain = _NUMBER.sub("", plain, count=1)
    if spaced := _SPACED.search(plain):
        plain = plain[: spaced.start()] + spaced.group().replace(" ", "")
    whole = _split(fold(plain))
    if whole in _known():
        return whole
    return tuple(_mended(word) for word in whole if word not in _SILENT) or whole


def _split(folded: str) -> tuple[str, ...]:
    words = (word.translate(_CONFUSED) if _WORD.search(word) else "" for word in re.findall(r"\w+", folded))
    return tuple(word for word in words if word)


def fold(text: str) -> str:
    """Return ``text`` in small letters without dots and accents, as damage and keyboards leave it."""
    parts = unicodedata.normalize("NFD", text.lower())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


@cache
def _known() -> dict[tuple[str, ...], str]:
    """The kind of each known heading, under its words and under those of them that count."""
    lines = (_HERE / "headings.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    whole = {_split(fold(heading)): kind for kind, headings in rows for heading in headings.split("|")}
    short = {tuple(word for word in words if word not in _SILENT): kind for words, kind in whole.items()}
    return {words: kind for words, kind in {**short, **whole}.items() if words}


@cache
def _longest() -> int:
    return max(map(len, _known()))


@cache
def _vocabulary() -> dict[int, tuple[str, ...]]:
    """Known words of five letters or more by their length."""
    words = sorted({word for heading in _known() for word in heading if len(word) >= 5})
    return {length: tuple(word for word in words if len(word) == length) for length in range(4, 26)}


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    """Return the known word that ``word`` is with one letter wrong, missing, doubled or swapped; else itself."""
    if len(word) < 5 or word in _vocabulary().get(len(word), ()):
        return word
    near = (one for size in (0, -1, 1) for one in _vocabulary().get(len(word) + size, ()) if _is_near(word, one))
    return next(near, word)


def _is_near(first: str, second: str) -> bool:
    """True when one edit, or a swap of two neighbours, makes one word of the other."""
    if len(first) > len(second):
        first, second = second, first
    start = 0
    while start < len(first) and first[start] == second[start]:
        start += 1
    rest, other = first[start:], second[start:]
    if len(first) < len(second):
        return rest == other[1:]
    return rest[1:] == other[1:] or (rest[:2] == other[1::-1] and rest[2:] == other[2:])
