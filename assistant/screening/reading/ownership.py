"""Who is said to own a project, and who its parties are: the answer on the form, or the words in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.screening.draft import Span, Statement, Topic
from assistant.screening.reading.fields import answer
from assistant.screening.reading.headings import fold
from assistant.screening.reading.outlining import Outline

_OWNS = re.compile(
    r",?\s+(?:är|står som|blir|agerar|kommer att vara)\s+(?:(?:fortsatt|formell|även|också|alltså"
    r"|därmed)\s+)?(?:projekt|insats)?(?:ägare|huvudman|sökande)\b"
    r"|\s+(?:äger|kommer att äga|ska äga)\s+(?:projektet|insatsen|ansökan|det|idén|satsningen|arbetet|hela)\b"
    r"|\s+äger(?=[,.]|\s*$)"
    r"|(?<!\bsom)\s+(?:tar emot|mottar|förvaltar|tar hand om|(?:tar|har) (?:det ekonomiska )?ansvar(?:et)? för"
    r"|svarar för"
    r"|ansvarar för|är ansvarig för|står för)\s+(?:de\s)?(?:pengarna|medlen|potten|bidraget|anslaget|projektmedlen"
    r"|finsammedlen|insatsen|projektet|ansökan|redovisningen)\b"
    r"|\s+(?:owns|will own|is the owner of|is the applicant)\b",
    re.IGNORECASE,
)
"""What the owner does, after its name."""
_OWNED = re.compile(
    r"\b(?:ägs\s+(?:\w+\s+)?av"
    r"|(?:projektet|insatsen|ansökan|pengarna|medlen)\s+(?:lämnas|lämnas in|söks|tas emot|förvaltas)\s+av"
    r"|(?:inlämnad|inlämnat|insänd|insänt|lämnas in|ansökan lämnas)\s+av"
    r"|som\s(?:an)?(?:söker|står för|står bakom|äger)[^.;:!?\n]{0,40}?\s(?:är|heter)"
    r"|ansvarig(?:\s(?:för\s\w+|part|organisation|myndighet)){0,2}\s+(?:är|blir)"
    r"|(?:projekt|insats)?(?:ägare|huvudman|sökande)\s+(?:är|blir)"
    r"|is owned by|the (?:project )?owner is|the applicant is)\s+(?P<name>[^.;:!?\n]{2,120})",
    re.IGNORECASE,
)
_SEEKS = re.compile(
    r",?\s+som\s+(?:an)?söker\b|,?\s+ansöker\s+härmed\b|\s+(?:an)?söker\s+(?:härmed\s+|nu\s+"
    r"|gemensamt\s+)?(?:om\s+)?(?:medel|finansiering"
    r"|pengar"
    r"|bidrag|stöd|\d)|\s+(?:hereby\s+)?(?:applies|apply|is applying|are applying|seeks)\b",
    re.IGNORECASE,
)
_LONGEST = 120
"""Characters of a name with its unit."""
_CLAUSE_END = re.compile(r"[.;:!?\n]")
_LEAD = re.compile(r"(?:(?:det|här) är|vi(?: som arbetar)?(?: på| i| vid| inom)?|att|och|men)\s+", re.IGNORECASE)
_TAIL = re.compile(r",?\s+som$", re.IGNORECASE)
_REST = re.compile(
    r"\s+(?:tillsammans med|ihop med|i samverkan med|i samarbete med|together with)\b.*"
    r"|,?\s+(?:och|men|and)\s+(?:(?:\w{3,}(?:er|ar|s)|har|är|ska|kan|vill|gör|is|has)\s(?!och\b)|det\b|vi\b).*"
    r"|,\s+(?:som|där|medan|vilket|medsökande|övriga|which)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""What follows the name of an owner in its sentence."""
