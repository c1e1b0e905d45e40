"""What a draft says of itself: name, owner, parties, kind of measure, period, people and ages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from assistant.criteria import CriteriaSet
from assistant.screening import headings
from assistant.screening.model import Ages, Count, Span, Statement, Step, Topic, Type
from assistant.screening.numerals import NUMERAL, value
from assistant.screening.outlining import Outline, stretch
from ingest.months import MONTHS

_MAX_TITLE = 120
_ABOUT_PAPER = re.compile(
    r"^(?:[\W_]|finsam\w*|samordningsförbund\w*|förbundet|ansökan|medel|projektmedel|insats(?:en)?|individinriktad|strukturinriktad"
    r"|\d+|i|om|för|från|till|hos|av|och|malmö|lund|utkast|version|application|funding|for|to|the|draft)*$",
    re.IGNORECASE,
)
_FORM = re.compile(r"^\W*(?:projekt|insats|gemensam )?(?:ansökan|application)\b[^:–—-]*[:–—-]\s*", re.IGNORECASE)
_QUOTED = re.compile(r"\b(?:projektet|insatsen|project)\s+[\"”“»](?P<name>[^\"”“«»]{3,80})[\"”“«]", re.IGNORECASE)
_INDIVIDUAL = re.compile(
    r"\bindivid(?:inriktad\w*|insats\w*|\b)|\bindividual(?:ly)?(?:[- ](?:oriented|measure|project|level))?\b",
    re.IGNORECASE,
)
_STRUCTURE = re.compile(
    r"\bstruktur(?:inriktad\w*|insats\w*|övergripande|\b)|\bstructur(?:al|e)(?:[- ](?:oriented|measure|project))?\b",
    re.IGNORECASE,
)
_STRONG_INDIVIDUAL = re.compile(
    r"\bindivid(?:inriktad\w*|insats\w*)|\bindividual(?:ly)?[- ](?:oriented|measure|project)", re.IGNORECASE
)
_STRONG_STRUCTURE = re.compile(
    r"\bstruktur(?:inriktad\w*|insats\w*|övergripande)|\bstructural(?:ly)?[- ](?:oriented|measure|project)",
    re.IGNORECASE,
)
_LETTER = re.compile(r"^\W*([IS])\W*$")
_NOT = re.compile(r"\b(?:inte|ej|ingen|inget|inga|snarare än|i stället för|not|no)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_CHECKED = re.compile(r"[☒☑✓✔■]|\[\s?[xX]\s?\]|\([xX]\)")
_BOX = re.compile(r"[☒☑☐✓✔■□]|\[\s?[xX ]?\s?\]|\([xX ]\)")
_OWNS = re.compile(
    r"(?P<before>[^.;:!?\n]{2,120}?),?\s+(?:är|står som|blir|agerar|kommer att vara)\s+(?:projekt|insats)?(?:ägare|huvudman|sökande)\b"
    r"|(?P<owner>[^.;:!?\n]{2,120}?)\s+(?:äger|kommer att äga|ska äga)\s+(?:projektet|insatsen|ansökan)\b"
    r"|\b(?:projektet|insatsen|ansökan)\s+(?:ägs|lämnas|lämnas in)\s+av\s+(?P<after>[^.;:!?\n]{2,120})"
    r"|\b(?:projekt|insats)?(?:ägare|huvudman|sökande)\s+(?:är|blir)\s+(?P<named>[^.;:!?\n]{2,120})"
    r"|\b(?:is owned by|the (?:project )?owner is|the applicant is)\s+(?P<english>[^.;:!?\n]{2,120})"
    r"|(?P<owning>[^.;:!?\n]{2,100}?)\s+(?:owns|will own|is the owner of|is the applicant)\b",
    re.IGNORECASE,
)
_AND_PARTIES = re.compile(r"\s+(?:tillsammans med|i samverkan med|together with)\b.*", re.IGNORECASE | re.DOTALL)
_SEEKS = re.compile(
    r"(?P<who>[^.;:!?\n]{2,120}?)\s+(?:an)?söker\s+(?:härmed\s+|nu\s+|gemensamt\s+)?(?:om\s+)?(?:medel|finansiering|pengar|bidrag|stöd|\d)"
    r"|(?P<english>[^.;:!?\n]{2,100}?)\s+(?:hereby\s+)?(?:applies|apply|is applying|are applying|seeks)\b",
    re.IGNORECASE,
)
_MONTH = rf"(?:{'|'.join(MONTHS)}|january|february|march|may|june|july|august|october)"
_DAY = rf"(?:20\d\d-\d\d(?:-\d\d)?|(?:den )?\d{{1,2}}(?:/\d{{1,2}}| {_MONTH})(?:[ -]20\d\d)?|{_MONTH}(?: 20\d\d)?|(?:ht|vt|hösten|våren|vår|höst|spring|autumn)(?:terminen)?[ -](?:20)?\d\d|vecka \d\d?|20\d\d)"
_PERIOD = re.compile(
    rf"(?<!\w){_DAY}\s*(?:–|—|-|till(?: och med)?|t\.?o\.?m\.?|to|until|through)\s*{_DAY}(?!\w)", re.IGNORECASE
)
_RUNS = re.compile(
    r"\b(?:projektet|insatsen|projekttid\w*|vi|det)\b[^.]{0,40}\b(?:pågår|startar|löper|börjar|genomförs|varar|beräknas pågå)\b"
    r"|\bthe project (?:runs|starts|will run|lasts)\b|\bprojekttid\w*\b",
    re.IGNORECASE,
)
_COUNTED = frozenset(
    {
        Topic.GROUP,
        Topic.GOALS,
        Topic.PURPOSE,
        Topic.METHOD,
        Topic.TITLE,
        Topic.OTHER,
        Topic.TYPE,
        Topic.FOLLOW_UP,
        Topic.PLACE,
    }
)
_NOT_TAKING_PART = re.compile(
    r"\b(?:har varit med|varit med|tagit fram|skrivit|arbetat fram|utformat|deltagit i|träffat\w*|lämnat synpunkter|i dag har|i malmö finns"
    r"|enligt statistik|varje år)\b",
    re.IGNORECASE,
)
_AGE = r"(?P<{0}>1[0-9]|[2-9]\d|\d)"
_RANGE = re.compile(
    rf"(?<![\w,./–-]){_AGE.format('first')}\s*(?:–|—|-|till(?: och med)?|t\.?o\.?m\.?|to|and|och|upp till)\s*{_AGE.format('last')}"
    r"(?![\w./-]|,\d)(?P<unit>\s*(?:års?|åringar|years?|yrs?)\b|-åringar)?",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"\b(?:från|över|äldre än|fyllda|fyllt|lägst|minst|from|over|older than|at least)\s+(?P<age>\d\d)(?P<plus>\s*\+)?\s*(?P<unit>års?\b(?: och uppåt)?|years?)"
    r"|(?<![\w,.])(?P<more>\d\d)\s*(?:\+|år (?:och|eller) (?:äldre|uppåt|över))",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:under|yngre än|upp till|högst|max|below|under the age of|younger than|up to)\s+(?P<age>\d\d)(?:\s*(?P<unit>års?|years?))?\b(?! ?%)"
    r"|(?<![\w,.])(?P<less>\d\d)\s*år (?:och|eller) yngre",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\b(?:ålder\w*|åldrar\w*|åringar|unga|ungdom\w*|barn\w*|personer|deltagare|malmöbor|kvinnor|män|vuxna|födda|fyll\w+|elever|aged?|young|people)\b",
    re.IGNORECASE,
)
_DURATION_BEFORE = re.compile(
    r"\b(?:i|sedan|efter|om|senaste|sjukskriv\w+|arbetslös\w*|mer än|i över|under de|inom|på|varat|utan jobb|utan arbete|for|after|within)"
    r"(?:\s+(?:minst|cirka|ca|upp till|över|mellan|mer än))?\s*$",
    re.IGNORECASE,
)
_DURATION_AFTER = re.compile(
    r"\s*(?:utanför|sedan|framåt|utan\b|erfarenhet|tillbaka|efter|from now|outside|without)", re.IGNORECASE
)
_FORMULATION = re.compile(r"\bproblemformulering\w*|\bidéskiss\b|\bconcept note\b", re.IGNORECASE)
_FORMULATION_PARTS = ("problem", "konsekvens", "effekt", "utfall", "aktivitet")


def title(text: str, outline: Outline, name: str) -> str:
    """Return the project's name: as the form says, else the first heading that is no name of the paper, else ``name``."""
    labelled = [one for one in outline.statements if one.topic is Topic.TITLE and one.label]
    for one in labelled:
        found = text[one.start : one.end]
        if not _ABOUT_PAPER.match(found):
            return found[:_MAX_TITLE]
    for heading in outline.headings:
        words = " ".join(text[heading.start : heading.end].split()).strip("*#_ ")
        if heading.named is not None and heading.named.topics:
            break
        words = _FORM.sub("", words) if heading.named is not None else words
        if not _ABOUT_PAPER.match(words) and (
            heading.named is None or words != " ".join(text[heading.start : heading.end].split())
        ):
            return words[:_MAX_TITLE]
    if quoted := _QUOTED.search(text):
        return quoted["name"]
    return name


