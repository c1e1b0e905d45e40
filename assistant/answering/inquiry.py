"""What a question asks of the register: decisions, amounts through the years, aims reached, goals, initiatives."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from assistant.answering.holding import counted_terms
from assistant.answering.moments import is_month
from assistant.answering.terms import Term
from assistant.library import Library
from assistant.question import Part, Seeks
from assistant.register.selection import register_of
from ingest.register import acts
from ingest.register.acts import TOLD, Form
from ingest.register.bodies import bodies
from ingest.register.dating import dates, when_done
from ingest.register.model import Measure, Stance
from ingest.register.names import Mention
from ingest.tables import figures

_DONE = TOLD | {Form.PRESENT_PASSIVE}
_BOARD = "styrelsen"
_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MILLIONS = re.compile(r"(?<![\d,.])(?P<number>\d{1,4}(?:[,.]\d+)?)\s*miljon(?:er)?\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrån (?:år )?((?:19|20)\d\d)\b", re.IGNORECASE)
"""Years that decisions are from."""


_MEASURES = {"forecast": Measure.FORECAST, "outcome": Measure.OUTCOME, "budget": Measure.BUDGET}
_OPENING = (
    "decided",
    "told",
    "agreed",
    "reached",
    "rejected",
    "granted",
    "positions",
    "charges",
    "aims",
    "initiatives",
    *_MEASURES,
)
"""Cues without which nothing of the register is asked for."""
_RULE = re.compile(r"\b(?:måste|behöver)\b|\benligt (?:\w+ )?\w*lag(?:en)?\b", re.IGNORECASE)
"""What is asked is what must be done, not what has been."""
_NO_DECISION = (Seeks.MANNER, Seeks.COUNT, Seeks.DEFINITION, Seeks.SHARE, Seeks.COMPARISON, Seeks.LAW)


class Sought(StrEnum):
    """What is asked of the register."""

    DECISIONS = "decisions"
    SERIES = "series"
    """An initiative's amounts through the years."""
    REACHED = "reached"
    """An initiative's outcome beside its aim."""
    GOALS = "goals"
    """Goals that somebody answers for."""
    AMOUNTS = "amounts"
    """One of an initiative's amounts or numbers."""
    COUNTED = "counted"
    """How many an initiative had of something."""
    TARGETS = "targets"
    """How many a year's goals say that there are to be."""
    TYPED = "typed"
    """The initiatives of one type in a year's budget."""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What a part of a question asks of the register, and what narrows it."""

    sought: Sought
    initiatives: tuple[str, ...]
    """Canonical names."""
    years: tuple[int, ...]
    """Of when it is told."""
    subject: tuple[Term, ...]
    """The terms that say what else it is about."""
    named_years: tuple[int, ...] = ()
    """Years of what was dealt with ("verksamhetsplanen för 2027"), not of when."""
    days: tuple[str, ...] = ()
    """Days and months, ÅÅÅÅ-MM or ÅÅÅÅ-MM-DD."""
    stances: frozenset[Stance] = frozenset()
    """What was done; empty for anything."""
    body: str = ""
    sek: int | None = None
    measure: Measure | None = None
    type: str = ""
    """I or S."""
    is_listed: bool = False
    """All there is, is asked for, and not one fact of it."""

    is_doubted: bool = False
    """It is asked whether something was done with an initiative, or refused at all."""
    is_dated: bool = False
    """It is asked when something was done."""

    @property
    def is_narrowed(self) -> bool:
        """True when more than the kind is asked for, so that not the whole register answers."""
        narrowed = self.initiatives or self.years or self.days or self.stances or self.subject
        return bool(narrowed) or self.sek is not None


def inquire(part: Part, terms: Sequence[Term], library: Library) -> Inquiry | None:
    """Return what a part asks of the register; None when it asks nothing that is kept there."""
    text = part.text.lower()
    if not (_asks(text, *_OPENING) or part.wants(Seeks.AMOUNT, Seeks.COUNT) or _acts(part)):
        return None
    asked = _Asked(part, text, terms, register_of(library).mentions(part.text))
    return next(
        filter(
            None, (ask(asked) for ask in (_reached, _goals, _targets, _counted, _series, _typed, _decisions, _amounts))
        ),
        None,
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """A part with its text in small letters, and the initiatives that it names."""

    part: Part
    text: str
    terms: Sequence[Term]
    mentions: Sequence[Mention]

    @property
    def initiatives(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(mention.name for mention in self.mentions))

    def asks(self, *cues: str) -> bool:
        return _asks(self.text, *cues)

    def subject(self, *cues: str, spans: Sequence[tuple[int, int]] = ()) -> tuple[Term, ...]:
        """Return the terms of the part's own words that are left when cues, times, amounts and initiatives are away."""
        text = self.part.text
        taken = [(one.start, one.end) for one in self.mentions] + [(one.start, one.end) for one in dates(text)]
        taken += [(start, end) for start, end, _ in _amounts_in(text)]
        for start, end in (*spans, *taken):
            text = text[:start] + " " * (end - start) + text[end:]
        for pattern in (one for cue in cues for one in _cues()[cue]):
            text = pattern.sub(lambda match: " " * len(match[0]), text)
        words = {word.lower() for word in _WORD.findall(text)}
        return tuple(one for one in self.terms if one.word in words and not one.implied and not is_month(one.word))


