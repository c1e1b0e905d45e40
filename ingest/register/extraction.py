"""All records of documents: what was decided, for how much, to what end, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from ingest.model import Document
from ingest.register import goals, money, results, told
from ingest.register.model import Record
from ingest.register.names import Names, own_names

_EXTRACTORS = (money.extract, told.extract, goals.extract, results.extract)


def extract_all(documents: Sequence[Document]) -> tuple[Record, ...]:
    """The records of documents that are indexed together, document by document."""
    names = own_names()
    return tuple(record for document in documents for record in extract(document, names))


def extract(document: Document, names: Names) -> tuple[Record, ...]:
    """The records of one document, each kind in the order of its text."""
    meant = names if document.source.form == "data" else names.within(document.text)
    return tuple(chain.from_iterable(extractor(document, meant) for extractor in _EXTRACTORS))
