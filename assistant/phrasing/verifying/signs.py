"""Words whose class changes what is claimed: denials, may and must, proposals and decisions, more and less."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.phrasing.verifying.denials import DENIAL, is_denied
from assistant.phrasing.verifying.quantities import quantities
from assistant.phrasing.verifying.reading import Word, read
from assistant.phrasing.verifying.seams import BRACKETS, LIMIT_ENDS, STOP
from assistant.phrasing.verifying.verdict import Reason
from assistant.phrasing.verifying.wordlists import rules, whole_words

TOLD = 0.5
"""Share of a clause's words from which on a sentence tells it."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A class of words."""

    name: str
    pattern: re.Pattern[str]
    also: re.Pattern[str] | None
    """What backs it without being of it."""
    lost: bool
    """A sentence may not leave it out where it tells the words around it."""
    governs: bool
    """In a lead-in it concerns all that follows: "Styrelsen föreslås besluta:"."""
    unless: str
    """A class that makes up for its loss."""
    plain: bool
    """Whether it is denied makes no difference."""
    same: bool
    """Its words stand for each other, so that any of them covers any other."""
    own: bool
    """Only the place's own words back it."""
    reaches: bool
    """It bears on all that follows it in its sentence."""
    limits: bool
    """Its words only limit what the others say."""
    reason: Reason


@dataclass(frozen=True, slots=True)
class Seen:
    """A class of which a text holds a word, and whether that is denied."""

    name: str
    denied: bool


@cache
def signs() -> Mapping[str, Sign]:
    """Return the classes by name, as ``signs.toml`` lists them."""
    return {
        name: Sign(
            name,
            whole_words([*rule["words"], *rule.get("denies", ())]),
            whole_words(rule["also"]) if "also" in rule else None,
            rule.get("lost", False),
            rule.get("governs", False),
            rule.get("unless", ""),
            rule.get("plain", False),
            rule.get("same", False),
            rule.get("own", False),
            rule.get("reaches", False),
            rule.get("limits", False),
            Reason(rule.get("reason", "strength")),
        )
        for name, rule in rules("signs").items()
    }


@lru_cache(maxsize=8192)
def signs_in(text: str) -> frozenset[Seen]:
    """Return the classes of which ``text`` holds a word."""
    found = set()
    denials = [match.span() for match in DENIAL.finditer(text)]
    for name, sign in signs().items():
        for match in sign.pattern.finditer(text):
            plain = sign.plain or name == "negation"
            found.add(Seen(name, not plain and is_denied(text, *match.span(), denials)))
    return frozenset(found)


def names_of(text: str) -> frozenset[str]:
    """Return the names of the classes of which ``text`` holds a word, denied or not."""
    return frozenset(one.name for one in signs_in(text))


def same_spans(text: str) -> list[tuple[int, int]]:
    """Return where words stand that any other one of their class covers."""
    return [match.span() for sign in signs().values() if sign.same for match in sign.pattern.finditer(text)]


def limiting_spans(text: str) -> list[tuple[int, int]]:
    """Return where words stand that only limit what the others say: "kanske", "alltid", "tidigare"."""
    return [match.span() for sign in signs().values() if sign.limits for match in sign.pattern.finditer(text)]


def unbacked(sentence: str, own: str, around: str) -> Reason | None:
    """Return why a sentence's signs are not those of what it rests on; None when each is backed.

    Args:
        own: the words of the place itself.
        around: with those of what it stands under.
    """
    for seen in sorted(signs_in(sentence), key=lambda one: list(signs()).index(one.name)):
        sign = signs()[seen.name]
        place = own if sign.own else around
        if seen in signs_in(place) or (not seen.denied and sign.also and sign.also.search(place)):
            continue
        return sign.reason
    return None


def lost(sentence: str, own: str, tells: Mapping[str, float]) -> Reason | None:
    """Return why a sentence leaves out what its evidence denies or limits: a clause of which it tells the words.

    Args:
        tells: the weight of each word of ``own``, lower case, that the sentence tells, and minus that of the others.
    """
    everything = names_of(sentence)
    said = {
        name for name, sign in signs().items() if sign.lost and (sign.pattern.search(sentence) or _also(sign, sentence))
    }
    if len(DENIAL.findall(sentence)) > max(1, len(DENIAL.findall(own))):
        return Reason.NEGATION
    led, *_ = re.split(r":\s", BRACKETS.sub("", own), maxsplit=1)
    governing = {name for name in names_of(led) if signs()[name].governs} if len(led) < len(own) else set()
    for clause in (*_clauses(own), *_reached(own)):
        held = names_of(clause) | governing
        names = [name for name in signs() if name in held and signs()[name].lost and name not in said]
        names = [name for name in names if signs()[name].unless not in everything]
        if not names or _of_other_figures(clause, sentence):
            continue
        weights = [tells[word.lower] for word in read(clause) if word.lower in tells]
        if sum(max(weight, 0.0) for weight in weights) >= TOLD * sum(map(abs, weights)) and weights:
            return signs()[names[0]].reason
    return None


def _of_other_figures(clause: str, sentence: str) -> bool:
    """True when a clause has figures, and a sentence tells none of them but others: it tells of something else."""
    there, told = quantities(clause), quantities(sentence)
    return bool(there and told) and not any(figure.meets(one) for figure in told for one in there)


@lru_cache(maxsize=4096)
def _reached(text: str) -> tuple[str, ...]:
    """Return from each word that bears on all that follows it to the end of its sentence: "ta reda på om"."""
    found = []
    for sign in (one for one in signs().values() if one.reaches):
        for match in sign.pattern.finditer(text):
            found.append(STOP.split(text[match.start() :], 1)[0])
    return tuple(found)


def _also(sign: Sign, text: str) -> bool:
    return sign.also is not None and sign.also.search(text) is not None


@lru_cache(maxsize=4096)
def _clauses(text: str) -> tuple[str, ...]:
    return tuple(part for part in LIMIT_ENDS.split(text) if part.strip())


def turned(said: tuple[Word, ...], told: tuple[Word, ...]) -> bool:
    """True when a sentence denies what its evidence affirms, or the other way about, of most words that both hold."""
    if not any(word.denied for word in (*said, *told)):
        return False
    denied, affirmed = ([word for word in said if word.denied is one] for one in (True, False))
    return any(_balance(words, told) < 0 for words in (denied, said, affirmed if denied else ()))


def _balance(said: Sequence[Word], told: Sequence[Word]) -> int:
    """Return how many words of a sentence are denied or affirmed as at its place, less those that are not."""
    balance = 0
    for word in said:
        meant = [one.denied for one in told if one.tells and word.means(one)] if word.tells else []
        balance += (1 if word.denied in meant else -1) if meant else 0
    return balance
