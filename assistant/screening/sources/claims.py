"""Claims of a draft about the association that its documents contradict.

A claim is a sentence that speaks of the association and states a figure, a wording, a demand or a decision. It is
flagged only when a document in force says something else of the same; where the documents are silent, so is this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.criteria import CriteriaSet
from assistant.lexicon import stems
from assistant.library import Library
from assistant.numerals import NUMERAL, value
from assistant.screening.draft import Draft, Span
from assistant.screening.guarding import instructions
from assistant.screening.guarding.units import units_of
from assistant.screening.judging.polarity import is_denied
from assistant.screening.model import Available, Risk, RiskFlag
from assistant.screening.sources import rules
from assistant.screening.sources.available import plan_of
from assistant.screening.sources.claimed_decisions import decisions
from assistant.screening.sources.claimed_figures import figures, money_left
from assistant.screening.sources.saying import Said, of_association, quoted
from assistant.validity import SUCCEEDING
from ingest.model import Document

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[”\"“»«](?P<words>[^”\"“»«]{8,160})[”\"“»«]")
_VISION = re.compile(r"\bvision\w*", re.IGNORECASE)
_GROUP = re.compile(
    r"\b(?:finsams?(?: i \w+s?)?|(?:samordnings)?förbundets|planens)\s+målgrupp\w*\s+(?:är|omfattar|avser|gäller)\b"
    r"[^.;]{0,60}?(?P<first>\d{2})\s*(?:–|-|till|och)\s*(?P<last>\d{2})\s*år",
    re.IGNORECASE,
)
_FEWEST = re.compile(
    rf"\b(?:räcker (?:det )?med|krävs|kräver|behövs|förutsätter)\s+(?:\w+\s+){{0,2}}?"
    rf"(?:bara|endast|minst|åtminstone)?\s*\b(?P<n>{NUMERAL}|\d+)\s+(?:av\s+)?"
    r"(?:förbundets\s+|de\s+|fyra\s+|samverkande\s+)*part(?:er|erna)?s?\b",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    rf"\b(?:(?:förbundets|finsams)|(?:förbundet|finsam(?: i \w+)?)\s+(?:har|består av))\s+(?P<n>{NUMERAL}|\d+)\s+"
    r"(?:medlemmar|ägare|parter|huvudmän|medlemsorganisationer)\b",
    re.IGNORECASE,
)
_NO_DEMAND = re.compile(
    r"\b(?:kräver|ställer|behöver|krävs|behövs|måste)\s+(?:\w+\s+){0,3}?(?:inte|ej|inga|inget|ingen)\b"
    r"|\b(?:inga|inget|ingen)\s+krav\b|\b(?:frivillig\w*|valfri\w*)\b",
    re.IGNORECASE,
)
_TAKES_PART = re.compile(
    r"involver|delakti|varit med|vara med|medverka|\bdelta|\bpart\b|\b(?:krävs|behövs)\s+inte\b", re.IGNORECASE
)
_OUTSIDERS = r"(?:förening\w*|företag\w*|privatperson\w*|enskilda|stiftelse\w*|studieförbund\w*)"
_APPLY = r"(?:söka|ansöka|äga|beviljas|få medel|stå som (?:ägare|sökande))"
_OUTSIDER = re.compile(
    rf"\b{_OUTSIDERS}\b[^.;]{{0,40}}?\b(?:kan|får|har rätt att)\s+(?:\w+\s+)?{_APPLY}\b"
    rf"|\b(?:kan|får)\s+(?:också\s+|även\s+)?{_OUTSIDERS}\s+(?:\w+\s+)?{_APPLY}\b"
    rf"|\b(?:finsam|förbundet)(?:\s+i\s+\w+)?\s+(?:kan|får|ska)\s+(?:\w+\s+)?(?:betala|finansiera|ge)\s+[^.;]{{0,25}}?{_OUTSIDERS}",
    re.IGNORECASE,
)
_PAYS = r"(?:finansiera\w*|betala\w*|bekosta\w*|ersätt\w*)"
_ORDINARY = re.compile(
    rf"\b(?:(?:finsam|förbundet)(?:\s+i\s+\w+)?\s+(?:\w+\s+){{0,3}}?{_PAYS}|{_PAYS}\s+(?:finsam|förbundet))\s+"
    r"(?:(?!inte\b|ej\b|aldrig\b|inga?\b)\w+\s+){0,3}?(?:ordinarie|löpande|befintlig\w*)\s+(?:verksamhet|drift|uppdrag)\b",
    re.IGNORECASE,
)
_IN_FORCE = re.compile(
    r"\b(?:gällande|aktuell\w*|nuvarande|årets|senaste|nya)\s+verksamhetsplan\w*\s+(?:för\s+|från\s+)?(?P<year>20\d\d)\b",
    re.IGNORECASE,
)


def check(draft: Draft, library: Library, criteria: CriteriaSet, available: Available | None) -> tuple[RiskFlag, ...]:
    """Return one flag for each claim about the association that its documents contradict, in reading order.

    What is said to the reader's machine is no claim: it is set apart as an order.
    """
    plan = plan_of(library, criteria)
    if plan is None:
        return ()
    said = _said(draft)
    found = [
        *money_left(said, criteria, plan, available),
        *figures(said, criteria, plan),
        *_old_wordings(said, library, plan),
        *_demands(said, library, criteria, plan),
        *_old_plan(said, criteria, plan),
        *decisions(said, draft, library, criteria, plan),
    ]
    kept: dict[Span, RiskFlag] = {}
    for flag in found:
        kept.setdefault(flag.evidence[0], flag)
    return tuple(sorted(kept.values(), key=lambda flag: flag.evidence[0]))


def _said(draft: Draft) -> list[Said]:
    orders = [one.span for one in instructions(draft) if one.span]
    return [
        Said(Span(unit.start, unit.end), unit.words(draft.document))
        for unit in units_of(draft.document)
        if not any(unit.start < span.end and span.start < unit.end for span in orders)
    ]


def _old_wordings(said: Sequence[Said], library: Library, plan: Document) -> Iterator[RiskFlag]:
    """Flag a vision in the words of an earlier plan, when the one in force words it otherwise."""
    current = next(_visions(plan), None)
    if current is None:
        return
    older = {
        words: source.year
        for source in library.sources
        if source.association == plan.source.association and source.type in SUCCEEDING and source.id != plan.id
        for words, _ in _visions(library.document(source.id))
        if _folded(words) != _folded(current[0])
    }
    for one in said:
        for words, year in older.items():
            if str(year) not in one.words and _repeats(one.words, words, current[0]):
                message = f"Utkastet återger visionen från {year}; i {plan.source.title} lyder den ”{current[0]}”."
                yield one.contradicted(message, plan, *current[1])
                break


def _repeats(said: str, old: str, new: str) -> bool:
    """True for the old wording itself, or for a vision told with what is only in the old one and most of the rest."""
    if _folded(new) in _folded(said):
        return False
    if _folded(old) in _folded(said):
        return True
    held, before, now = (stems(_WORD.findall(text)) for text in (said, old, new))
    both = {word for word in before & now if len(word) > 2}
    about = _VISION.search(said) is not None and of_association(said)
    return about and before - now <= held and not (now - before) & held and 2 * len(both & held) >= len(both)


def _visions(document: Document) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the quoted words of each sentence on the vision, and where the sentence stands."""
    for unit in units_of(document):
        text = document.text[unit.start : unit.end]
        match = _QUOTED.search(text) if _VISION.search(text) else None
        if match is not None:
            yield " ".join(match["words"].split()), (unit.start, unit.end)


