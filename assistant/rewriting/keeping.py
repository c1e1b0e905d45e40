"""What is kept of a language model's reading of a question: nothing that the asker has not said.

A rewriting may put what earlier questions named in the place of "den" and "det", and no more: each word of its own must
be one of the talk's, each word of the question's must still be there, and it may move neither the years that the asker
names nor the association meant. What is declined, masked or left to people is decided on the asker's own words; here a
rewriting is only let through or dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.answering.kinship import COMPOUND, kin
from assistant.hearing import LEANS, REMEMBERED, THE_SAID, Heard, content_words, forms, hear, honest
from assistant.lexicon import Lexicon, stem, stems
from assistant.phrases import in_plain_words
from assistant.question import Reading
from assistant.seeking import kinds_sought
from assistant.words import FILLERS, function_words
from assistant.years import years_in
from ingest.months import MONTHS

LONGEST = 300
"""Characters of a rewriting."""

MOST, WORDS, LETTERS = 8, 3, 40
"""Synonyms that are kept, and the words and the characters of each."""

_WORD = re.compile(r"[^\W_]+")
_PLAIN = re.compile(r"[a-zåäöéü]+(?:-[a-zåäöéü]+)*(?: [a-zåäöéü]+(?:-[a-zåäöéü]+)*)*")
_DENIALS = frozenset({"inte", "ej", "aldrig", "utan", "ingen", "inget", "inga", "not", "no", "never", "without"})
_ASKING = re.compile(
    r"\b(?:vad|hur|vem|vems|vilk(?=a\b|en\b|et\b)|när|varför|what|how|who|when|which|why)", re.IGNORECASE
)


def standalone(reading: Reading, heard: Heard, history: Sequence[str], associations: frozenset[str]) -> str:
    """Return the question as the model put it, or "" when it stands alone or the model's words cannot be kept.

    Args:
        heard: the question as its asker put it.
        history: the earlier questions, as they were written.
        associations: those that documents are of.
    """
    text = " ".join(reading.question.split())
    if not heard.earlier or not text or len(text) > LONGEST or honest(text) != text:
        return ""
    talk = [in_plain_words(honest(turn)) for turn in history[-REMEMBERED:]]
    plain = in_plain_words(text)
    again = hear(text, (), associations)
    moved = not again.associations <= heard.associations or again.elsewhere not in ("", heard.elsewhere)
    if moved or _years_moved(plain, heard, talk) or _asks_other(plain, heard.plain):
        return ""
    added = [*talk, heard.plain, heard.honest]
    return text if _within(_carried(plain), added) and _within(_own(heard.plain), [plain]) else ""


def suggested(reading: Reading, heard: Heard, associations: frozenset[str]) -> tuple[str, ...]:
    """Return the synonyms that are kept: at most :data:`MOST`, in small letters, without names, figures and places,
    none of them said in the question."""
    said = stems(_WORD.findall(f"{heard.text} {heard.honest}"))
    kept: dict[str, None] = {}
    for words in (" ".join(one.split()) for one in reading.synonyms):
        if _is_plain(words, associations) and not stems(_WORD.findall(words)) <= said:
            kept[words] = None
    return tuple(kept)[:MOST]


def _is_plain(words: str, associations: frozenset[str]) -> bool:
    """True for a few words that say something, none of them a name, a place or a month."""
    if len(words) > LETTERS or not _PLAIN.fullmatch(words) or honest(words) != words:
        return False
    parts = _WORD.findall(words)
    placed = any(word in MONTHS or set(forms(word)) & associations for word in parts)
    return len(parts) <= WORDS and not placed and any(not _is_common(word) for word in parts)


def _is_common(word: str) -> bool:
    return word in FILLERS or word in function_words("sv") or word in function_words("en")


def _years_moved(text: str, heard: Heard, talk: Sequence[str]) -> bool:
    """True when a rewriting names other years than the asker, or, where the asker names none, than the talk."""
    found, own = set(years_in(text)), set(years_in(heard.honest))
    return found != own if own else not found <= {year for turn in talk for year in years_in(turn)}


def _asks_other(text: str, own: str) -> bool:
    """True when a rewriting lacks a question word or a kind of thing sought that the question has."""
    asked = {word.lower() for word in _ASKING.findall(own)}
    return not (asked <= {word.lower() for word in _ASKING.findall(text)} and kinds_sought(own) <= kinds_sought(text))


def _carried(text: str) -> Iterator[str]:
    """The words of a rewriting that say something, but for what only calls a thing by its kind ("insatsen")."""
    return (word for word in _telling(text) if not THE_SAID.fullmatch(word))


def _own(text: str) -> Iterator[str]:
    """The words of a question that must stand in its rewriting: all but those that point back."""
    return (word for word in _telling(LEANS.sub(" ", text)) if not THE_SAID.fullmatch(word))


def _telling(text: str) -> Iterator[str]:
    yield from content_words(text)
    yield from (word for word in _WORD.findall(text) if word.lower() in _DENIALS)


def _within(words: Iterable[str], texts: Sequence[str]) -> bool:
    """True when each word stands in the texts: in some form, as part of a compound, or by a word for the same."""
    there = {word.lower() for text in texts for word in _WORD.findall(text)}
    roots = stems(there)
    return all(_is_there(word.lower(), there, roots) for word in words)


def _is_there(word: str, there: set[str], roots: frozenset[str]) -> bool:
    root = stem(word)
    if word in there or word.isdigit():
        return word in there
    if root in roots or Lexicon.load().synonyms(word) & roots:
        return True
    return any(kin(word, root)[one] >= COMPOUND or kin(one, stem(one))[word] >= COMPOUND for one in there)
