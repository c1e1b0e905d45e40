"""Who stands in which role: the subject of a verb, what a preposition governs, who gives and who is given to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.phrasing.verifying.clauses import is_verb
from assistant.phrasing.verifying.contrasts import choices, groups
from assistant.phrasing.verifying.names import Name, base, names_in
from assistant.phrasing.verifying.reading import Word, read
from assistant.phrasing.verifying.seams import ACTOR_ENDS, GOVERNING, WORD

_GIVE = r"(?:g(?:av|er|ett|e)|gave|gives?|given)\s+(?:inte\s+)?(?:the\s+)?"
_AFTER_GIVING = re.compile(rf"\b{_GIVE}$", re.IGNORECASE)
_GIVES = re.compile(rf"\s+(?:har\s+|hade\s+)?{_GIVE}", re.IGNORECASE)
_GETS = re.compile(r"\s+(?:har\s+|hade\s+|ska\s+)?(?:f(?:ick|år|ått|å)|received|receives?|g[eo]ts?)\b", re.IGNORECASE)


def is_governed(sentence: str, own: str) -> bool:
    """True when a sentence makes a name the subject of a verb that its place tells of somebody else, and there the name
    stands only behind prepositions: "i samråd med Rådet" does not tell what Rådet does."""
    for name, verb in _subjects(sentence):
        places = list(_places(name, own))
        only_governed = bool(places) and all(GOVERNING.search(own[:start]) for start in places)
        if only_governed and any(_is_same_verb(word, verb) for word in read(own)):
            return True
    return False


def _is_same_verb(word: Word, verb: Word) -> bool:
    return word.lower == verb.lower or (is_verb(word.lower) and word.means(verb))


def _subjects(text: str) -> Iterator[tuple[Name, Word]]:
    """Yield the names that begin a clause, each with the verb that follows at once."""
    words = read(text)
    begins = {0, *(match.end() for match in ACTOR_ENDS.finditer(text))}
    for name in names_in(text):
        after = next((word for word in words if word.start >= name.end), None)
        if name.start in begins and after and after.start == name.end + 1 and is_verb(after.lower):
            yield name, after


def _places(name: Name, own: str) -> Iterator[int]:
    """Yield where a name stands in a text."""
    words = list(WORD.finditer(own))
    spelled = [base(word[0]) for word in words]
    size = len(name.words)
    for at in range(len(words) - size + 1):
        if tuple(spelled[at : at + size]) == name.words:
            yield words[at].start()


def is_given_wrongly(sentence: str, own: str) -> bool:
    """True when a sentence lets somebody give what its place says that he was given, or the other way about."""
    given = set(_given_to(own))
    if not given:
        return False
    givers, receivers = set(_givers(sentence)), set(_given_to(sentence))
    return bool(givers & given) or (bool(receivers) and not receivers & given)


def _given_to(text: str) -> Iterator[str]:
    """Yield those who are given something: "utredaren fick", "gav utredaren", "gav styrelsen utredaren"."""
    actors = _actors(text)
    for start, end, which in actors:
        follows = any(_AFTER_GIVING.search(text[:before]) for before, there, _ in actors if there + 1 == start)
        if follows or _GETS.match(text, end) or (_AFTER_GIVING.search(text[:start]) and not _leads(end, actors)):
            yield which


def _givers(text: str) -> Iterator[str]:
    """Yield those who give: "styrelsen gav", "gav styrelsen utredaren"."""
    actors = _actors(text)
    for start, end, which in actors:
        if _GIVES.match(text, end) or (_AFTER_GIVING.search(text[:start]) and _leads(end, actors)):
            yield which


def _leads(end: int, actors: list[tuple[int, int, str]]) -> bool:
    """True when another one follows at once."""
    return any(start == end + 1 for start, _, _ in actors)


def _actors(text: str) -> list[tuple[int, int, str]]:
    """Return where those who may act begin and end in a text, and who each is."""
    return [(one.start, one.end, one.which) for one in choices(text) if groups()[one.group].actors]
