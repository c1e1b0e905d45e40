"""Decisions that a draft says the association has taken, held against those that the documents tell of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.facts import subject_of
from assistant.criteria import CriteriaSet
from assistant.library import Library
from assistant.screening.draft import Draft
from assistant.screening.guarding.units import units_of
from assistant.screening.judging.polarity import is_denied
from assistant.screening.model import RiskFlag
from assistant.screening.sources.saying import Said, quoted
from assistant.years import years_in
from ingest.model import Document
from ingest.money import IN_KRONOR

_BOARD = r"(?:styrelsen|förbundet|samordningsförbundet|finsam(?: i)?(?: [A-ZÅÄÖ]\w+)?|kansliet|förbundschefen)"
_SAYS_YES = (
    r"(?:bevilja\w*|godkän\w*|bifall\w*|bifölls|förläng\w*|klartecken|grönt ljus|tillstyrk\w*"
    r"|finansieras\s+(?:fortfarande|fortsatt|alltjämt)|(?:fortsätter|fortsatt)\s+(?:att\s+)?finansier\w*"
    r"|beslut\w*\s+(?:om\s+)?(?:att\s+)?(?:fortsatt\s+)?(?:finansier\w*|förläng\w*|fortsätta|stöd\w*))"
)
_SAYS_NO = (
    r"(?:avsl(?:og|år|agit|agen|ag|ogs)|nekade?s?|lade?\s+ner|lagt\s+ner|lades\s+ner|läggas?\s+ner|läggs\s+ner|lagts\s+ner|stoppade?s?|drog\s+in"
    r"|(?:inte|ej)\s+längre\s+(?:ska\s+)?(?:finansier\w*|stöd\w*)|sluta\w*\s+(?:att\s+)?finansier\w*|upphör\w*|avsluta(?:de|des|ts|r|s)?)"
)
_THIS = r"(?:denna ansökan|den här ansökan|vår ansökan|ansökan|detta projekt|projektet|insatsen|vårt projekt|medlen)"
_APPROVED = re.compile(
    rf"\b{_THIS}\b[^.;]{{0,60}}?\b{_SAYS_YES}[^.;]{{0,40}}?\bav\s+{_BOARD}\b"
    rf"|\b{_BOARD}\b\s+(?:har\s+)?(?:redan\s+|i\s+\w+\s+|den\s+\d+\s+\w+\s+)*(?:[^.;]{{0,60}}?\boch\s+)?"
    rf"{_SAYS_YES}(?:\s+\w+){{0,2}}?\s+{_THIS}\b"
    rf"|\b{_BOARD}\b[^.;]{{0,30}}?\bbeslut\w*\s+(?:\w+\s+){{0,3}}?(?:att\s+)?(?:{_SAYS_YES}|finansiera|stödja)"
    rf"(?:\s+\w+){{0,2}}?\s+{_THIS}\b"
    rf"|\b{_BOARD}\b[^.;]{{0,30}}?\bbeslut\w*\s+(?:\w+\s+){{0,2}}?att\s+{_THIS}\s+(?:ska|får)\s+"
    r"(?:finansieras|beviljas|stödjas|förlängas|starta|få\s+medel)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:om|ifall|när|förutsatt|förutsätter|hoppas|önskar|vill att|ber|ska|skulle|kan|bör)\b", re.IGNORECASE
)
_YES, _NO = re.compile(rf"\b{_SAYS_YES}", re.IGNORECASE), re.compile(rf"\b{_SAYS_NO}", re.IGNORECASE)
_COSTS = re.compile(r"insats|projekt|kostnad", re.IGNORECASE)
"""Of the title or a head of a table that tells what money is decided for."""
_DECISION = re.compile(r"\bbeslut(?:at|ade|ad)\b", re.IGNORECASE)
_DECIDES = re.compile(rf"\b{_BOARD}\b|\bbeslut\w*\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Told:
    """A decision on an initiative that a document tells of."""

    document: Document
    start: int
    end: int
    yes: bool
    year: int | None


def decisions(
    said: Sequence[Said], draft: Draft, library: Library, criteria: CriteriaSet, plan: Document
) -> Iterator[RiskFlag]:
    """Flag an approval of the draft itself, and a decision on a known initiative that the documents tell otherwise."""
    funded = _funded(plan)
    names = {*funded, *_known(library, criteria)}
    for one in said:
        named = sorted((name for name in names if _names(name, one.words)), key=len, reverse=True)
        if not named and _approval(one.words, criteria.year) and draft.title not in names:
            start, end = _where_decided(plan, funded)
            where = f"det står inte bland det beslutade i {plan.source.title}"
            message = f"Utkastet säger att det redan är beslutat, men {where}."
            yield one.contradicted(message, plan, start, end)
        for name in named[:1]:
            yield from _contradicted(one, name, list(_told(library, criteria, plan, name, funded)))


def _approval(words: str, year: int) -> bool:
    """True when a sentence says that the board has approved the application, and not of an earlier year."""
    match, years = _APPROVED.search(words), years_in(words)
    if years and max(years) < year:
        return False
    if match is None or is_denied(words, *match.span()):
        return False
    return _DECISION.search(words) is not None or not _LATER.search(words[: match.end()])


def _contradicted(one: Said, name: str, told: list[_Told]) -> Iterator[RiskFlag]:
    """Flag a yes where the documents tell of a no and of no yes as late, and the other way about."""
    undecided = _LATER.search(one.words) and not _DECISION.search(one.words)
    if undecided or not _DECIDES.search(one.words):
        return
    yes, no = _YES.search(one.words) is not None, _NO.search(one.words) is not None
    if yes == no:
        return
    years = years_in(one.words)
    same_time = [other for other in told if not years or other.year is None or other.year >= min(years)]
    if not same_time or any(other.yes == yes for other in same_time):
        return
    other = max(same_time, key=lambda other: other.year or 0)
    what = "beviljat eller förlängt" if yes else "avslaget eller avslutat"
    words = quoted(other.document.text[other.start : other.end])
    message = f"Utkastet säger att {name} är {what}, men {other.document.source.title} säger: {words}"
    yield one.contradicted(message, other.document, other.start, other.end)


def _told(
    library: Library, criteria: CriteriaSet, plan: Document, name: str, funded: dict[str, tuple[int, int]]
) -> Iterator[_Told]:
    if name in funded:
        yield _Told(plan, *funded[name], True, criteria.year)
    for source in library.sources:
        if source.association != criteria.association:
            continue
        document = library.document(source.id)
        for unit in units_of(document):
            words = unit.words(document)
            if not _names(name, words) or not _DECIDES.search(words):
                continue
            yes, no = _YES.search(words) is not None, _NO.search(words) is not None
            if yes != no:
                years = years_in(words)
                yield _Told(document, unit.start, unit.end, yes, max(years) if years else source.year)


def _funded(plan: Document) -> dict[str, tuple[int, int]]:
    """Return what the plan's tables of initiatives and costs hold: the names, and where their rows stand."""
    found: dict[str, tuple[int, int]] = {}
    for table in plan.tables:
        about = _COSTS.search(f"{table.title} {' '.join(table.heads)}")
        if about is None or not IN_KRONOR.keys() & set(table.units):
            continue
        for row in table.rows:
            name = subject_of(plan, row)
            if not row.is_sum and 2 < len(name) <= 60:
                found.setdefault(name, (row.start, row.end))
    return found


def _known(library: Library, criteria: CriteriaSet) -> Iterator[str]:
    """Yield the names of the association's initiatives: the headings of its data files."""
    for source in library.sources:
        if source.form == "data" and source.association == criteria.association:
            yield from (
                section.heading
                for section in library.document(source.id).sections[1:]
                if not re.fullmatch(r"År \d{4}", section.heading)
            )


def _names(name: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) is not None


def _where_decided(plan: Document, funded: dict[str, tuple[int, int]]) -> tuple[int, int]:
    """Return where the plan tells what is decided: its first table of initiatives, else its beginning."""
    spans = list(funded.values())
    if not spans:
        return 0, plan.blocks[0].end
    table = next(table for table in plan.tables if table.start <= spans[0][0] < table.end)
    return spans[0][0], max(end for _, end in spans if end <= table.end)