def answer(outline: Outline, topic: Topic) -> Span | None:
    """Return the answer on the form about ``topic``, else the first section about it."""
    labelled = [one for one in outline.statements if one.topic is topic and one.label]
    if labelled:
        first = labelled[0]
        return stretch(_run(outline.statements, first, lambda one: one.topic is topic and one.label == first.label))
    first_in = next((one for one in outline.statements if one.topic is topic), None)
    if first_in is None:
        return None
    return stretch(_run(outline.statements, first_in, lambda one: one.topic is topic))


def _run(statements: Sequence[Statement], first: Statement, belongs: Callable[[Statement], bool]) -> list[Statement]:
    found: list[Statement] = []
    for one in statements[statements.index(first) :]:
        if not belongs(one):
            break
        found.append(one)
    return found


def owner(text: str, outline: Outline) -> Span | None:
    """Return who owns the project: the answer on the form, else the words in running text."""
    labelled = [one for one in outline.statements if one.topic is Topic.OWNER and one.label]
    if labelled:
        return Span(labelled[0].start, labelled[0].end)
    for pattern in (_OWNS, _SEEKS):
        for one in outline.statements:
            if one.row or one.topic in (Topic.BUDGET, Topic.COFINANCING):
                continue
            match = pattern.search(text, one.start, one.end)
            if match is not None and not re.search(r"\b(?:inte|ingen|not)\b", match.group(), re.IGNORECASE):
                group = next(name for name, said in match.groupdict().items() if said)
                start, end = match.span(group)
                cut = _AND_PARTIES.search(text, start, end)
                return Span(start, cut.start() if cut and cut.start() > start else end)
    section = next((one for one in outline.statements if one.topic is Topic.OWNER), None)
    return Span(section.start, section.end) if section else None


