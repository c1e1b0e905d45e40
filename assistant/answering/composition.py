"""Put claims into words: the answer first, a mark after each claim, lists whole, figures as a small table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from assistant.answering.arithmetic import Reckoning
from assistant.answering.claims import Claim, head_of, render, with_unit
from assistant.answering.eligibility import is_note
from assistant.answering.evidence import is_denial
from assistant.answering.facts import Fact
from assistant.answering.listing import Listing
from assistant.answering.parts import PartAnswer
from assistant.answering.quoting import cite
from assistant.answers import Citation
from assistant.associations import association_name
from assistant.lexicon import stem
from assistant.years import years_in
from ingest.model import Document, Kind, Table
from ingest.sentences import split_sentences

LEAD_LENGTH = 160
"""Characters of a line that leads in to a list and is said with its item."""

LABEL_LENGTH = 24
"""Characters of a lead-in that is a mere label and is said before its item."""

ITEM_LENGTH = 180
"""Characters of a list item; a longer one is cut at a sentence's end."""

MOST_ITEMS = 12
"""Items of a list that a claim leads in to."""

_MORE = {
    "sv": "Det finns fler i registret, på fliken Beslut och siffror.",
    "en": "There are more in the register, on the page Beslut och siffror.",
}
"""Said below what is cut."""

