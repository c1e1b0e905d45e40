"""What guards the reader of a draft: orders to the machine set apart, data on clients found and masked.

Masking keeps every length: each letter and figure of what is found becomes :data:`BLOT`, so that every span of the
draft still holds in the masked one, and nothing of the data is left in it. :func:`readable` writes a blot as words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.privacy import MASK, find_personal_data
from assistant.screening.draft import Draft, Span
from assistant.screening.guarding.clients import find_clients
from assistant.screening.guarding.names import INITIALS, in_any_form
from assistant.screening.guarding.orders import is_hidden_order, is_order, speaks_to_machine
from assistant.screening.guarding.units import Unit, units_of
from ingest.model import Document, Kind, PlacedBlock

BLOT = "█"
"""Stands for one letter or figure of personal data."""

_BLOTS = re.compile(rf"{BLOT}(?:[^\w\n]*{BLOT})*")
_SECRET = re.compile(rf"{INITIALS}|[A-ZÅÄÖÉ]\w+|\d{{4,}}")
"""A word of personal data that tells by itself: a name, its first letters, a number."""
_FOLLOWS = re.compile(
    r"\b(?:ansökan|ansökningen|kriteri\w*|gransk\w*|godkän\w*|bedöm\w*|rekommend\w*|verdikt\w*|uppfyll\w*|styrelsen"
    r"|människa|application|criteri\w*|review\w*|approv\w*|verdict\w*|board|human|ga_vidare)\b",
    re.IGNORECASE,
)
"""What a sentence beside an order speaks of when it belongs to it."""


@dataclass(frozen=True, slots=True)
class Order:
    """Something said to the reader's machine."""

    text: str
    """As it was written, on one line, personal data in it masked."""
    span: Span | None = None
    """Where it stands in the draft, the sentences that belong to it included; None for hidden text."""


def instructions(draft: Draft) -> tuple[Order, ...]:
    """Return the orders to the machine: those in sight in reading order, then the hidden ones.

    A span takes in the sentences beside an order in the same paragraph that speak of the review, and all that follows
    in it when the order is addressed to a machine. None of it is evidence of anything.
    """
    units = list(units_of(draft.document))
    taken = sorted(_belonging(draft.document, units))
    spans: list[Span] = []
    for index in taken:
        start, end = units[index].start, units[index].end
        joins = spans and index - 1 in taken and units[index - 1].block is units[index].block
        spans[-1:] = [Span(spans[-1].start, end)] if joins else [*spans[-1:], Span(start, end)]
    seen = tuple(Order(masked(_line(draft.text[span.start : span.end])), span) for span in spans)
    return (*seen, *(Order(masked(_line(text))) for text in _hidden_orders(draft.hidden)))


def personal_data(draft: Draft) -> tuple[Span, ...]:
    """Return where the draft holds data on clients, in reading order; a person in office is none."""
    return find_clients(draft.document)


def masked(text: str) -> str:
    """Return a text that stands by itself (a title, a hidden remark) with personal data replaced by a word."""
    return readable(_blotted(text, ((one.start, one.end) for one in find_personal_data(text))))


def masked_draft(draft: Draft) -> Draft:
    """Return the draft with the data on clients blotted out, length for length: for showing, storing, exporting.

    Its text, headings, labels, title, id, file name and hidden text hold nothing of what :func:`personal_data` finds.
    """
    spans = personal_data(draft)
    document = draft.document
    named = secrets(draft.text, spans)

    def clean(text: str) -> str:
        return masked(_blotted(text, (match.span() for match in named.finditer(text))))

    sections = tuple(
        replace(section, heading=clean(section.heading), path=tuple(clean(name) for name in section.path))
        for section in document.sections
    )
    tables = tuple(
        replace(table, title=clean(table.title), heads=tuple(clean(head) for head in table.heads))
        for table in document.tables
    )
    hidden = tuple(clean(text) for text in draft.hidden)
    id, file = _clean_name(draft.id, clean), _clean_name(draft.file, clean)
    source = replace(document.source, id=id, title=clean(document.source.title), file=file)
    text = _blotted(document.text, ((span.start, span.end) for span in spans))
    veiled = replace(document, source=source, text=text, sections=sections, tables=tables, hidden=hidden)
    statements = tuple(replace(one, label=clean(one.label)) for one in draft.statements)
    budget = replace(draft.budget, rows=tuple(replace(row, label=clean(row.label)) for row in draft.budget.rows))
    return replace(
        draft,
        document=veiled,
        id=id,
        file=file,
        title=clean(draft.title),
        statements=statements,
        budget=budget,
        hidden=hidden,
    )


def secrets(text: str, spans: Iterable[Span]) -> re.Pattern[str]:
    """Return a pattern for the names and numbers in ``spans`` of a text, wherever they stand and in any case."""
    words = {word for span in spans for word in _SECRET.findall(text[span.start : span.end])}
    return re.compile("|".join(rf"(?<![^\W_]){in_any_form(word)}(?![^\W_])" for word in words) or r"(?!)")


def _clean_name(name: str, clean: Callable[[str], str]) -> str:
    """Return a file's name without personal data, also where other signs than spaces part its words."""
    for parting in ("_", "_-"):
        spaced = name.translate(dict.fromkeys(map(ord, parting), " "))
        name = _blotted(name, ((one.start, one.end) for one in find_personal_data(spaced)))
    return clean(readable(name))


def readable(text: str) -> str:
    """Return ``text`` with every blot written as the project's word for personal data."""
    return _BLOTS.sub(MASK, text)


def _blotted(text: str, places: Iterable[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in places:
        letters[start:end] = (BLOT if letter.isalnum() else letter for letter in letters[start:end])
    return "".join(letters)


def _belonging(document: Document, units: Sequence[Unit]) -> set[int]:
    """Return which of the sentences are orders or belong to one."""
    words = [unit.words(document) for unit in units]
    found: set[int] = set()
    for index in (index for index, said in enumerate(words) if is_order(said)):
        found.add(index)
        block, addressed = units[index].block, speaks_to_machine(words[index])
        bare = addressed and (block.kind is Kind.HEADING or words[index].endswith(":"))
        after, before = index + 1, index - 1
        while after < len(units) and _stands_with(block, units[after], units[index + 1], bare):
            if not addressed and not _FOLLOWS.search(words[after]):
                break
            found.add(after)
            after += 1
        while before >= 0 and units[before].block is block and _FOLLOWS.search(words[before]):
            found.add(before)
            before -= 1
    return found


def _stands_with(block: PlacedBlock, unit: Unit, first: Unit, bare: bool) -> bool:
    """True for a sentence of the same paragraph; after a bare address, of the next one or of the list below it."""
    return unit.block is block or (
        bare and (unit.block is first.block or unit.block.kind is first.block.kind is Kind.ITEM)
    )


def _hidden_orders(hidden: Sequence[str]) -> list[str]:
    """Return the hidden texts that hold an order; those that go on in the next, in lower case, are one text."""
    whole: list[str] = []
    for text in hidden:
        goes_on = whole and text[:1].islower() and not whole[-1].endswith((".", "!", "?", ":"))
        whole[-1:] = [f"{whole[-1]} {text}"] if goes_on else [*whole[-1:], text]
    return [text for text in whole if any(map(is_hidden_order, _sentences(text)))]


def _sentences(text: str) -> list[str]:
    return [_line(part) for part in re.split(r"(?<=[.!?])\s+|\n+", text) if part.strip()]


def _line(text: str) -> str:
    return " ".join(text.split())
