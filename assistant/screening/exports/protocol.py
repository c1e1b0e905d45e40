"""What a protocol says, block by block: the same in Word, PDF and on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.screening.exports.blocks import Block, Heading, Items, Paperwork, Paragraph, Table
from assistant.screening.paper import Finding, Money, Paper
from assistant.screening.telling import (
    CAUTION,
    GROUPS,
    PERSON_DECIDES,
    RECOMMENDATIONS,
    REMARK,
    RISKS,
    SIGNS,
    VERDICTS,
    counted,
    index_version,
    kronor,
)

_FOUND_AS_TEXT = "Den räknas inte som uppgift och har inte påverkat bedömningen. Så här står det:"
_LOOKED_AT = (
    Paragraph("______________________________", "Läst och bedömt av"),
    Paragraph("________________", "Datum"),
    Paragraph("____________________________________________________", "Anteckning"),
)


def protocol(paper: Paper) -> Paperwork:
    """Return the working paper as a document."""
    documents = f" · dokument {index_version(paper.corpus)}" if paper.corpus else ""
    return Paperwork(
        title=f"Förhandsgranskning: {paper.name}",
        author=paper.association,
        blocks=tuple(_blocks(paper)),
        header=f"{paper.association} · {CAUTION} · granskat {paper.day} · {paper.file or 'inklistrad text'}",
        footer=f"{CAUTION} · {paper.criteria}{documents} · sida",
    )


def verdict(finding: Finding) -> str:
    """Return the verdict as sign and word."""
    return f"{SIGNS[finding.verdict]} {VERDICTS[finding.verdict]}"


def amounts(money: Money) -> tuple[tuple[str, str], ...]:
    """Return what is asked for and what is left, each with its name."""
    found = [(f"Sökt för {money.year}", kronor(money.asked))]
    if money.asked_in_all is not None:
        found.append(("Sökt för flera år, inte uppdelat", kronor(money.asked_in_all)))
    source = f" ({money.left_source.place})" if money.left_source else ""
    found.append((f"Kvar att fördela {money.year}", f"{kronor(money.left)}{source}"))
    return tuple(found)


def _blocks(paper: Paper) -> Iterator[Block]:
    yield Heading(f"Förhandsgranskning: {paper.name}", 0)
    yield from _facts(paper)
    yield Heading(f"Förslag: {RECOMMENDATIONS[paper.recommendation]}", 1)
    yield Paragraph(PERSON_DECIDES, strong=True)
    if paper.reasons:
        yield Items(paper.reasons)
    yield from _overview(paper)
    yield from _notices(paper)
    yield from _advice(paper)
    yield from _money(paper.money)
    for group, findings in paper.by_group:
        yield Heading(GROUPS[group], 1)
        for finding in findings:
            yield from _finding(finding)
    yield from _likened(paper)
    yield Heading("Läst av en människa", 1)
    yield from _LOOKED_AT


def _facts(paper: Paper) -> Iterator[Block]:
    facts = (
        ("Förbund", paper.association),
        ("Granskat", str(paper.day)),
        ("Fil", paper.file or "inklistrad text"),
        ("Slag", paper.kind),
        ("Projektägare", paper.owner),
        ("Kriterier", paper.criteria),
        ("Dokument", index_version(paper.corpus)),
    )
    yield from (Paragraph(value, label) for label, value in facts if value)


def _overview(paper: Paper) -> Iterator[Block]:
    yield Heading("Översikt", 1)
    yield Paragraph(f"{len(paper.findings)} kriterier: {counted(paper.verdicts)}.")
    rows = tuple((one.criterion.id, one.criterion.name, _in_overview(one)) for one in paper.findings)
    yield Table(("Nr", "Kriterium", "Bedömning"), rows)


def _in_overview(finding: Finding) -> str:
    """Return the verdict, and whether it is a language model's."""
    return f"{verdict(finding)} (språkmodellen)" if finding.pointed and finding.pointed.doubts else verdict(finding)


def _notices(paper: Paper) -> Iterator[Block]:
    if paper.notices:
        yield Heading("Att titta närmare på", 1)
    for one in paper.notices:
        yield Paragraph(one.message, RISKS[one.code])
        yield from (Paragraph(words, "I utkastet", quoted=True) for words in one.words)
        if one.source:
            yield Paragraph(one.source.quote, one.source.place, quoted=True)
    if paper.instructions:
        yield Heading("Text i filen som riktar sig till granskaren", 1)
        yield Paragraph(_FOUND_AS_TEXT)
        yield Items(tuple(f"”{text}”" for text in paper.instructions))


def _advice(paper: Paper) -> Iterator[Block]:
    if paper.advice:
        yield Heading("Språkmodellen", 1)
        yield Items(paper.advice)


def _money(money: Money) -> Iterator[Block]:
    yield Heading("Pengar", 1)
    yield from (Paragraph(value, label) for label, value in amounts(money))
    if money.lines:
        rows = [(line.label, kronor(line.sek)) for line in money.lines]
        rows.append(("Posternas summa", kronor(money.sum_of_lines)))
        rows.append(("Summa som anges i utkastet", kronor(money.stated_sum)))
        yield Table(("Post", "Belopp"), tuple(rows), figures=(1,))


def _finding(finding: Finding) -> Iterator[Block]:
    criterion = finding.criterion
    yield Heading(f"{criterion.id} {criterion.name}: {verdict(finding)}", 2)
    yield Paragraph(criterion.question, "Det som prövas")
    yield from (Paragraph(words, "Sökandens ord", quoted=True) for words in finding.words)
    yield Paragraph(finding.why, "Varför")
    if finding.pointed:
        yield Paragraph(finding.pointed.why, REMARK)
        yield Paragraph(finding.pointed.words, "Stället som modellen pekar på", quoted=True)
    yield Paragraph(finding.source + (f": ”{finding.rule}”" if finding.rule else ""), "Regel")
    if finding.question:
        yield Paragraph(finding.question, "Fråga till sökanden")


def _likened(paper: Paper) -> Iterator[Block]:
    if paper.likened:
        yield Heading("Beslut som liknar", 1)
    for one in paper.likened:
        yield Paragraph(one.alike, one.citation.place)
        if one.decided:
            yield Paragraph(one.decided)
        yield Paragraph(one.citation.quote, quoted=True)
