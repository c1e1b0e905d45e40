"""Who is said to own a project, and who its parties are: the answer on the form, or the words in running text."""

from __future__ import annotations

import re

from assistant.screening.fields import answer
from assistant.screening.model import Span, Topic
from assistant.screening.outlining import Outline

_OWNS = re.compile(
    r"(?P<before>[^.;:!?\n]{2,120}?),?\s+(?:är|står som|blir|agerar|kommer att vara)\s+(?:projekt|insats)?(?:ägare"
    r"|huvudman|sökande)\b"
    r"|(?P<owner>[^.;:!?\n]{2,120}?)\s+(?:äger|kommer att äga|ska äga)\s+(?:projektet|insatsen|ansökan|det|idén|satsningen|arbetet|hela)\b"
    r"|\bägs\s+(?:\w+\s+)?av\s+(?P<owned>[^.;:!?\n]{2,120})"
    r"|\b(?:projektet|insatsen|ansökan|pengarna|medlen)\s+(?:lämnas|lämnas in|söks|tas emot|förvaltas)\s+av\s+"
    r"(?P<after>[^.;:!?\n]{2,120})"
    r"|(?P<receives>[^.;:!?\n]{2,120}?)\s+(?:tar emot|mottar|förvaltar|tar hand om|(?:tar|har) (?:det ekonomiska )?ansvar(?:et)?"
    r" för|svarar för|ansvarar för|är ansvarig för|står för)\s+(?:de\s)?(?:pengarna|medlen|potten|bidraget|anslaget|projektmedlen"
    r"|finsammedlen|insatsen|projektet|ansökan|redovisningen)\b"
    r"|\bsom\s(?:an)?(?:söker|står för|står bakom|äger)[^.;:!?\n]{0,40}?\s(?:är|heter)\s+(?P<behind>[^.;:!?\n]{2,120})"
    r"|\bansvarig(?:\s(?:för\s\w+|part|organisation|myndighet)){0,2}\s+(?:är|blir)\s+(?P<answers>[^.;:!?\n]{2,120})"
    r"|\b(?:projekt|insats)?(?:ägare|huvudman|sökande)\s+(?:är|blir)\s+(?P<named>[^.;:!?\n]{2,120})"
    r"|\b(?:is owned by|the (?:project )?owner is|the applicant is)\s+(?P<english>[^.;:!?\n]{2,120})"
    r"|(?P<owning>[^.;:!?\n]{2,100}?)\s+(?:owns|will own|is the owner of|is the applicant)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:(?:det|här) är|vi(?: som arbetar)?(?: på| i| vid| inom)?|att|och|men)\s+", re.IGNORECASE)
_TAIL = re.compile(r",?\s+som$", re.IGNORECASE)
_AND_PARTIES = re.compile(
    r"\s+(?:tillsammans med|ihop med|i samverkan med|i samarbete med|together with)\b.*"
    r"|,?\s+(?:och|men|and)\s+(?:(?:\w{3,}(?:er|ar|s)|har|är|ska|kan|vill|gör|is|has)\s(?!och\b)|det\b|vi\b).*"
    r"|,\s+(?:som|där|medan|vilket|which)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""What follows the name of an owner in its sentence."""
_SEEKS = re.compile(
    r"\bdet är\s+(?P<it>[^.;:!?\n]{2,120}?),?\s+som\s+(?:an)?söker\b"
    r"|(?P<who>[^.;:!?\n]{2,120}?)\s+(?:an)?söker\s+(?:härmed\s+|nu\s+|gemensamt\s+)?(?:om\s+)?(?:medel|finansiering"
    r"|pengar|bidrag|stöd|\d)"
    r"|(?P<english>[^.;:!?\n]{2,100}?)\s+(?:hereby\s+)?(?:applies|apply|is applying|are applying|seeks)\b",
    re.IGNORECASE,
)


_PARTIES = re.compile(
    r"(?:(?:våra\s)?(?:övriga|andra|deltagande|medverkande|samverkande|de samverkande)\s+(?:parter|parterna|samverkansparter"
    r"|myndigheter)|parter|parterna|medsökande|samverkansparter|samarbetsparter|samarbetspartner|other parties|partners)\s+"
    r"(?:i (?:projektet|insatsen)\s+)?(?:är|blir|are)\s+(?P<named>[^;:!?\n]*[A-ZÅÄÖ][^;:!?\n]*?)(?=\.(?:\s|$)|\s*$|[;:!?\n])",
    re.IGNORECASE,
)


def parties(text: str, outline: Outline) -> Span | None:
    """Return the parties: the answer on the form, a sentence that lists them, or the section about them."""
    listed = answer(outline, Topic.PARTIES)
    if listed is not None and any(one.topic is Topic.PARTIES and one.label for one in outline.statements):
        return listed
    for one in outline.statements:
        match = None if one.row else _PARTIES.match(text, one.start, one.end)
        if match is not None and not re.match(r"inte\b|ännu\b|not\b", match["named"], re.IGNORECASE):
            return Span(*match.span("named"))
    return listed


def owner(text: str, outline: Outline) -> Span | None:
    """Return who owns the project: the answer on the form, else the words in running text."""
    labelled = [one for one in outline.statements if one.label and Topic.OWNER in (one.topic, *one.also)]
    if labelled:
        return Span(labelled[0].start, labelled[0].end)
    for pattern in (_OWNS, _SEEKS):
        for one in outline.statements:
            if one.row or one.topic in (Topic.BUDGET, Topic.COFINANCING):
                continue
            match = pattern.search(text, one.start, one.end)
            if match is not None and not re.search(r"\b(?:inte|ingen|not)\b", match.group(), re.IGNORECASE):
                group = next(name for name, said in match.groupdict().items() if said)
                start, end = _bare_name(text, *match.span(group))
                cut = _AND_PARTIES.search(text, start, end)
                end = cut.start() if cut and cut.start() > start else end
                if any(map(str.isupper, text[start:end])):
                    return Span(start, end)
    section = next((one for one in outline.statements if one.topic is Topic.OWNER), None)
    return Span(section.start, section.end) if section else None


def _bare_name(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a name without the words of the sentence around it: "Det är … som", "Vi på …"."""
    lead = _LEAD.match(text, start, end)
    begin = lead.end() if lead else start
    tail = _TAIL.search(text[begin:end])
    return begin, begin + tail.start() if tail and tail.start() else end
