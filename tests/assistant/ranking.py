"""Claims out of documents, the best for a question first."""

from __future__ import annotations

from assistant.answering.claims import Claim, claims_of_tables, claims_of_text
from assistant.answering.evidence import gather
from assistant.answering.selection import rank
from assistant.library import Library
from ingest.model import Document
from tests.assistant.drafted import hits, part, terms


def ranked(question: str, shelf: Library, *documents: Document, leans_on: str = "") -> list[Claim]:
    """Return what the documents' texts and tables say, judged by what ``shelf`` knows of them."""
    asked, words, found = part(question, leans_on), terms(question, leans_on=leans_on), hits(*documents)
    text = claims_of_text(gather(asked, words, found), words)
    return rank([*text, *claims_of_tables(asked, words, found, shelf)], asked, shelf)
