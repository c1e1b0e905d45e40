"""Which rows of a table a question is about: those that hold what it says of only some of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.answering.facts import cell_text, spell_out_code
from assistant.answering.kinship import PART
from assistant.answering.terms import Bag, Term
from ingest.model import Document, Row, Table
from ingest.tables.figures import parse


def words_of(document: Document, rows: Iterable[Row]) -> str:
    """Return what rows say in words, a code with the word that the document gives for it."""
    texts = (spell_out_code(document, cell_text(document, cell)) for row in rows for cell in row.cells)
    return " ".join(text for text in texts if parse(text) is None)


def rows_asked(document: Document, table: Table, terms: Iterable[Term]) -> list[Row]:
    """Return the rows, sums left out, that a question is about; all of them when it says nothing of some only.

    A term that the table's title, heads or headings hold whole says nothing of single rows: "insatser" does not,
    "strukturinsats" does. Of several names, a row needs to hold one; of other terms, all but those that only go with
    a name ("Hållbart näringsliv").
    """
    rows = [row for row in table.rows if not row.is_sum]
    bags = [Bag.of(words_of(document, [row])) for row in rows]
    above = Bag.of(f"{table.title} {' '.join(table.heads)} {' '.join(document.sections[table.section].path)}")
    named: set[int] = set()
    others: list[set[int]] = []
    for term in terms:
        holds = {at for at, bag in enumerate(bags) if bag.match(term)}
        if above.match(term) > PART or not 0 < len(holds) < len(rows):
            continue
        if term.name:
            named |= holds
        else:
            others.append(holds)
    asked = set(range(len(rows))).intersection(*(holds for holds in others if not named or not holds < named))
    return [row for at, row in enumerate(rows) if at in (asked & named if named else asked)]


def is_part(rows: Sequence[Row], table: Table) -> bool:
    """True when ``rows`` are some of a table's rows and not all."""
    return 0 < len(rows) < sum(not row.is_sum for row in table.rows)
