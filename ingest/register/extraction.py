"""All records of documents: what was decided, for how much, to what end, what came of it, and by which initiatives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from ingest.ledger import Ledger
from ingest.model import Document
from ingest.register import decisions, from_ledger, goals, initiatives, minutes, money, results, told
from ingest.register.model import Initiative, Record
from ingest.register.names import Names, names_of, own_names

_EXTRACTORS = (
    *(decisions.extract, minutes.extract, initiatives.extract),
    *(money.extract, told.extract, goals.extract, results.extract),
)


def extract_all(documents: Sequence[Document], ledgers: Mapping[str, Ledger]) -> tuple[Record, ...]:
    """The records of documents that are indexed together, document by document.

    Args:
        documents: texts; the names of initiatives that data files among them give hold for all.
        ledgers: what the data files hold, by the document's id.

    Raises:
        UnreadableFile: a data file is no longer what its document was made of.
    """
    given = [
        record
        for document in documents
        if document.id in ledgers
        for record in from_ledger.extract(document, ledgers[document.id], own_names())
    ]
    names = names_of(one for one in given if isinstance(one, Initiative))
    return tuple(
        record
        for document in documents
        for record in (
            extract_kept(document, ledgers[document.id], names) if document.id in ledgers else extract(document, names)
        )
    )


def extract(document: Document, names: Names) -> tuple[Record, ...]:
    """The records of one document, each kind in the order of its text."""
    meant = names.within(document.text)
    return tuple(chain.from_iterable(extractor(document, meant) for extractor in _EXTRACTORS))


def extract_kept(document: Document, ledger: Ledger, names: Names) -> tuple[Record, ...]:
    """The records of a data file, and the results that its notes tell."""
    return (*from_ledger.extract(document, ledger, names), *results.extract_notes(document, names))