_WORD = re.compile(r"[^\W\d_]+")
_TABLE_WORD = re.compile(r"^(?:tabell|table)\s*\d*\s*[:.–-]\s*", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_MARK = re.compile(r"\[(\d+)\]")
_MARKER = re.compile(r"^(?:[•·▪‣◦●■*–-]|o(?=\s)|\d{1,2}[.)](?!\d)|[a-z]\)|att\b)\s*")


@dataclass(frozen=True, slots=True)
class Saying:
    """Lines of an answer that belong together, without their marks' meaning: those are in the citations."""

    lines: tuple[str, ...]
    """With their "[n]"."""
    markers: frozenset[int]


@dataclass(slots=True)
class Draft:
    """An answer being written: its lines and the citations behind them."""

    lines: list[str] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    parts: list[Saying] = field(default_factory=list)
    """What is said to each part of the question."""
    worked: list[str] = field(default_factory=list)
    """The lines that say what was reckoned out of the cited figures."""
    remarks: list[str] = field(default_factory=list)
    """The lines on the sources themselves: where they disagree, how many were gone through."""

    def mark(self, document: Document, start: int, end: int, holding: int | None = None) -> str:
        """Return "[n]" for a quote, which has the offset ``holding`` in it; the same place gets the same number."""
        made = cite(document, start, end, len(self.citations) + 1, holding)
        for citation in self.citations:
            if (citation.document, citation.start, citation.end) == (made.document, made.start, made.end):
                return f"[{citation.marker}]"
        self.citations.append(made)
        return f"[{made.marker}]"

    def mark_cells(self, facts: Iterable[Fact]) -> str:
        """Return the marks of rows, each quoted where the cell that is said of it stands verbatim."""
        marks = [self.mark(one.document, one.row.start, one.row.end, one.cell.start) for one in facts]
        return " ".join(dict.fromkeys(marks))

    def say(self, text: str, document: Document, start: int, end: int) -> None:
        self.lines.append(f"{_sentence(text)} {self.mark(document, start, end)}")

    def remark(self, line: str) -> None:
        """Add a line on the sources themselves."""
        self.lines.append(line)
        self.remarks.append(line)

    def end_part(self, begun: int) -> None:
        """Keep the lines from ``begun`` on, remarks left out, as what is said to a part."""
        lines = tuple(line for line in self.lines[begun:] if line not in self.remarks)
        if lines:
            self.parts.append(Saying(lines, marks_in("\n".join(lines))))

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def compose(answers: Sequence[PartAnswer], language: str = "sv") -> Draft:
    """Write the answers to a question's parts in order, each claim once, and last how many documents were gone through
    for what was to be whole."""
    draft = Draft()
    said: set[tuple[str, int]] = set()
    for place, answer in enumerate(answers):
        if _is_said_already(answer, answers[:place]):
            continue
        begun = len(draft.lines)
        if answer.listing:
            _say_listing(draft, answer.listing, said)
        others = [conflict.claim for conflict in answer.conflicts if conflict.claim]
        claims = (*answer.claims, *others)
        dated = len({claim.document.source.year for claim in claims}) > 1
        for claim in claims:
            _say_claim(draft, claim, claims, said, dated)
        if answer.reckoning:
            _say_reckoning(draft, answer.reckoning)
        for conflict in answer.conflicts:
            if not (conflict.claim and is_note(conflict.claim)):
                draft.remark(f"Uppgifterna stämmer inte överens: {conflict.detail}.")
        if answer.is_cut:
            draft.lines.append(_MORE[language])
        if answer.association and len(draft.lines) > begun:
            draft.lines[begun] = _of(association_name(answer.association), draft.lines[begun])
        draft.end_part(begun)
    whole = [answer.thoroughness for answer in answers if answer.thoroughness]
    if whole and len((through := reduce(or_, whole)).of) > 1:
        draft.remark(through.said(language))
    return draft


def _of(name: str, line: str) -> str:
    """Return a line that tells which association it is about."""
    return line if name in _WORD.findall(line) else f"{name}: {line}"


def _is_said_already(answer: PartAnswer, before: Sequence[PartAnswer]) -> bool:
    """True for a list that an earlier part has given already."""
    earlier = [one.listing for one in before if one.listing]
    return answer.listing is not None and any(one.items == answer.listing.items for one in earlier)


def _say_claim(draft: Draft, claim: Claim, claims: Sequence[Claim], said: set[tuple[str, int]], dated: bool) -> None:
    """Say a claim; ``dated`` when others are of other years, so that each must tell its own."""
    if claim.fact is not None:
        _say_fact(draft, claim, claims, said)
        return
    start, end = claim.start, _close_quotation(claim)
    if (claim.document.id, start) in said:
        return
    said.add((claim.document.id, start))
    led_in = _lead_in(draft, claim, said)
    year = claim.document.source.year
    before = f"{year}: " if dated and year and not years_in(claim.text) else ""
    before += _subject(claim) if led_in is None else led_in
    draft.say(before + _unmarked(claim, start, end), claim.document, start, end)
    if claim.text.endswith(":"):
        _say_what_follows(draft, claim, said)


def _unmarked(claim: Claim, start: int, end: int) -> str:
    """Return the words of a claim without the marker of a list item or the number of a note."""
    text = claim.document.text[start:end]
    if claim.block and claim.block.kind is Kind.NOTE and start == claim.block.start:
        text = text.removeprefix(claim.block.mark)
    return unmarked(text)


def _lead_in(draft: Draft, claim: Claim, said: set[tuple[str, int]]) -> str | None:
    """Say the short line that leads in to the list of which the claim is an item: without it the item misleads.

    Returns:
        what is to stand before the item: the line itself when it is a mere label ("Mål:") without a figure to quote, ""
        when it has been said on a line of its own, None when nothing leads in.
    """
    blocks = claim.document.blocks
    if claim.block is None or claim.block.kind is not Kind.ITEM:
        return None
    at = blocks.index(claim.block)
    while at and blocks[at].kind is Kind.ITEM:
        at -= 1
    lead = blocks[at]
    if lead.kind is not Kind.PARAGRAPH or lead.section != claim.block.section:
        return None
    start, end = split_sentences(claim.document.text, lead.start, lead.end)[-1]
    if end - start > LEAD_LENGTH or claim.document.text[end - 1] != ":":
        return None
    if end - start <= LABEL_LENGTH and not any(map(str.isdigit, claim.document.text[start:end])):
        return f"{claim.document.text[start:end]} "
    if (claim.document.id, start) not in said:
        said.add((claim.document.id, start))
        draft.say(claim.document.text[start:end], claim.document, start, end)
    return ""


def _subject(claim: Claim) -> str:
    """Return "heading: " when a claim stands below a short heading that names its subject, which it does not, or below
    one that denies what it says ("Får inte finansieras")."""
    if claim.block is None:
        return ""
    section = claim.document.sections[claim.block.section]
    if is_denial(section.heading) and not is_denial(claim.text):
        return f"{section.heading.removeprefix(section.number).lstrip('. ')}: "
    if section.level < 2 or section.number or len(section.heading) > 40 or not section.heading[:1].isupper():
        return ""
    named = [word for word in _WORD.findall(section.heading) if len(word) > 2]
    text = claim.text.lower()
    if not named or any(stem(word) in text for word in named):
        return ""
    siblings = sum(one.level == section.level and one.path[:-1] == section.path[:-1] for one in claim.document.sections)
    return f"{section.heading}: " if siblings > 2 and not is_note(claim) else ""


def _say_what_follows(draft: Draft, claim: Claim, said: set[tuple[str, int]]) -> None:
    """Say what a lead-in leads in to: the items of its list, or the first sentences of the next paragraph."""
    blocks = claim.document.blocks
    following = [block for block in blocks if block.start >= claim.end and block.kind is not Kind.NOTE][:MOST_ITEMS]
    for place, block in enumerate(following):
        if block.kind is Kind.ITEM:
            said.add((claim.document.id, block.start))
            _say_item(draft, claim.document, block.start, block.end)
        elif place == 0 and block.kind is Kind.PARAGRAPH:
            end = _few_sentences(claim.document, block.start, block.end)
            draft.say(claim.document.text[block.start : end], claim.document, block.start, end)
            return
        else:
            return


def _close_quotation(claim: Claim) -> int:
    """Return where the claim ends, or where a quotation that it opens is closed, at most 900 characters on."""
    text = claim.document.text
    if text[claim.start : claim.end].count("”") % 2 == 0 or claim.block is None:
        return claim.end
    stop = min(claim.block.end, claim.start + 900)
    found = [end for _, end in split_sentences(text, claim.start, claim.block.end) if end <= stop]
    closing = [end for end in found if text[claim.start : end].count("”") % 2 == 0]
    return closing[0] if closing else (found[-1] if found else claim.end)


def _few_sentences(document: Document, start: int, end: int, most: int = 450) -> int:
    """Return where the sentences end that together stay within about ``most`` characters."""
    stop = start
    for _, last in split_sentences(document.text, start, end):
        if stop > start and last - start > most:
            break
        stop = last
    return stop


def _say_fact(draft: Draft, claim: Claim, claims: Sequence[Claim], said: set[tuple[str, int]]) -> None:
    """Say all chosen cells of one row together."""
    fact = claim.fact
    assert fact is not None
    row = (claim.document.id, claim.start)
    together = sorted(
        (one.fact for one in claims if one.fact and (one.document.id, one.start) == row), key=lambda one: one.column
    )
    new = [one for one in together if (claim.document.id, one.cell.start) not in said]
    if not new:
        return
    said.update((claim.document.id, one.cell.start) for one in new)
    if fact.table.sheet:
        draft.lines.append(f"{_sentence(render(fact))} {draft.mark_cells([fact])}")
        return
    cells = ", ".join(_cell(head_of(one), with_unit(one)) for one in new)
    title = f" ({table_title(fact.table)})" if fact.table.title else ""
    draft.lines.append(f"{_sentence(f'{fact.subject}: {cells}{title}')} {draft.mark_cells(new)}")


def _say_listing(draft: Draft, listing: Listing, said: set[tuple[str, int]]) -> None:
    document = listing.document
    if listing.facts:
        _say_rows(draft, listing.facts, said)
        return
    if listing.lead:
        start, end = listing.lead
        start = split_sentences(document.text, start, end)[-1][0]
        said.add((document.id, start))
        draft.say(document.text[start:end], document, start, end)
    for start, end in listing.items:
        said.add((document.id, start))
        _say_item(draft, document, start, end)


def _say_rows(draft: Draft, facts: Sequence[Fact], said: set[tuple[str, int]]) -> None:
    """Say one column of a table row by row, below its title, the column's head and how many of its rows these are."""
    table = facts[0].table
    named = [table_title(table) or facts[0].document.source.title, head_of(facts[0])]
    rows = sum(not row.is_sum for row in table.rows)
    said_of = sum(not fact.row.is_sum for fact in facts)
    share = f" ({said_of} av {rows} rader)" if said_of < rows else ""
    draft.lines.append(f"{', '.join(filter(None, named))}{share}:")
    for fact in facts:
        said.add((fact.document.id, fact.cell.start))
        draft.lines.append(f"- {fact.subject}: {with_unit(fact)} {draft.mark_cells([fact])}")


def _say_item(draft: Draft, document: Document, start: int, end: int) -> None:
    end = _few_sentences(document, start, end, ITEM_LENGTH)
    draft.lines.append(f"- {unmarked(document.text[start:end])} {draft.mark(document, start, end)}")


def _say_reckoning(draft: Draft, reckoning: Reckoning) -> None:
    claim = reckoning.claim
    marks = draft.mark(claim.document, claim.start, claim.end) if claim else draft.mark_cells(reckoning.facts)
    draft.lines.append(f"{reckoning.text} {marks}")
    draft.worked.append(draft.lines[-1])


def marks_in(text: str) -> frozenset[int]:
    """Return the numbers of the marks "[n]" in a text."""
    return frozenset(int(number) for number in _MARK.findall(text))


def table_title(table: Table) -> str:
    """Return a table's title as it reads inside a sentence."""
    return _TABLE_WORD.sub("", table.title).rstrip(" .:")


def _cell(head: str, value: str) -> str:
    """Return "head value"; a colon keeps a year in the head apart from the figure that follows."""
    mark = ":" if head[-1:].isdigit() else ""
    return f"{head}{mark} {value}" if head else value


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def unmarked(text: str) -> str:
    """Return a text on one line, without the marker of a list item."""
    return _MARKER.sub("", _plain(text))


def _sentence(text: str) -> str:
    text = unmarked(text)
    return text if text.endswith((".", ":", "!", "?", "”")) else f"{text}."