def _reached(asked: _Asked) -> Inquiry | None:
    is_other = asked.asks("budget", "counted") or asked.part.wants(Seeks.SHARE)
    if not asked.initiatives or not asked.asks("reached") or is_other:
        return None
    subject = asked.subject("reached", "aims", "outcome", "padding")
    return Inquiry(Sought.REACHED, asked.initiatives, asked.part.years, subject)


def _goals(asked: _Asked) -> Inquiry | None:
    if asked.initiatives or not asked.part.wants(Seeks.LIST) or not (asked.asks("aims") and asked.asks("charged")):
        return None
    subject = asked.subject("aims", "charged", "padding")
    return Inquiry(Sought.GOALS, (), asked.part.years, subject) if subject else None


def _targets(asked: _Asked) -> Inquiry | None:
    if asked.mentions or not asked.part.years or not (asked.asks("counted") and asked.asks("aims")):
        return None
    counted = counted_terms(asked.part, asked.terms)
    others = [one for one in asked.subject("aims", "takers", "padding") if one not in counted]
    return Inquiry(Sought.TARGETS, (), asked.part.years, tuple(counted)) if counted and not others else None


def _counted(asked: _Asked) -> Inquiry | None:
    if len(asked.initiatives) != 1 or not asked.asks("counted") or asked.asks("aims") or asked.part.wants(Seeks.SHARE):
        return None
    subject = asked.subject("takers", "padding")
    is_counted = any(one in subject for one in counted_terms(asked.part, asked.terms))
    years = asked.part.years
    return Inquiry(Sought.COUNTED, asked.initiatives, years, subject, measure=Measure.OUTCOME) if is_counted else None


def _series(asked: _Asked) -> Inquiry | None:
    measure = next((measure for cue, measure in _MEASURES.items() if asked.asks(cue)), None)
    if len(asked.initiatives) != 1 or measure is None or not asked.part.wants(Seeks.CHANGE):
        return None
    if asked.subject(*_MEASURES, "padding"):
        return None
    return Inquiry(Sought.SERIES, asked.initiatives, asked.part.years, (), measure=measure)


def _typed(asked: _Asked) -> Inquiry | None:
    types = [name for cue, name in (("individual", "I"), ("structural", "S")) if asked.asks(cue)]
    is_list = asked.part.wants(Seeks.LIST) and asked.asks("listed") and not asked.part.wants(Seeks.REASON)
    if asked.initiatives or len(types) != 1 or len(asked.part.years) != 1 or not is_list:
        return None
    if not asked.asks("initiatives") or asked.subject("individual", "structural", "initiatives", "budget", "padding"):
        return None
    return Inquiry(Sought.TYPED, (), asked.part.years, (), type=types[0])


