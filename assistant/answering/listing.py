"""Lists that answer whole: a list in the text with its lead-in, or the rows of a table with its sum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answering.evidence import is_denial, is_named_after
from assistant.answering.facts import Fact, facts_of, tables_of
from assistant.answering.quoting import below_title
from assistant.answering.rows import is_part, rows_asked, words_of
from assistant.answering.terms import Bag, Term, coverage
from assistant.question import Part, Seeks
from assistant.retrieval import Hit
from assistant.validity import COMPILED, covers, is_compiled
from assistant.words import FILLERS
from assistant.years import years_in
from ingest.model import Document, Kind, Table
from ingest.money import IN_KRONOR
from ingest.sentences import split_sentences

_COUNTING = (
    *("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta"),
    *("nio", "tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton"),
)
NUMBERS = {word: number for number, word in enumerate(_COUNTING)} | {"ett": 1}
"""Numbers in words."""

TITLE, WIDE, INSIDE = 0.95, 0.7, 0.5
"""What a term counts for in the headings, in the document's title, and in the items themselves."""

INTRO = 0.85
"""The same in the text between a heading and the first one below it."""

LEAST = 0.3
"""What lead-in and headings must cover: items alone do not make a list the one that is asked for."""

FEWEST_SECTIONS = 3
"""Headings that a section must be divided into to count as a list."""

LONGEST_INTRO = 1500
"""Characters between a heading and the first one below it when the section counts as a list."""

STEPS = 0.15
"""Added to a numbered list when it is asked how something is done."""

NO_STEPS = 0.7
"""Factor for any other list then."""

DENIED = 0.5
"""Factor for a list below a heading that denies what is asked, or the other way about."""

AIM = 0.4
"""Share of a list's fit that depends on whether what introduces it is asked for and nothing else."""

NUMBER_FITS = 0.15
"""Added when a list has as many items as the question says."""

_WORD = re.compile(r"[^\W\d_]+")
_POINTING = re.compile(r"\b(?:dessa|följande)\b")
"""What stands before it in a lead-in is not what the list is of ("de fyra målen leder till dessa frågor:")."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A whole list; every span is of ``document.text``."""

    document: Document
    lead: tuple[int, int] | None
    """The sentence that leads in to it."""
    items: tuple[tuple[int, int], ...]
    score: float
    """Coverage of the terms, 0…1, up to 0.15 more."""
    named: float
    """Coverage of the terms, 0…1, by its lead-in and headings alone."""
    facts: tuple[Fact, ...] = ()
    """For rows of a table: the figure of each, the sum last; empty for a list in the text."""

    @property
    def announced(self) -> int | None:
        """The number of items that the sentence leading in to the list announces."""
        if self.lead is None or self.document.text[self.lead[1] - 1] != ":":
            return None
        start, end = split_sentences(self.document.text, *self.lead)[-1]
        words = _POINTING.split(self.document.text[start:end].lower())[-1].split()
        found = [NUMBERS[word] for word in words if word in NUMBERS and NUMBERS[word] > 2]
        return found[-1] if found else None


def find_listings(part: Part, terms: Sequence[Term], hits: Sequence[Hit]) -> list[Listing]:
    """Return the lists of the passages found, the best fitting first."""
    if part.wants(Seeks.MANNER):
        lists = _text_lists(part, terms, hits)
        found = [replace(one, score=one.score + STEPS if _is_steps(one) else one.score * NO_STEPS) for one in lists]
    else:
        found = [*_text_lists(part, terms, hits), *_table_lists(part, terms, hits), *_sections(part, terms, hits)]
    return sorted(found, key=lambda one: -one.score)


def _is_steps(listing: Listing) -> bool:
    """True for a numbered list: steps in order."""
    return all(listing.document.text[start].isdigit() for start, _ in listing.items)


def _text_lists(part: Part, terms: Sequence[Term], hits: Sequence[Hit]) -> Iterator[Listing]:
    seen: set[tuple[str, int]] = set()
    for hit in hits:
        blocks = hit.document.blocks
        for first, last in _runs(hit.document, hit.passage.section):
            if (hit.document.id, first) in seen:
                continue
            seen.add((hit.document.id, first))
            items = tuple((block.start, block.end) for block in blocks[first:last])
            lead = None
            above = blocks[first - 1] if first else None
            if above and above.kind is Kind.PARAGRAPH and above.section == blocks[first].section:
                lead = (above.start, above.end)
            yield from _weigh(part, terms, hit.document, blocks[first].section, lead, items)


def _sections(part: Part, terms: Sequence[Term], hits: Sequence[Hit]) -> Iterator[Listing]:
    """Yield the headings right below a heading as a list: what a section is divided into."""
    seen: set[tuple[str, int]] = set()
    for hit in hits:
        sections = hit.document.sections
        for index in _with_parents(hit.document, hit.passage.section):
            if (hit.document.id, index) in seen or index == 0:
                continue
            seen.add((hit.document.id, index))
            parent = sections[index]
            below = [one for one in sections[index + 1 :] if one.path[:-1] == parent.path and one.start < parent.end]
            if len(below) < FEWEST_SECTIONS or below[0].start - parent.start > LONGEST_INTRO:
                continue
            items = tuple((one.start, one.start + len(one.heading)) for one in below)
            intro = hit.document.text[parent.start : below[0].start]
            headings = " ".join(below_title(hit.document, parent))
            bags = ((Bag.of(headings), TITLE), (Bag.of(intro), INTRO))
            score = coverage(terms, *bags)
            if score >= LEAST and _of_years(part, hit.document, headings):
                aim = _aim(terms, parent.heading) * _polarity(part, headings)
                yield Listing(hit.document, None, items, score * _compiled(hit.document, terms) * aim, score)


