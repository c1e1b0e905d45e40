"""What a model is shown of a draft: its own words without the orders to a machine, as many as there is room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.screening.draft import Draft, Span, Topic
from assistant.screening.guarding.units import units_of
from ingest.model import Document

OMITTED = "\n[…]\n"
"""Stands where words of the draft are left out."""

_BESIDE = frozenset({Topic.TITLE, Topic.CONTACT, Topic.ATTACHMENTS, Topic.SIGNATURE, Topic.OTHER})
"""What is left out first: nothing that a criterion asks about."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A draft as a model reads it."""

    text: str
    spans: tuple[Span, ...]
    """Where its words stand in the draft, in reading order."""
    unread: tuple[int, ...]
    """Sections of the document, by their place in it, of which some words found no room; section 0 is the beginning."""


def excerpt(draft: Draft, orders: Iterable[Span], letters: int) -> Excerpt:
    """Return at most ``letters`` characters of the draft, whole sections first; ``orders`` are left out.

    What the form asks for goes before what stands beside it (contacts, attachments); a section that does not fit is
    read from its beginning, by whole sentences.
    """
    document = draft.document
    told = sorted(one.start for one in draft.statements if one.topic not in _BESIDE)
    taken: list[Span] = []
    unread: list[int] = []
    parts = sorted(_parts(document), key=lambda one: (not _holds(one[1], told), one[1]))
    for section, part in parts:
        end = part.end if part.end - part.start <= letters else _stop(document, part, letters)
        if document.text[end : part.end].strip():
            unread.append(section)
        if end > part.start:
            taken.append(Span(part.start, end))
            letters -= end - part.start
    spans = tuple(_without(_joined(taken), sorted(orders)))
    words = (document.text[span.start : span.end].strip("\n") for span in spans)
    return Excerpt(OMITTED.join(words), spans, tuple(sorted(unread)))


def _parts(document: Document) -> Iterator[tuple[int, Span]]:
    """Yield each section by itself, without those below it, and its place among the sections."""
    starts = {section.start: place for place, section in enumerate(document.sections)}
    ends = [*sorted(starts)[1:], len(document.text)]
    yield from ((starts[start], Span(start, end)) for start, end in zip(sorted(starts), ends, strict=True))


def _holds(part: Span, starts: Sequence[int]) -> bool:
    return any(part.start <= start < part.end for start in starts)


def _stop(document: Document, part: Span, letters: int) -> int:
    """Return where the last sentence or row ends that fits, or where the part begins."""
    ends = (unit.end for unit in units_of(document, part.start, part.end))
    return max((end for end in ends if end - part.start <= letters), default=part.start)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans in reading order, those that touch each other as one."""
    last: Span | None = None
    for span in sorted(spans):
        if last is None:
            last = span
        elif span.start <= last.end:
            last = Span(last.start, span.end)
        else:
            yield last
            last = span
    if last is not None:
        yield last


def _without(spans: Iterable[Span], barred: Sequence[Span]) -> Iterator[Span]:
    for span in spans:
        start = span.start
        for gap in barred:
            if gap.start < span.end and start < gap.end:
                if start < gap.start:
                    yield Span(start, gap.start)
                start = gap.end
        if start < span.end:
            yield Span(start, span.end)