_PRONOUN = re.compile(
    r"(?:här\s)?(?:vi|jag|man|de|den|det|ni|parterna|projektet|insatsen|ansökan|we|i|they|the project)(?:\s(?:alla"
    r"|tre|fyra|två))?",
    re.IGNORECASE,
)
"""Who owns, without a name."""
_SENDER = frozenset({"fran", "avsandare", "from", "sender"})
"""Folded labels of who sends an application."""
_DENIED = re.compile(r"\b(?:inte|ingen|not)\b", re.IGNORECASE)
_PARTIES = re.compile(
    r"(?:(?<=,\s)|(?<![\s\S]))(?:våra\s)?(?:(?:övriga|andra|deltagande|medverkande|samverkande"
    r"|de samverkande)\s+(?:parter|parterna"
    r"|samverkansparter|myndigheter)|parter|parterna|medsökande|samverkansparter|samarbetsparter|samarbetspartner"
    r"|other parties|partners)\s+(?:i (?:projektet|insatsen)\s+)?(?:är|blir|are)\s+"
    r"(?P<named>[^;:!?\n]*[A-ZÅÄÖ][^;:!?\n]*?)(?=\.(?:\s|$)|\s*$|[;:!?\n])",
    re.IGNORECASE,
)


def parties(text: str, outline: Outline) -> Span | None:
    """Return the parties: the answer on the form, a sentence that lists them, or the section about them."""
    listed = answer(outline, Topic.PARTIES)
    if any(one.topic is Topic.PARTIES and one.label for one in outline.statements):
        return listed
    for one in outline.statements:
        match = None if one.row else _PARTIES.search(text[one.start : one.end])
        if match is not None and not re.match(r"inte\b|ännu\b|not\b", match["named"], re.IGNORECASE):
            return Span(one.start + match.start("named"), one.start + match.end("named"))
    return listed


def owner(text: str, outline: Outline) -> Span | None:
    """Return who owns the project: the answer on the form, else the words in running text, else who sends the paper.

    Who only signs it owns nothing.
    """
    labelled = [one for one in outline.statements if one.label and Topic.OWNER in (one.topic, *one.also)]
    if labelled:
        return Span(labelled[0].start, labelled[0].end)
    told = [one for one in outline.statements if not one.row and one.topic not in (Topic.BUDGET, Topic.COFINANCING)]
    for names in (_owning, _seeking):
        for one in told:
            for start, end in names(text, one):
                start, end = _bare_name(text, start, end)
                if any(map(str.isupper, text[start:end])) and not _PRONOUN.fullmatch(text, start, end):
                    return Span(start, end)
    named = (one for one in outline.statements if one.topic is Topic.OWNER or _is_sender(text, one))
    first = next(named, None)
    return Span(first.start, first.end) if first else None


def _is_sender(text: str, one: Statement) -> bool:
    """True for the sender of a paper by its name; who writes in an office ("utvecklare, Malmö stad") owns nothing."""
    return one.topic is Topic.CONTACT and fold(one.label) in _SENDER and text[one.start].isupper()


def _owning(text: str, one: Statement) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a statement that name who owns."""
    yield from _doing(text, one, _OWNS)
    for match in _OWNED.finditer(text, one.start, one.end):
        if not _DENIED.search(match.group()):
            yield match.span("name")


def _seeking(text: str, one: Statement) -> Iterator[tuple[int, int]]:
    yield from _doing(text, one, _SEEKS)


def _doing(text: str, one: Statement, verbs: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the words of the clause that stand before a verb."""
    for match in verbs.finditer(text, one.start, one.end):
        floor = max(one.start, match.start() - _LONGEST)
        ends = [end.end() for end in _CLAUSE_END.finditer(text, floor, match.start())]
        start = ends[-1] if ends else floor
        start += len(text[start : match.start()]) - len(text[start : match.start()].lstrip())
        if match.start() - start > 1 and not _DENIED.search(text, start, match.end()):
            yield start, match.start()


def _bare_name(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a name without the words of the sentence around it: "Det är … som", "Vi på …", "… och svarar för"."""
    lead = _LEAD.match(text, start, end)
    begin = lead.end() if lead else start
    tail = _TAIL.search(text[begin:end])
    end = begin + tail.start() if tail and tail.start() else end
    rest = _REST.search(text, begin, end)
    end = rest.start() if rest and rest.start() > begin else end
    return begin, begin + len(text[begin:end].rstrip(" ,"))