def declared(text: str, outline: Outline) -> tuple[Type | None, Span | None]:
    """Return the kind of measure that the draft says it is, and where: on the form, in a heading, in a sentence."""
    for one in outline.statements:
        if (
            one.topic is Topic.TYPE
            and one.label
            and (found := _kind(text, one.start, one.end, _INDIVIDUAL, _STRUCTURE))
        ):
            return found
    for heading in outline.headings:
        if found := _kind(text, heading.start, heading.end, _STRONG_INDIVIDUAL, _STRONG_STRUCTURE):
            return found
    for one in outline.statements:
        if found := _kind(text, one.start, one.end, _STRONG_INDIVIDUAL, _STRONG_STRUCTURE):
            return found
    return None, None


def _kind(
    text: str, start: int, end: int, individual: re.Pattern[str], structure: re.Pattern[str]
) -> tuple[Type, Span] | None:
    """Return the one kind that a stretch names; the one with a mark in its box when it names both."""
    if letter := _LETTER.match(text[start:end]):
        kind: Type = "individ" if letter.group(1) == "I" else "struktur"
        return kind, Span(start, end)
    found: list[tuple[Type, re.Match[str]]] = []
    for kind, pattern in _kinds(individual, structure):
        match = next(
            (one for one in pattern.finditer(text, start, end) if not _NOT.search(text[start : one.start()])), None
        )
        if match is not None:
            found.append((kind, match))
    if len(found) == 2 and _CHECKED.search(text, start, end):
        found = [(kind, match) for kind, match in found if _is_checked(text, start, end, match)]
    if len(found) != 1:
        return None
    kind, match = found[0]
    if _BOX.search(text, start, end) and not _CHECKED.search(text, start, end):
        return None
    return kind, Span(match.start(), match.end())


def _kinds(individual: re.Pattern[str], structure: re.Pattern[str]) -> tuple[tuple[Type, re.Pattern[str]], ...]:
    return (("individ", individual), ("struktur", structure))


