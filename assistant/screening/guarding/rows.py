"""Names of clients in the tables of a draft, where no sentence says whose they are: the heads do.

A column is of clients when its head calls them so ("Deltagare"), and when its head is "Namn" and another one tells of
age or private life. One that tells where its people work ("Organisation", "Roll") makes them members of a group
instead, unless something private is told too. In a form, what stands first in a row is the head of what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.screening.draft import Span
from assistant.screening.guarding.names import INITIALS, PART, is_given, words_of
from ingest.model import Cell, Document, Table

_OF_CLIENTS = re.compile(
    r"\W*(?:namn på\s+|name of\s+)?"
    r"(?:kursdeltagar|deltagar|klient|brukar|patient|elev|adept|participant|client|service user)\w*"
    r"(?:\s+(?:namn|name)|\s*\d+|\s*\(.*)?\W*",
    re.IGNORECASE,
)
_OF_NAMES = re.compile(r"\W*(?:för-? ?och efternamn|förnamn|efternamn|namn|person|name)\W*", re.IGNORECASE)
_OF_OFFICE = re.compile(
    r"\b(?:organisation|myndighet|roll\b|befattning|titel|funktion|uppdrag|enhet|förvaltning|role\b|title|employer)",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\b(?:ålder|född|födelse|personnummer|age\b|born\b|date of birth|"
    rf"{'|'.join(map(re.escape, words_of('private_life.txt')))})",
    re.IGNORECASE,
)
_WRITTEN = rf"(?:{PART}|[A-ZÅÄÖÉ]{{2,}}(?:-[A-ZÅÄÖÉ]{{2,}})?)"
_NAME = re.compile(rf"(?<![\w-])(?:{_WRITTEN}(?:,?\s(?:{_WRITTEN}|[A-ZÅÄÖ](?:\.|\b))(?![\w-])){{0,3}}|{INITIALS})")
"""A name in a cell: in capitals too, and with the family name first ("Berg, Anna")."""
_NOBODY = re.compile(
    r"\b(?:Region|Finsam|Kommun|Stad|Projekt\w*|Skåne|Sverige|Totalt?|Summa|\w+(?:kassan|förmedlingen|nämnden|vården))\b",
    re.IGNORECASE,
)


def names_in_tables(document: Document) -> Iterator[Span]:
    """Yield the places of clients' names in the cells of tables, in reading order."""
    for table in document.tables:
        heads = [_text(document, row.cells[0]) for row in table.rows] if table.sheet else list(table.heads)
        columns = {place for place, head in enumerate(heads) if _is_of_clients(head, heads, table.sheet)}
        for cell in _cells(table, columns):
            yield from _names(document, cell)


def _is_of_clients(head: str, heads: Sequence[str], form: bool) -> bool:
    private = any(_PRIVATE.search(one) for one in heads)
    office = any(_OF_OFFICE.search(one) for one in heads)
    if _OF_CLIENTS.fullmatch(head):
        return private or not office
    return bool(_OF_NAMES.fullmatch(head)) and private and not office and not form


def _cells(table: Table, columns: set[int]) -> Iterator[Cell]:
    """Yield the cells of the columns, in a form those beside their head."""
    for place, row in enumerate(table.rows):
        if table.sheet:
            yield from row.cells[1:] if place in columns else ()
        else:
            yield from (cell for column, cell in enumerate(row.cells) if column in columns)


def _names(document: Document, cell: Cell) -> Iterator[Span]:
    for match in _NAME.finditer(document.text, cell.start, cell.end):
        parts = re.findall(r"[^\W\d_]+", match.group())
        if (len(parts) > 1 or is_given(parts[0].capitalize())) and not _NOBODY.search(match.group()):
            yield Span(*match.span())


def _text(document: Document, cell: Cell) -> str:
    return document.text[cell.start : cell.end]
