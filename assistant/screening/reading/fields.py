"""What a draft says of itself: its name, its answers on the form, when it is, and which step it is at."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from assistant.screening.draft import Span, Statement, Step, Topic
from assistant.screening.reading import headings
from assistant.screening.reading.outlining import Outline, stretch
from ingest.months import MONTHS

_MAX_TITLE = 120
_ABOUT_PAPER = re.compile(
    r"^(?:[\W_]|finsam\w*|samordningsförbund\w*|förbundet|ansökan|medel|projektmedel|insats(?:en)?|individinriktad"
    r"|strukturinriktad"
    r"|\d+|i|om|för|från|till|hos|av|och|malmö|lund|utkast|version|application|funding|for|to|the|draft)*$",
    re.IGNORECASE,
)
_FORM = re.compile(r"^\W*(?:projekt|insats|gemensam )?(?:ansökan|application)\b[^:–—-]*[:–—-]\s*", re.IGNORECASE)
_FOR = re.compile(r"^(?:vår )?ansökan om (?:projekt)?medel (?:till|för) (?=\S{4})", re.IGNORECASE)
_REPLY = re.compile(r"^(?:(?:sv|vb|re|fw|fwd)\s?:\s*)+", re.IGNORECASE)
_PAPER_AFTER = re.compile(r"\s[–—-]\s(?:en\s)?(?:\w+\s)?(?:projekt|insats)?ansökan\b.*$", re.IGNORECASE)
"""The kind of paper, after the name of the project."""
_QUOTED = re.compile(
    r"\b(?:projektet|insatsen|project|kallad|kallat|kallas|namnet|heter"
    r"|projektidé\w*[^\n\"”“»]{0,60}:)\s+[\"”“»](?P<name>[^\"”“«»]{3,80})[\"”“«]",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:sök(?:er|s)|ansöker|ansökan|ber|vill ha|behöver)\b[^.:!?]{0,60}?\b(?:pengar|medel|projektmedel|stöd|bidrag"
    r"|finansiering|kronor|kr)"
    r"(?: [^.:!?]{0,40}?)? (?:till|för) (?:(?:projektet|insatsen|satsningen|arbetet"
    r"|verksamheten) )?(?P<name>[A-ZÅÄÖ][^\W\d_]+(?: [^\W\d_]+){0,4}?)"
    r"(?=[,.:;!?]| [–—-] | (?:som|där|vilket|i Malmö|under|från|är)\b)"
)
"""The name of a project in a sentence that asks for it."""
_CALLED = re.compile(
    r"\b(?i:kalla|vi (?:har )?kallar|kallar vi|kallat|döpt|kallas|heter)\s(?:(?:idén|det|projektet|insatsen|den"
    r"|satsningen"
    r"|för)\s){0,2}"
    r"[\"”“»]?(?P<name>[A-ZÅÄÖ][^\W\d_]+(?: [^\W\d_]+){0,4}?)(?=[\"”“«]|[,.:;!?]| [–—-] | (?:och|som|där)\b)"
)
_BODY = re.compile(
    r"\b(?:finsam|malmö stad|region skåne|försäkringskassan|arbetsförmedlingen|samordningsförbundet|20\d\d)\b",
    re.IGNORECASE,
)
_ASSOCIATION = re.compile(r"\b(?:finsam|samordningsförbund\w*|förbundet|kansliet|styrelsen)\b", re.IGNORECASE)
_CLOSING = re.compile(r"\W*(?:\w+\s){0,3}(?:hälsning\w*|högaktningsfullt|mvh|regards|sincerely)\b", re.IGNORECASE)
_DATELINE = re.compile(
    rf"\W*[^\W\d]+,?\s(?:(?:den|i)\s)?(?:\d{{1,2}}[\s/])?(?:{'|'.join(MONTHS)}|20\d\d|\d{{1,2}})[\s\d.-]*",
    re.IGNORECASE,
)
"""A place and a date: "Malmö den 3 mars"."""
_RECIPIENT = re.compile(r"\W*(?:till|to)\s", re.IGNORECASE)
_MONTH = rf"(?:{'|'.join(MONTHS)}|january|february|march|may|june|july|august|october)"
_DAY = (
    rf"(?:20\d\d-\d\d(?:-\d\d)?|(?:den )?\d{{1,2}}(?:/\d{{1,2}}| {_MONTH})(?:[ -]20\d\d)?|{_MONTH}(?: 20\d\d)?"
    r"|(?:ht|vt|hösten|våren|vår|höst|spring|autumn)(?:terminen)?[ -](?:20)?\d\d|vecka \d\d?|20\d\d)"
)
_PERIOD = re.compile(
    rf"(?<!\w){_DAY},?\s*(?:och\s+|and\s+)?(?:(?:pågår|löper|avslutas|slutar|ends?|runs)\s+)?"
    rf"(?:–|—|-|till(?: och med)?|t\.?o\.?m\.?|to|until|through)\s*(?:den\s)?{_DAY}(?!\w)",
    re.IGNORECASE,
)
_RUNS = re.compile(
    r"\b(?:projektet|insatsen|projekttid\w*|vi|det)\b[^.]{0,40}\b(?:pågår|startar|löper|börjar|genomförs|varar"
    r"|beräknas pågå)\b"
    r"|\bthe project (?:runs|starts|will run|lasts)\b|\bprojekttid\w*\b",
    re.IGNORECASE,
)
_FORMULATION = re.compile(r"\bproblemformulering\w*|\bidéskiss\b|\bconcept note\b", re.IGNORECASE)
_FORMULATION_TITLE = re.compile(r"\W*(?:problemformulering|idéskiss)\s*[:–—-]\s*\w", re.IGNORECASE)
_FORMULATION_PARTS = ("problem", "konsekvens", "effekt", "utfall", "aktivitet")


def title(text: str, outline: Outline, name: str) -> str:
    """Return the project's name: by the form, else the first heading that does not name the paper, else ``name``."""
    asked = [heading.start for heading in outline.headings if heading.named and Topic.TITLE in heading.named.topics]
    for one in outline.statements:
        if one.topic is Topic.TITLE and (one.label or (asked and one.start > asked[0])):
            found = _REPLY.sub("", _FOR.sub("", text[one.start : one.end]))
            if not _ABOUT_PAPER.match(found):
                return found[:_MAX_TITLE]
    for heading in outline.headings:
        bare = " ".join(text[heading.start : heading.end].split()).strip("*#_ ")
        if heading.named is not None and heading.named.topics:
            break
        words = _FORM.sub("", bare) if heading.named is not None else bare
        if (
            (_RECIPIENT.match(words) and _ASSOCIATION.search(words))
            or _CLOSING.match(words)
            or _DATELINE.fullmatch(words)
        ):
            continue
        if words and not _ABOUT_PAPER.match(words) and (heading.named is None or bare != words):
            return (_PAPER_AFTER.sub("", words) or words)[:_MAX_TITLE]
    if (called := _CALLED.search(text)) and not _BODY.search(called["name"]):
        return called["name"]
    if (named := _NAMED.search(text)) and not _BODY.search(named["name"]):
        return named["name"]
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


