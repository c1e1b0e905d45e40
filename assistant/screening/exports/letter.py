"""The letter that asks the applicant to complete a draft."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.screening.exports.blocks import Block, Heading, Items, Paperwork, Paragraph
from assistant.screening.model import Recommendation, Verdict
from assistant.screening.paper import Finding, Paper

_OPENING = (
    "Tack för ert utkast. Kansliet har läst det mot förbundets kriterier och behöver veta mer innan det går vidare."
)
_OPENING_OUTSIDE = (
    "Tack för ert utkast. Så som det är skrivet nu ser kansliet inte hur det ryms inom förbundets uppdrag, men vi kan "
    "ha missförstått er. Svara gärna på det som står nedan eller hör av er, så går vi igenom det tillsammans."
)
_ASKED = "Det här vill vi veta:"
_READ = "Så här har vi läst utkastet på några punkter. Rätta oss om vi har fel, eller ändra det i ett nytt utkast:"
_NO_CLIENTS = "Skriv inga namn, personnummer eller annat om enskilda deltagare i svaret."
_ANSWER = "Svara gärna i ett nytt utkast eller direkt på brevet, senast den ________________."
_NO_DECISION = (
    "Brevet är inget beslut. Svaren läses av kansliet, och det är styrelsen som beslutar om medlen. Hör gärna av er om "
    "någon fråga är otydlig."
)


def letter(paper: Paper) -> Paperwork | None:
    """Return the letter, or None when there is nothing to ask or to point out."""
    if not paper.questions and not _unmet(paper):
        return None
    subject = f"Frågor om ert utkast ”{paper.name}”"
    return Paperwork(title=subject, author=paper.association, blocks=tuple(_blocks(paper, subject)))


def _blocks(paper: Paper, subject: str) -> Iterator[Block]:
    yield Paragraph(paper.association, strong=True)
    yield Paragraph(str(paper.day))
    if paper.owner:
        yield Paragraph(paper.owner, "Till")
    yield Heading(subject, 1)
    yield Paragraph("Hej!")
    yield Paragraph(_OPENING_OUTSIDE if paper.recommendation is Recommendation.OUTSIDE else _OPENING)
    if paper.questions:
        yield Paragraph(_ASKED)
        yield Items(tuple(question for _, question in paper.questions), numbered=True)
    if _unmet(paper):
        yield Paragraph(_READ)
        yield Items(tuple(map(_as_read, _unmet(paper))))
    yield Paragraph(_NO_CLIENTS)
    yield Paragraph(_ANSWER)
    yield Paragraph(_NO_DECISION)
    yield Paragraph("Med vänliga hälsningar")
    yield Paragraph(f"Kansliet, {paper.association}")


def _unmet(paper: Paper) -> list[Finding]:
    """Return what the draft contradicts and no question is asked about."""
    return [one for one in paper.findings if one.verdict is Verdict.NOT_MET and not one.question]


def _as_read(finding: Finding) -> str:
    words = f" I utkastet står det: ”{finding.words[0]}”" if finding.words else ""
    return f"{finding.criterion.question} {finding.why}{words}"
