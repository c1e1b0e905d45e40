"""Places made for a test, as what a sentence may rest on."""

from __future__ import annotations

from assistant.phrasing.offer import Numbered, Offer
from assistant.phrasing.offering import units_of
from assistant.phrasing.verifying.evidence import Held
from assistant.phrasing.verifying.places import places
from ingest.model import Block
from tests.assistant.drafted import document, paragraph


def resting_on(*blocks: Block, title: str = "Rapport 2031") -> list[Held]:
    """Return all places of a document of these blocks."""
    made = document(*blocks, title=title)
    sources = tuple(Numbered(n, made, units_of(made, passage)) for n, passage in enumerate(made.passages, 1))
    offer = Offer(sources)
    return [one for source in sources for one in places(source, offer)]


def place(words: str, *blocks: Block, title: str = "Rapport 2031") -> Held:
    """Return the place that holds some words, in a document of these blocks or of a paragraph of the words alone."""
    return next(one for one in resting_on(*(blocks or (paragraph(words),)), title=title) if words in one.own)
