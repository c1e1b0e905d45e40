"""What a body does with a matter, by the verb that says so: ``acts.tsv``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path

from ingest.register.model import Stance


class Form(IntEnum):
    """A form of a verb, as the columns of ``acts.tsv`` stand from the second on; the last is made of the first."""

    INFINITIVE = 0
    PRESENT = 1
    PAST = 2
    SUPINE = 3
    PRESENT_PASSIVE = 4
    PAST_PASSIVE = 5
    SUPINE_PASSIVE = 6
    INFINITIVE_PASSIVE = 7

    @property
    def is_passive(self) -> bool:
        return self >= Form.PRESENT_PASSIVE


TOLD = frozenset({Form.PAST, Form.SUPINE, Form.PAST_PASSIVE, Form.SUPINE_PASSIVE})
"""Forms that tell of what is done already."""
FINITE = TOLD | {Form.PRESENT, Form.PRESENT_PASSIVE}

_NAMED = {
    "avslag": Stance.REJECTED,
    "bifall": Stance.GRANTED,
    "bordläggning": Stance.DEFERRED,
    "bordlagt": Stance.DEFERRED,
    "återremiss": Stance.DEFERRED,
}
"""What is done where a noun says it."""
_WORD = re.compile(r"[\w-]+")
_NEGATION = re.compile(r"\s+(?:inte|ej)\b")
_NEGATED = re.compile(r"\b(?:inte|ej|aldrig|ännu inte|varken)\s+(?:\w+\s+)?$")
_HEAD = re.compile(r"(?:att\s+)?(?:(?:inte|ej|enhälligt|härmed|därför|också|även|dels)\s+)*", re.IGNORECASE)
_APPLIED_FOR = r"\s+(?:\d|(?:medel|stöd|finansiering|bidrag|förlängning)\b)"
"""What follows "om" where an application is for it, and nothing is a condition."""
_CONDITION = re.compile(
    rf"\b(?:om(?!{_APPLIED_FOR})|när|innan|ifall|tills|sedan|förutsatt|såvida|huruvida|som|att|inte|ej|ännu|ska|skall"
    r"|bör|kan)\b[^.;]*$",
    re.IGNORECASE,
)
"""What makes that somebody has decided no more than a condition, a wish, or known from elsewhere."""
_SUBORDINATE = re.compile(
    rf"\s(?:som|eftersom|därför att|om(?!{_APPLIED_FOR})|när|vilket)\s|,\s(?:då|där)\s|(?<!^)\satt\s"
)


@dataclass(frozen=True, slots=True)
class _Act:
    stance: Stance
    forms: tuple[str, ...]
    after: re.Pattern[str] | None
    negated: Stance | None


@dataclass(frozen=True, slots=True)
class Hit:
    """``text[start:end]`` is a form of a verb of deciding."""

    start: int
    end: int
    verb: str
    """Its infinitive."""
    form: Form
    stance: Stance
    is_negated: bool = False
    """The verb is denied, and what is done then is not known."""


def find(text: str, forms: Collection[Form]) -> Iterator[Hit]:
    """The verbs of deciding in ``text`` in these forms, in order."""
    known = _by_word()
    for match in _WORD.finditer(text):
        hit = _hit(text, match, forms) if match.group().lower() in known else None
        if hit is not None:
            yield hit


def find_participles(text: str) -> Iterator[Hit]:
    """What is told of as done by somebody: "Planen är fastställd av styrelsen", in order."""
    for match in _participle_pattern().finditer(text):
        if not _CONDITION.search(text, 0, match.start()):
            act = _participles()[match["participle"].lower()]
            yield Hit(*match.span("participle"), act.forms[Form.INFINITIVE], Form.PAST_PASSIVE, act.stance)


def stance_of(clause: str) -> Stance:
    """What is done in a clause, "att bevilja …", "att ärendet bordläggs" or "Ärendet bordläggs".

    The noun or verb at its head counts, else the first verb in its main clause; a clause without any is a decision.
    """
    if noun := _NAMED.get(clause.split(maxsplit=1)[0].strip(".,:").lower() if clause.strip() else ""):
        return noun
    if head := _HEAD.match(clause):
        first = next(find(clause, {Form.INFINITIVE}), None)
        if first is not None and first.start == head.end():
            return first.stance
        if head.end() and first is None and not any(find(clause, {*FINITE, Form.INFINITIVE_PASSIVE})):
            return Stance.DECIDED
    start = 4 if clause[:4].lower() == "att " else 0
    limit = _SUBORDINATE.search(clause, start)
    main = clause[start : limit.start() if limit else len(clause)]
    found = next(find(main, {*FINITE, Form.INFINITIVE_PASSIVE}), None)
    return found.stance if found else Stance.DECIDED


def _hit(text: str, match: re.Match[str], forms: Collection[Form]) -> Hit | None:
    for act, form in _by_word()[match.group().lower()]:
        if form not in forms or (act.after and not act.after.match(text, match.end())):
            continue
        denied = _NEGATION.match(text, match.end()) or _NEGATED.search(text, max(0, match.start() - 30), match.start())
        stance, is_negated = act.stance, False
        if denied:
            stance, is_negated = (act.negated, False) if act.negated else (act.stance, True)
        return Hit(match.start(), match.end(), act.forms[Form.INFINITIVE], form, stance, is_negated)
    return None


@cache
def _acts() -> tuple[_Act, ...]:
    lines = (Path(__file__).parent / "acts.tsv").read_text(encoding="utf-8").splitlines()
    acts = []
    for stance, *forms, after, negated in (line.split("\t") for line in lines if line and not line.startswith("#")):
        words = ("" if form == "-" else form for form in (*forms, f"{forms[0]}s" if forms[4] != "-" else "-"))
        pattern = None if after == "-" else re.compile(rf"\s+(?:{after})", re.IGNORECASE)
        acts.append(_Act(Stance(stance), tuple(words), pattern, None if negated == "-" else Stance(negated)))
    return tuple(acts)


@cache
def _by_word() -> dict[str, list[tuple[_Act, Form]]]:
    words: dict[str, list[tuple[_Act, Form]]] = defaultdict(list)
    for act in _acts():
        for form in Form:
            if act.forms[form]:
                words[act.forms[form]].append((act, form))
    return words


@cache
def _participles() -> dict[str, _Act]:
    """The acts by their participles, made of the supine: beslutat, beslutad; avslagit, avslagen; godkänt, godkänd."""
    found: dict[str, _Act] = {}
    for act in _acts():
        stem, ending = act.forms[Form.SUPINE][:-2], act.forms[Form.SUPINE][-2:]
        endings = {"at": ("ad", "at", "ade"), "it": ("en", "et", "na")}.get(ending)
        written = (
            [stem + one for one in endings] if endings else [f"{stem}{ending[:1]}{one}" for one in ("d", "t", "da")]
        )
        if act.forms[Form.SUPINE] and act.forms[Form.SUPINE_PASSIVE] and act.after is None:
            found |= {one: act for one in written if one not in found}
    return found


@cache
def _participle_pattern() -> re.Pattern[str]:
    words = "|".join(sorted(_participles(), key=len, reverse=True))
    return re.compile(
        r"\b(?:är|var|blev|har blivit)\s+(?:(?:nu|redan|också|även|därmed|enhälligt|formellt)\s+)?"
        rf"(?P<participle>{words})(?=\s+(?:(?:den\s+)?\d[^.;,]{0, 30}\s+)?av\s)",
        re.IGNORECASE,
    )