def _demands(said: Sequence[Said], library: Library, criteria: CriteriaSet, plan: Document) -> Iterator[RiskFlag]:
    """Flag what a draft says that the association demands or lets pass, when the rule of a criterion is another."""
    ids = {one.id for one in criteria.criterion}
    for one in said:
        if not of_association(one.words):
            continue
        for id, what in _misstated(one.words, criteria):
            rule = rules.view(library, criteria, criteria[id]).citation if id in ids else None
            if rule is not None:
                message = f"Utkastet säger att {what}, men {rule.title} säger: {quoted(rule.quote)}"
                yield RiskFlag(Risk.CONFLICTS_WITH_SOURCE, message, (one.span,), rule)
                break
        members = _MEMBERS.search(one.words)
        named = _naming_all(plan, criteria)
        if members and named and (value(members["n"]) or 0) > len(criteria.party):
            quote = plan.text[slice(*named)]
            what = f"förbundet har {members['n']} parter"
            message = f"Utkastet säger att {what}, men {plan.source.title} säger: {quoted(quote)}"
            yield one.contradicted(message, plan, *named)


def _misstated(words: str, criteria: CriteriaSet) -> Iterator[tuple[str, str]]:
    """Yield the criterion that a sentence about the association is at odds with, and what the sentence says."""
    ages = _GROUP.search(words)
    if ages and (int(ages["first"]), int(ages["last"])) != (criteria.age_from, criteria.age_to):
        yield "M2", f"målgruppen är {ages['first']}–{ages['last']} år"
    fewest = _FEWEST.search(words)
    if fewest and value(fewest["n"]) != criteria.minimum_parties and not is_denied(words, *fewest.span()):
        yield "M4", f"det krävs {fewest['n'].lower()} {'part' if value(fewest['n']) == 1 else 'parter'}"
    outsider = _OUTSIDER.search(words)
    if outsider and not is_denied(words, *outsider.span()):
        yield "E3", "andra än parterna kan söka"
    ordinary = _ORDINARY.search(words)
    if ordinary and not is_denied(words, *ordinary.span()):
        yield "M6", "förbundet betalar ordinarie verksamhet"
    if _NO_DEMAND.search(words) and _TAKES_PART.search(words):
        region = next((party.name for party in criteria.party if party.kind == "region"), "")
        if region and region in words:
            yield "P3", f"{region} inte behöver vara med"
        elif _names_people(words, criteria):
            yield "P2", "de berörda inte behöver vara med och ta fram projektet"


def _naming_all(plan: Document, criteria: CriteriaSet) -> tuple[int, int] | None:
    """Return where the plan names every party in one sentence."""
    names = [party.name.casefold() for party in criteria.party]
    return next(
        (
            (unit.start, unit.end)
            for unit in units_of(plan)
            if all(name in unit.words(plan).casefold() for name in names)
        ),
        None,
    )


def _names_people(words: str, criteria: CriteriaSet) -> bool:
    people = (*criteria.residents, "medborgar", "brukar", "medarbetar", "deltagar")
    return any(name.lower() in words.lower() for name in people)


def _old_plan(said: Sequence[Said], criteria: CriteriaSet, plan: Document) -> Iterator[RiskFlag]:
    """Flag a plan of another year called the one in force."""
    for one in said:
        match = _IN_FORCE.search(one.words)
        if match and int(match["year"]) != criteria.year and plan.source.year == criteria.year:
            yield one.contradicted(
                f"Utkastet kallar planen för {match['year']} gällande, men det är {plan.source.title} som gäller.",
                plan,
                0,
                plan.blocks[0].end,
            )


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
