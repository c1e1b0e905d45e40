"""P2, P5 and P6: who was involved, whether the goals can be measured, what comes after the funding."""

from __future__ import annotations

import re

from assistant.screening.draft import Span, Statement, Topic
from assistant.screening.judging.material import Material, Signal
from assistant.screening.judging.opinions import CONTRADICTION, Opinion, met, not_met, unclear
from assistant.screening.judging.polarity import holds_denial, is_denied, is_hedged
from assistant.screening.judging.weighing import best, weighed
from assistant.screening.model import Verdict

_DENIAL = re.compile(
    r"\b(?:inte|ej|aldrig|ingen|inga|varken|vare sig|not|none|neither)\b(?!\s+(?:bara|enbart|endast|only))",
    re.IGNORECASE,
)
"""In a sentence on who was involved: in doubt who was not."""
_FIGURE = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_MAY_BE = (Topic.OTHER, Topic.METHOD, Topic.ORGANISATION)
"""Topics in which a sentence may tell of involvement, if it has a word for it."""
_NOT_INVOLVEMENT = frozenset({Topic.BUDGET, Topic.AFTER, Topic.FOLLOW_UP, Topic.CONTACT, Topic.SIGNATURE, Topic.AI})


def involvement(material: Material, name: str) -> Opinion:
    """P2: both residents and the parties' employees were involved; either expressly left out is a no."""
    residents = _involved(material, "involved.residents")
    staff = _involved(material, "involved.staff")
    refused = [one for side in (residents, staff) for one in side if one[1] is Verdict.NOT_MET]
    granted = [[one for one in side if one[1] is Verdict.MET] for side in (residents, staff)]
    if refused:
        place = refused[0][0].span
        side = residents if refused[0] in residents else staff
        contrary = [one for one in side if one[1] is Verdict.MET and one[0] != refused[0][0]]
        return unclear(place, contrary[0][0].span, why=CONTRADICTION) if contrary else not_met(place)
    if all(granted):
        shared = [one for one in granted[0] if one in granted[1]]
        spans = [shared[0][0].span] if shared else [side[0][0].span for side in granted]
        return met(*spans)
    told = [one[0].span for side in granted for one in side[:1]]
    later = [one[0].span for side in (residents, staff) for one in side if one[1] is Verdict.UNCLEAR]
    if later:
        return unclear(*later[:1], *told[:1], why="Det sägs bara att de ska vara med, inte att de har varit det.")
    return unclear(*told[:1], why="Det framgår inte att båda grupperna har varit med.")


def measurable(material: Material, name: str) -> Opinion:
    """P5: goals with figures, and how they are followed up."""
    against = [one for one in material.signals(name) if one.verdict is Verdict.NOT_MET]
    goals = material.mentions(f"{name}.goals", (Topic.GOALS, Topic.PURPOSE, Topic.FOLLOW_UP, Topic.GROUP, Topic.OTHER))
    aimed = [one for one in goals if one.statement.topic is not Topic.GROUP]
    aimed = [one for one in aimed if one.statement.topic in (Topic.GOALS, Topic.FOLLOW_UP)] or aimed or _rows(material)
    follow = material.mentions(f"{name}.follow", leave_out=(Topic.BACKGROUND, Topic.AFTER, Topic.TITLE))
    goal_only = {one.statement for one in aimed if one.statement.topic is not Topic.FOLLOW_UP}
    told = [one for one in material.about(Topic.FOLLOW_UP) if one not in goal_only]
    follow += [_whole(one) for one in told if _is_told(material.words(one))]
    if against:
        return (
            unclear(against[0].span, aimed[0].span, why=CONTRADICTION) if aimed and follow else not_met(against[0].span)
        )
    if aimed and follow:
        return met(aimed[0].span, *_other(follow, aimed[0]))
    hint = best([*aimed, *follow, *material.signals(name)])
    what = "Mätbara mål saknas" if follow else "Det framgår inte hur målen följs upp"
    return unclear(*([hint.span] if hint else []), why=f"{what}.")


def _rows(material: Material) -> list[Signal]:
    """The rows of goals that hold a figure."""
    return [_whole(one) for one in material.about(Topic.GOALS) if _FIGURE.search(material.words(one))]


def _is_told(words: str) -> bool:
    """True for a sentence that says something and neither denies nor leaves open anything."""
    return bool(_LETTER.search(words)) and not holds_denial(words, 0, 0) and not is_hedged(words)


def _whole(statement: Statement) -> Signal:
    return Signal(statement, statement.start, statement.end, Verdict.MET)


def _other(signals: list[Signal], than: Signal) -> list[Span]:
    return [one.span for one in signals if one.statement != than.statement][:1]


def _involved(material: Material, side: str) -> list[tuple[Statement, Verdict]]:
    """Return the statements on how a group was involved, each with what it says of it."""
    how, who = material.cues("involved.how"), material.cues(side).met
    promised, done = material.cues("involved.promised").met, material.cues("involved.done").met
    beside = material.cues("involved.made").met if material.about(Topic.INVOLVEMENT) else how.met
    found = []
    for statement in material.statements:
        words = material.words(statement)
        if statement.topic in _NOT_INVOLVEMENT or not who.search(words):
            continue
        is_about = statement.topic is Topic.INVOLVEMENT or (
            statement.topic in _MAY_BE and beside.search(words) is not None
        )
        if how_not := how.not_met.search(words):
            if _near(words, who, how_not.start(), how_not.end()):
                found.append((statement, Verdict.NOT_MET))
        elif is_about:
            later = (
                how.unclear.search(words)
                or is_hedged(words)
                or _DENIAL.search(words)
                or (promised.search(words) and not how.met.search(words) and not done.search(words))
                or all(is_denied(words, *one.span()) for one in who.finditer(words))
                or (side.endswith("residents") and _only_elsewhere(material, words))
            )
            found.append((statement, Verdict.UNCLEAR if later else Verdict.MET))
    return found


def _only_elsewhere(material: Material, words: str) -> bool:
    """True when those who were involved are told to be from elsewhere."""
    return bool(material.cues("elsewhere").met.search(words)) and not material.cues("M1").met.search(words)


def _near(words: str, who: re.Pattern[str], start: int, end: int) -> bool:
    """True when a group is named in the clause of what is denied."""
    begin = max(words.rfind(mark, 0, start) for mark in (",", ";", ".", " men ")) + 1
    stops = [place for mark in (",", ";", ".", " men ") if (place := words.find(mark, end)) >= 0]
    return who.search(words, begin, min(stops, default=len(words))) is not None


def afterwards(material: Material, name: str) -> Opinion:
    """P6: a plan for what comes after the funding, told under such a heading or with words of that time."""
    later, person = material.cues(f"{name}.later").met, material.cues(f"{name}.person").met
    signals = [
        one
        for one in material.signals(name)
        if one.statement.topic is Topic.AFTER
        or (later.search(words := material.words(one.statement)) and not person.search(words))
    ]
    finding = weighed(signals, (Topic.AFTER,))
    if finding.verdict is Verdict.UNCLEAR and not finding.evidence:
        told = [one.span for one in material.about(Topic.AFTER)]
        return unclear(*told[:1], why="Det framgår inte vem som tar över." if told else finding.why)
    return finding