def _is_checked(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """True when the box nearest before the word has a mark; after it, where the boxes follow their words."""
    leads = _BOX.match(text[start:end].lstrip()) is not None
    boxes = list(_BOX.finditer(text, start, match.start()) if leads else _BOX.finditer(text, match.end(), end))
    return bool(boxes) and _CHECKED.fullmatch(boxes[-1 if leads else 0].group()) is not None


def period(text: str, outline: Outline) -> Span | None:
    """Return when the project is: the answer on the form, else a sentence that says so."""
    if (found := answer(outline, Topic.PERIOD)) is not None:
        return found
    for one in outline.statements:
        if one.row or one.topic in (Topic.BUDGET, Topic.BACKGROUND, Topic.INVOLVEMENT, Topic.AFTER):
            continue
        if _RUNS.search(text, one.start, one.end) and (match := _PERIOD.search(text, one.start, one.end)):
            return Span(match.start(), match.end())
    return None


@cache
def _people() -> str:
    words = (Path(__file__).parent / "participants.txt").read_text(encoding="utf-8").split()
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _counts(residents: tuple[str, ...]) -> re.Pattern[str]:
    nouns = "|".join([_people(), *map(re.escape, residents)])
    return re.compile(
        rf"(?<![\w,.–-])(?P<n>\d{{1,3}}(?: \d{{3}})*|{NUMERAL})(?: ?(?:st|stycken))?\s+(?:[a-zåäö-]+(?:a|e|s|d|t|de|ga)\s+){{0,2}}?(?:{nouns})\b",
        re.IGNORECASE,
    )


@cache
def _labelled_count() -> re.Pattern[str]:
    return re.compile(rf"\b(?:antal|{_people()}|volym|number)\b", re.IGNORECASE)


def participants(text: str, outline: Outline, criteria: CriteriaSet) -> tuple[Count, ...]:
    """Return how many are said to take part; those who wrote the application are not counted."""
    pattern = _counts(criteria.residents)
    found: list[Count] = []
    for one in outline.statements:
        if one.topic not in _COUNTED or _NOT_TAKING_PART.search(text, one.start, one.end):
            continue
        before = len(found)
        for match in pattern.finditer(text, one.start, one.end):
            if (number := value(match["n"])) and number > 1:
                found.append(Count(number, match.start("n"), match.end()))
        if len(found) == before and (alone := _alone(text, one)):
            found.append(alone)
    return tuple(found)


def _alone(text: str, one: Statement) -> Count | None:
    """Return the number that answers "Antal deltagare", on a form or in a table."""
    words = text[one.start : one.end]
    match = re.fullmatch(r"\W*(?:(?:cirka|ca|minst|upp till)\s+)?(\d{1,4})\W*", words) if one.label else None
    if match and _labelled_count().search(one.label):
        return Count(int(match.group(1)), one.start + match.start(1), one.start + match.end(1))
    cell = re.fullmatch(r"([^\d|\t]+?)[\s|]+(\d{1,4})\W*", words) if one.row else None
    if cell and _labelled_count().match(cell.group(1).strip()) and len(cell.group(1).split()) <= 3:
        return Count(int(cell.group(2)), one.start + cell.start(2), one.start + cell.end(2))
    return None


def ages(text: str, statements: Sequence[Statement]) -> tuple[Ages, ...]:
    """Return the intervals of age in years that the draft names, in reading order."""
    found = [one for statement in statements for one in _ages(text, statement)]
    return tuple(sorted(found, key=lambda one: one.start))


def _ages(text: str, one: Statement) -> Iterator[Ages]:
    said = _AGED.search(one.label) is not None
    aged = said or _AGED.search(text, one.start, one.end) is not None
    taken: list[tuple[int, int]] = []
    for match in _RANGE.finditer(text, one.start, one.end):
        first, last = int(match["first"]), int(match["last"])
        if not first < last or last < 14 or (not match["unit"] and not aged) or _is_duration(text, one, match, aged):
            continue
        if (
            not match["unit"]
            and not said
            and not re.search(r"ålder|åldrar|aged?|åring", text[one.start : match.end() + 20])
        ):
            continue
        taken.append(match.span())
        yield Ages(first, last, match.start(), match.end())
    for pattern in (_FROM, _TO):
        for match in pattern.finditer(text, one.start, one.end):
            age = int(next(said for name, said in match.groupdict().items() if said and said.isdecimal()))
            crossed = any(a < match.end() and match.start() < b for a, b in taken)
            if crossed or not aged or not 10 <= age <= 99 or _is_duration(text, one, match, aged):
                continue
            exclusive = re.match(r"(?:under|yngre|below|younger)", match.group(), re.IGNORECASE) is not None
            over = re.match(r"(?:över|äldre|over|older)", match.group(), re.IGNORECASE) is not None
            taken.append(match.span())
            if pattern is _FROM:
                yield Ages(age + over, None, match.start(), match.end())
            else:
                yield Ages(None, age - exclusive, match.start(), match.end())


def _is_duration(text: str, one: Statement, match: re.Match[str], aged: bool) -> bool:
    """True for a time that has passed: "utan arbete i 10–15 år"."""
    before = text[max(one.start, match.start() - 40) : match.start()]
    if re.search(r"ålder\w*\s*(?:av\s*|på\s*|mellan\s*)?$|åldrar\w*\s*$", before, re.IGNORECASE):
        return False
    return _DURATION_BEFORE.search(before) is not None or _DURATION_AFTER.match(text, match.end()) is not None


def step(text: str, outline: Outline) -> Step:
    """Return whether the draft is a formulation of the problem, the first step, or a whole application."""
    topics = {one.topic for one in outline.statements}
    opening = [text[one.start : one.end] for one in outline.headings[:3] if one.named is None or one.named.is_form]
    if any(_FORMULATION.search(words) for words in opening):
        return "problemformulering"
    words = headings.fold(" ".join(text[one.start : one.end] for one in outline.headings))
    parts = sum(part in words for part in _FORMULATION_PARTS)
    is_whole = bool(topics & {Topic.BUDGET, Topic.AMOUNT})
    return "problemformulering" if parts >= 4 and not is_whole else "ansokan"