def _compiled(document: Document, terms: Sequence[Term]) -> float:
    compiled = is_compiled(document.source) and not is_named_after(document.source, terms)
    return COMPILED if compiled else 1.0


def _with_parents(document: Document, section: int) -> Iterator[int]:
    path = document.sections[section].path
    for index in range(section, 0, -1):
        if document.sections[index].path == path[: len(document.sections[index].path)]:
            yield index


def _runs(document: Document, section: int) -> Iterator[tuple[int, int]]:
    """Yield the index ranges of two or more list items in a row within a section."""
    blocks = document.blocks
    i = 0
    while i < len(blocks):
        if blocks[i].kind is not Kind.ITEM or blocks[i].section != section:
            i += 1
            continue
        first, level = i, blocks[i].level
        while i < len(blocks) and (blocks[i].kind, blocks[i].section, blocks[i].level) == (Kind.ITEM, section, level):
            i += 1
        if i - first > 1:
            yield first, i


def _weigh(
    part: Part,
    terms: Sequence[Term],
    document: Document,
    section: int,
    lead: tuple[int, int] | None,
    items: tuple[tuple[int, int], ...],
) -> Iterator[Listing]:
    lead_text = document.text[lead[0] : lead[1]] if lead else ""
    headings = " ".join(below_title(document, document.sections[section]))
    if not _of_years(part, document, f"{lead_text} {headings}"):
        return
    bags = (
        (Bag.of(lead_text), 1.0),
        (Bag.of(headings), TITLE),
        (Bag.of(f"{document.source.title} {document.source.year}"), WIDE),
        (Bag.of(document.text[items[0][0] : items[-1][1]]), INSIDE),
    )
    named = coverage(terms, *bags[:2])
    if named < LEAST:
        return
    introduces = lead_text.endswith(":") or not part.wants(Seeks.MANNER)
    last = split_sentences(document.text, *lead)[-1] if lead and introduces else None
    last_text = document.text[slice(*last)] if last else ""
    aim = _aim(terms, last_text or document.sections[section].heading)
    denied = _polarity(part, f"{last_text} {document.sections[section].heading}")
    fits = NUMBER_FITS if _asked_number(part) == len(items) else 0.0
    score = coverage(terms, *bags) * _compiled(document, terms) * (1 - AIM + AIM * aim) * denied + fits
    yield Listing(document, lead, items, score, named)


def _polarity(part: Part, text: str) -> float:
    """Return what a list counts for by whether what introduces it and the question both deny something, or neither."""
    return 1.0 if is_denial(text) == is_denial(part.text) else DENIED


def _aim(terms: Sequence[Term], text: str) -> float:
    """Return the share, 0…1, of the words that introduce a list that the question is about: low for a list of
    something else that stands below the right heading."""
    words = [word for word in _WORD.findall(text) if word.lower() not in FILLERS and len(word) > 2]
    asked = sum(any(Bag.of(word).match(term) for term in terms) for word in words)
    return asked / len(words) if words else 0.0


def _table_lists(part: Part, terms: Sequence[Term], hits: Sequence[Hit]) -> Iterator[Listing]:
    for hit, table in tables_of(hits):
        if table.sheet or table.uncertain or len(table.rows) < 2:
            continue
        headings = f"{table.title} {' '.join(table.heads)} {' '.join(hit.document.sections[table.section].path)}"
        if not _of_years(part, hit.document, headings):
            continue
        figures = figures_of(part, hit.document, table)
        asked = rows_asked(hit.document, table, terms)
        if len(asked) > 1 and is_part(asked, table):
            headings += f" {words_of(hit.document, asked)}"
            figures = tuple(fact for fact in figures if fact.row in asked)
        bags = (
            (Bag.of(headings), 1.0),
            (Bag.of(f"{hit.document.source.title} {hit.document.source.year}"), WIDE),
            (Bag.of(words_of(hit.document, table.rows)), INSIDE),
        )
        if figures:
            items = tuple((fact.row.start, fact.row.end) for fact in figures)
            score, named = coverage(terms, *bags) * _compiled(hit.document, terms), coverage(terms, bags[0])
            yield Listing(hit.document, None, items, score, named, figures)


def figures_of(part: Part, document: Document, table: Table) -> tuple[Fact, ...]:
    """Return one figure for each row: the column of the year asked about, else the first with a unit."""
    facts = list(facts_of(document, table))
    columns = sorted({fact.column for fact in facts if fact.unit in IN_KRONOR})
    if part.years:
        columns = [c for c in columns if any(f.column == c and f.year in part.years for f in facts)]
    if not columns:
        return ()
    return tuple(fact for fact in facts if fact.column == columns[0])


def _of_years(part: Part, document: Document, text: str) -> bool:
    if not part.years:
        return True
    return bool({*years_in(text)} & {*part.years}) or any(covers(document.source, year) for year in part.years)


def _asked_number(part: Part) -> int | None:
    for word in part.text.lower().split():
        if word in NUMBERS and NUMBERS[word] > 1:
            return NUMBERS[word]
    return None
