"""Goals in running text: lists below "målen är:", paragraphs that begin with "Mål:", sections named after goals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.model import Document, Kind, PlacedBlock
from ingest.register.columns import first_shown
from ingest.register.model import Goal
from ingest.register.names import Names
from ingest.register.periods import span_in, span_of
from ingest.register.places import place
from ingest.register.targets import counted
from ingest.sentences import split_sentences

_TYPES = frozenset({"verksamhetsplan", "inriktning", "redovisning"})
_GOAL = r"(?:del|effekt|projekt|inriktnings|verksamhets)?mål(?:en|et|sättning(?:ar|arna|en)?)?"
_LABEL = re.compile(
    r"(?:\d+[.)]\s*)?(?P<label>(?:Del|Effekt)?[Mm]ål(?:sättning(?:ar)?|en|et)?|Inriktning|Aktivitet(?:er)?|Åtgärd(?:er)?"
    r"|Ansvarig(?:a)?|Uppföljning|Mått|När|Klart)(?P<of> för [^:.]{1,60})?\s*:\s*"
)
_LEAD = re.compile(rf"(?<!\w)(?:{_GOAL}|målområden(?:a)?)(?!\w)[^.!?]*:$", re.IGNORECASE)
_TOLD = re.compile(rf"(?:{_GOAL})(?:\s[^.!?:]{{1,60}})?\sär\s", re.IGNORECASE)
"""How a sentence begins that tells a goal; only those with a number are taken."""
_HEADING = re.compile(
    rf"(?:\d[\d.]*\s*)?(?:(?:övergripande|lång-?siktiga?|kort-?siktiga?|våra|förbundets|strategiska)\s+)*{_GOAL}"
    r"(?:\s+(?:för|under|år)\s.{1,40}|\s+20\d\d)?",
    re.IGNORECASE,
)
_BELOW = re.compile(rf"(?<!\w){_GOAL}(?!\w)", re.IGNORECASE)
_WANTS = re.compile(r"(?<!\w)ska(?:ll)?(?!\w)|^(?:\d+[.)]?\s*)?[A-ZÅÄÖ][a-zåäö]+a\s", re.MULTILINE)
"""What a goal says: that something shall be, or what to do."""
_ANSWERS = re.compile(r"\s+(?:ansvarar|är ansvarig|svarar)\b.*", re.DOTALL)


@dataclass(slots=True)
class _Part:
    """A labelled part of a section, with what stands below its label: spans of the text."""

    kind: str
    section: int
    lead: str
    is_list: bool
    """The label ends its block: a list is to follow."""
    spans: list[tuple[int, int]] = field(default_factory=list)
    level: int = 0


def extract(document: Document, names: Names) -> Iterator[Goal]:
    """The goals told in a plan or report, in order."""
    if document.source.type not in _TYPES:
        return
    parts = _parts(document)
    labelled = {part.section for part in parts if part.kind == "goal" and _LABEL.match(part.lead)}
    for part in parts:
        if part.kind == "goal" and (part.section not in labelled or _LABEL.match(part.lead)):
            beside = {one.kind: _joined(document, one) for one in parts if one.section == part.section}
            yield from _goals(document, part, beside, names)


def _goals(document: Document, part: _Part, beside: dict[str, str], names: Names) -> Iterator[Goal]:
    span = span_in(part.lead) or span_of(document.source)
    heading = document.sections[part.section].heading
    named = [mention.name for mention in names.mentions(part.lead)] or [names.canonical(heading) or ""]
    is_labelled = _LABEL.match(part.lead) is not None
    for start, end in part.spans:
        what = " ".join(document.text[start:end].split())
        yield Goal(
            place(document, start, end),
            document.source.association,
            what,
            target=counted(what),
            year=span.year if span else None,
            area=beside.get("area", heading if is_labelled and what not in heading else ""),
            activity=beside.get("activity", ""),
            responsible=_ANSWERS.sub("", beside.get("responsible", "")),
            initiative=named[0],
        )


def _joined(document: Document, part: _Part) -> str:
    return " ".join(" ".join(document.text[start:end].split()) for start, end in part.spans)


def _parts(document: Document) -> list[_Part]:
    parts: list[_Part] = []
    current: _Part | None = None
    for block in document.blocks:
        opened = _opened(document, block)
        if opened is not None:
            parts.append(opened)
            current = opened
        elif block.kind is Kind.ITEM and current is not None and current.is_list:
            current.level = current.level or block.level
            if block.level == current.level:
                current.spans.append((_after_mark(document, block), block.end))
        elif block.kind is not Kind.NOTE:
            current = None
    return parts


def _opened(document: Document, block: PlacedBlock) -> _Part | None:
    """The part that a heading or paragraph opens, with what it says itself."""
    text = document.text[block.start : block.end]
    if block.kind is Kind.HEADING:
        return _opened_by_heading(document, block, text)
    if block.kind is not Kind.PARAGRAPH:
        return None
    label = _LABEL.match(text)
    if label is not None:
        kind = first_shown(("goal", "area", "activity", "measure", "responsible", "when"), label["label"])
        said = _said(document, block.start + label.end(), block.end) if kind == "goal" else None
        span = said or (block.start + label.end(), block.end)
        is_list = text.rstrip().endswith(":")
        spans = [span] if span[0] < span[1] else []
        return _Part(kind, block.section, text[: label.end()], is_list, spans)
    sentences = split_sentences(document.text, block.start, block.end)
    start, end = sentences[-1] if sentences else (block.start, block.start)
    if _LEAD.search(document.text, start, end):
        return _Part("goal", block.section, document.text[start:end], is_list=True)
    told = [one for one in sentences if _TOLD.match(document.text, *one) and counted(document.text[slice(*one)])]
    return _Part("goal", block.section, document.text[slice(*told[0])], False, told) if told else None


def _opened_by_heading(document: Document, block: PlacedBlock, text: str) -> _Part | None:
    label = _LABEL.match(text)
    if label is not None and first_shown(("goal", "area", "activity"), label["label"]) == "goal":
        return _Part("goal", block.section, text[: label.end()], False, [(block.start + label.end(), block.end)])
    if _HEADING.fullmatch(text.strip()):
        return _Part("goal", block.section, text, is_list=True)
    section = document.sections[block.section]
    above = section.path[-2] if len(section.path) > 1 else ""
    if section.number.isdigit() and _BELOW.search(above) and _WANTS.search(text):
        number = re.match(r"\d+[.)]?\s*", text)
        return _Part("goal", block.section, above, False, [(block.start + (number.end() if number else 0), block.end)])
    return None


def _said(document: Document, start: int, end: int) -> tuple[int, int]:
    """The goal that a paragraph tells: its first sentence, and those right after that say what shall be."""
    if start >= end:
        return start, start
    sentences = split_sentences(document.text, start, end)
    last = sentences[0][1]
    for begin, stop in sentences[1:]:
        if not _WANTS.search(document.text, begin, stop) or document.text[begin:stop].endswith(":"):
            break
        last = stop
    return sentences[0][0], last


def _after_mark(document: Document, block: PlacedBlock) -> int:
    text = document.text[block.start : block.end]
    mark = len(block.mark) if block.mark and text.startswith(block.mark) else 0
    return block.start + mark + len(text[mark:]) - len(text[mark:].lstrip())