def _decisions(asked: _Asked) -> Inquiry | None:
    part, done = asked.part, _acts(asked.part)
    told = asked.asks("told") or bool(asked.mentions) or (asked.asks("listed", "board") and bool(part.years))
    is_bare = asked.asks("decided") and told
    if not (done or is_bare or asked.asks("rejected", "granted", "agreed", "positions", "charges")) or part.wants(
        *_NO_DECISION
    ):
        return None
    if _RULE.search(part.text) and not asked.initiatives:
        return None
    stances = {stance for _, stance in done} - {Stance.DECIDED}
    if not stances and asked.asks("standing") and not asked.asks("board"):
        return None
    stances |= {Stance.REJECTED} if asked.asks("rejected") else set()
    stances |= {Stance.GRANTED} if asked.asks("granted") else set()
    stances |= {Stance.POSITION, Stance.POSITIVE} if asked.asks("positions") else set()
    timed = {int(one.date[:4]) for one in when_done(part.text, 0, len(part.text))}
    elsewhere = (
        {int(year) for year in _YEAR.findall(part.text)} - timed - {int(year) for year in _FROM.findall(part.text)}
    )
    amounts = [sek for _, _, sek in _amounts_in(part.text)]
    cues = ("decided", "told", "rejected", "granted", "agreed", "positions", "padding")
    return Inquiry(
        Sought.DECISIONS,
        asked.initiatives,
        tuple(year for year in part.years if year not in elsewhere),
        asked.subject(*cues, spans=[span for span, _ in done]),
        named_years=tuple(sorted(elsewhere)),
        days=tuple(one.date for one in dates(part.text) if len(one.date) > 4),
        stances=frozenset(stances),
        body=_body(part.text),
        sek=amounts[0] if len(amounts) == 1 else None,
        is_listed=(asked.asks("listed") or part.wants(Seeks.LIST)) and not part.wants(Seeks.PERSON, Seeks.DATE),
        is_doubted=part.wants(Seeks.YESNO) and (bool(asked.mentions) or Stance.REJECTED in stances),
        is_dated=part.wants(Seeks.DATE) and not part.wants(Seeks.DURATION),
    )


def _amounts(asked: _Asked) -> Inquiry | None:
    measure = next((measure for cue, measure in _MEASURES.items() if asked.asks(cue)), None)
    if not asked.initiatives or not (measure or asked.part.wants(Seeks.AMOUNT, Seeks.COUNT)):
        return None
    return Inquiry(Sought.AMOUNTS, asked.initiatives, asked.part.years, (), measure=measure)


def _amounts_in(text: str) -> list[tuple[int, int, int]]:
    """Return the amounts in a text with their places, in kronor; "19,7 miljoner" is one."""
    found = [
        (start, end, int(sek)) for start, end, one in figures.find(text) if (sek := figures.kronor(one)) is not None
    ]
    for match in _MILLIONS.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end, _ in found):
            number = match["number"].replace(" ", "").replace(",", ".")
            found.append((match.start(), match.end(), round(float(number) * 1_000_000)))
    return found


def _acts(part: Part) -> list[tuple[tuple[int, int], Stance]]:
    return [((hit.start, hit.end), hit.stance) for hit in acts.find(part.text, _DONE) if not hit.is_negated]


def _body(text: str) -> str:
    """Return the body that is said to decide: the board when it is named, else the only one there is."""
    named = dict.fromkeys(body.name for body in bodies(text) if body.is_board)
    if _BOARD in named or "styrelse" in text.lower():
        return _BOARD
    return next(iter(named)) if len(named) == 1 else ""


def _asks(text: str, *cues: str) -> bool:
    return any(pattern.search(text) for cue in cues for pattern in _cues()[cue])


@cache
def _cues() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    lines = (Path(__file__).parent / "inquiries.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[str, list[re.Pattern[str]]] = {}
    for cue, pattern in (line.split("\t") for line in lines if line and not line.startswith("#")):
        found.setdefault(cue, []).append(re.compile(pattern, re.IGNORECASE))
    return {cue: tuple(patterns) for cue, patterns in found.items()}
