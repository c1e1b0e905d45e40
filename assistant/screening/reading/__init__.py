"""Read a draft application: its file or pasted text becomes one canonical text, and everything else spans of it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from assistant.criteria import CriteriaSet
from assistant.errors import ScreeningError
from assistant.screening.draft import Draft, Span, Topic
from assistant.screening.reading import asking, budget, counting, declaring, fields, money_lines, ownership
from assistant.screening.reading.lining import set_apart
from assistant.screening.reading.outlining import Outline, outline
from assistant.screening.reading.recognising import demand_application
from assistant.surrogates import without_surrogates
from ingest import readers
from ingest.canonical import write
from ingest.model import Document, Reading, Source

PASTED = "inklistrad"
"""The id of a text that came without a file."""
MAX_CHARACTERS = 150_000
"""Of a draft's text: some fifty pages, five times the longest form with all its answers; a report is longer."""
MAX_BYTES = 30_000_000
"""Of a file: a draft with photographs."""


def read(path: Path, criteria: CriteriaSet) -> Draft:
    """Read the file of a draft.

    Raises:
        UnreadableFile: missing, empty, locked, broken, a picture, a spreadsheet or too large a file.
        ScreeningError: no application, too long, or scanned pages without any text.
    """
    text = readers.text_of(path, max_bytes=MAX_BYTES)
    if text is not None:
        return read_text(text, criteria, path.name)
    reading = readers.read(path, max_bytes=MAX_BYTES)
    if not reading.blocks:
        raise ScreeningError(f"{path.name} kan inte granskas: {reading.unread[0]}")
    return _draft(reading, path.stem, path.name, criteria)


def read_text(text: str, criteria: CriteriaSet, name: str = "") -> Draft:
    """Read a pasted text; ``name`` is the file name to show for it.

    Raises:
        ScreeningError: empty, no application, or too long.
    """
    shown = name or "Den inklistrade texten"
    if len(text) > 2 * MAX_CHARACTERS:
        raise _too_long(shown)
    reading = readers.read_text(set_apart(without_surrogates(text)), shown)
    if not reading.blocks:
        raise ScreeningError(f"{shown} innehåller ingen text; lägg in ansökans text och försök igen.")
    return _draft(reading, Path(name).stem or PASTED, name, criteria)


def _draft(reading: Reading, id: str, file: str, criteria: CriteriaSet) -> Draft:
    shown = file or "Den inklistrade texten"
    document = write(reading, Source(id=id, file=file, title=id))
    if len(document.text) > MAX_CHARACTERS:
        raise _too_long(shown)
    found = outline(document)
    text = document.text
    demand_application(text, found, shown)
    title = fields.title(text, found, _fallback(document, found, id))
    document = replace(document, source=replace(document.source, title=title))
    lines = money_lines.find(document, found, _payers(criteria))
    settled = budget.settle(lines, criteria.year)
    period = fields.period(text, found)
    asked = asking.find(text, found.statements, lines, settled, _words(text, period), criteria.year)
    declared_type, declared_at = declaring.declared(text, found)
    return Draft(
        id=id,
        file=file,
        document=document,
        title=title,
        year=criteria.year,
        statements=found.statements,
        declared_type=declared_type,
        declared_at=declared_at,
        owner=ownership.owner(text, found),
        parties=ownership.parties(text, found),
        group=fields.group(found),
        place=fields.answer(found, Topic.PLACE),
        period=period,
        participants=counting.participants(text, found, criteria),
        ages=counting.ages(text, found.statements, criteria.year),
        budget=settled,
        requested=asked.requested,
        requested_in_all=asked.in_all,
        cofinancing=settled.cofinancing,
        step=fields.step(text, found),
        hidden=reading.hidden,
        asked=asked.every,
    )


def _too_long(shown: str) -> ScreeningError:
    pages = MAX_CHARACTERS // 3000
    return ScreeningError(
        f"{shown} är för lång för en ansökan (gränsen är omkring {pages} sidor); lämna in själva ansökan utan bilagor."
    )


def _payers(criteria: CriteriaSet) -> re.Pattern[str]:
    """A pattern for the parties' names and units."""
    names = sorted({name for party in criteria.party for name in (party.name, *party.also)}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def _words(text: str, span: Span | None) -> str:
    return text[span.start : span.end] if span else ""


def _fallback(document: Document, found: Outline, id: str) -> str:
    """A name for a draft that has none: the file's, or the first words of a pasted text."""
    if id != PASTED or not found.statements:
        return id
    first = found.statements[0]
    words = document.text[first.start : first.end]
    return words if len(words) <= 60 else f"{words[:60].rsplit(' ', 1)[0]} …"