def group(outline: Outline) -> Span | None:
    """Return the longest stretch about the target group: a number of participants alone says little of it."""
    runs = groupby(outline.statements, key=lambda one: one.topic is Topic.GROUP)
    spans = [span for is_group, run in runs if is_group and (span := stretch(list(run)))]
    return max(spans, key=lambda span: span.end - span.start, default=None)


def _run(statements: Sequence[Statement], first: Statement, belongs: Callable[[Statement], bool]) -> list[Statement]:
    found: list[Statement] = []
    for one in statements[statements.index(first) :]:
        if not belongs(one):
            break
        found.append(one)
    return found


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


def step(text: str, outline: Outline) -> Step:
    """Return whether the draft is a formulation of the problem, the first step, or a whole application."""
    topics = {one.topic for one in outline.statements}
    opening = [text[one.start : one.end] for one in outline.headings[:3] if one.named is None or one.named.is_form]
    titled = [text[one.start : one.end] for one in outline.headings[:1]]
    if any(_FORMULATION.search(words) for words in opening) or any(map(_FORMULATION_TITLE.match, titled)):
        return "problemformulering"
    is_whole = bool(topics & {Topic.BUDGET, Topic.AMOUNT})
    first = outline.headings[0] if outline.headings else None
    if first is not None and not is_whole and _FORMULATION.search(text, first.start, first.end):
        return "problemformulering"
    words = headings.fold(" ".join(text[one.start : one.end] for one in outline.headings))
    parts = sum(part in words for part in _FORMULATION_PARTS)
    return "problemformulering" if parts >= 4 and not is_whole else "ansokan"
