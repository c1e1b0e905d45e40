"""Sentences that say one thing of several, or several of one: each said by itself.

"FRAM och REKO startade" says that FRAM started and that REKO did; what they did together is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.phrasing.verifying.clauses import is_verb
from assistant.phrasing.verifying.seams import LETTERS

MOST = 8
"""Things that a sentence may list."""

_LAST = re.compile(r",?\s+(?:och|samt|and)\s+", re.IGNORECASE)
_COMMA = re.compile(r",\s+")
_TOGETHER = re.compile(
    r"\b(?:tillsammans|sammanlag\w*|total\w*|ihop|gemensam\w*|mellan|respektive|varandra|både|antingen|varken|eller"
    r"|together|in total|between|both|either|neither|or)\b",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"\b(?:ingen|inget|inga|alla|varje|no|all|every)\s+$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:en|ett|a|an|the)\s", re.IGNORECASE)
"""Begins what another determiner before the list does not bear on: "inga krav och ett råd"."""
_IN_TURN = re.compile(r"^(.+?),?\s+(?:och|samt)\s+(.+?)\s+((?:\w+\s+){1,3}?)(\d.+?)\s+respektive\s+(\d.+?)$")
_ASIDE = re.compile(r"^([^,]+), som ([^,]+), ([^,].*)$")


def each(sentence: str) -> Iterator[tuple[str, ...]]:
    """Yield the ways in which a sentence may be taken apart into what it says of each thing."""
    text = sentence.strip(" .")
    yield from _aside(text)
    yield from _in_turn(text)
    if not _TOGETHER.search(text):
        yield from _at_the_end(text)
        yield from _at_the_beginning(text)


def _aside(text: str) -> Iterator[tuple[str, ...]]:
    """Yield "FRAM startade" and "FRAM ägs av staden" for "FRAM, som ägs av staden, startade"."""
    match = _ASIDE.match(text)
    if match and not any(is_verb(word) for word in LETTERS.findall(match[1])):
        yield f"{match[1]} {match[3]}", f"{match[1]} {match[2]}"


def _in_turn(text: str) -> Iterator[tuple[str, ...]]:
    """Yield "A får 1 kr" and "B får 2 kr" for "A och B får 1 kr respektive 2 kr"."""
    match = _IN_TURN.match(text)
    if match and "," not in match[1]:
        first, second, verb, one, other = match.groups()
        unit = re.sub(r"^[\d\s.,]+", "", other).strip()
        yield f"{first} {verb}{one if re.search('[^0-9 .,]', one) else f'{one} {unit}'}", f"{second} {verb}{other}"


def _at_the_end(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the head with each item of the list that ends a sentence."""
    for begins in _heads(text):
        items = _items(text[begins:])
        turns = _DETERMINED.search(text[:begins]) and any(_ARTICLE.match(item) for item in items)
        if 1 < len(items) <= MOST and not turns:
            yield tuple(f"{text[:begins]}{item}" for item in items)


def _heads(text: str) -> list[int]:
    """Return where the list may begin: after a colon, after the first verb, or the word after that, or the last one."""
    stop = _COMMA.search(text) or _LAST.search(text)
    if stop is None:
        return []
    words = list(LETTERS.finditer(text, 0, stop.start()))
    verbs = [place for place, word in enumerate(words) if is_verb(word[0])]
    colon = text.rfind(": ", 0, stop.start())
    found = [colon + 2] if colon > 0 else []
    for place in dict.fromkeys(verbs[:1] + [verb + 1 for verb in verbs[:1]] + verbs[-1:]):
        if place < len(words) and text[words[place].end() : words[place].end() + 1] == " ":
            found.append(words[place].end() + 1)
    return list(dict.fromkeys(found))


def _items(text: str) -> list[str]:
    parts = _COMMA.split(text)
    *front, last = parts
    ends = _LAST.split(last)
    if len(ends) == 1 and len(parts) < 2:
        return []
    return [item.strip() for item in (*front, *ends) if item.strip()]


def _at_the_beginning(text: str) -> Iterator[tuple[str, ...]]:
    """Yield each item of the list that a sentence begins with, and what is said of all."""
    verb = next((word for word in LETTERS.finditer(text) if is_verb(word[0])), None)
    if verb is None or verb.start() == 0:
        return
    items = _items(text[: verb.start()].strip())
    if 1 < len(items) <= MOST:
        yield tuple(f"{item} {text[verb.start() :]}" for item in items)
