"""A draft cut into statements: every sentence, list item, table row and answer on a form, with what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.screening.draft import Span, Statement, Topic
from assistant.screening.reading import form_tables, headings
from assistant.screening.reading.headings import FORM_TOPICS, Named
from assistant.screening.reading.lining import is_cost
from assistant.screening.sentences import sentences
from ingest.model import Document, Kind, PlacedBlock, Table

_LABELS_OF_FORM = 3
_MONEY = frozenset({Topic.BUDGET, Topic.COFINANCING, Topic.AMOUNT})
_LABEL = re.compile(r"([^\n:;.!?]{2,60}?)\s*(?::(?=\s|$)|\s[–—-](?=\s))\s*")
_DOTTED = re.compile(r"([^\n:;.!?]{2,60}?)\s*(?:\.{3,}|…+|_{3,})[\s.…_]*")
"""A label with a row of dots to its answer."""
_RUN_IN = re.compile(r"([^\n:;.!?]{2,60})[.?]\s+")
"""A heading in the line of its text: "Målgrupp. Unga som …"."""
_INNER = re.compile(r"(?<=[^\s:])\s((?:[A-ZÅÄÖ][^\s:.!?]*)(?: [^\s:.!?]+){0,4}):(?=\s)")
_UNMARKED = re.compile(r"\s*(?:\[\s?\]|☐|□)[^\[☐☑☒□✓✔■(]*")
"""A choice that nobody has made."""
_LEADER = re.compile(r"[^\n]*?[^\W\d_][^\n]*?(?:\.{2,}|…|(?: \.){2,})[\s.…]*\d[\d .,]*\d[^\n.!?]{0,20}[\s.]*")
"""An amount at the end of a row of dots."""
_LINE = 200
"""Characters of a line of costs, dots included."""
_ENDS_IN_MONEY = re.compile(
    r"[^\W\d_].*?[\s.…:–-](?!20\d\d\W*$)(?:\d{1,3}(?: \d{3})+|\d{4,})(?:\s?(?:kr|kronor|tkr|sek|:-))?[\s*_.]*$",
    re.IGNORECASE,
)
"""A line of costs that stands out like a heading."""
_STARTS = re.compile(r"[\s*_#>|]*(?:(?:\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)]|[A-H]\d{1,2}[.)]?)\s+)?")
_SENT = re.compile(
    r"\W*(?P<joint>gemensam\s)?(?:projekt|insats)?ansökan\b[^.:;!?\n]{0,80}?\sfrån\s"
    r"(?!finsam|samordningsförbund|förbundet)(?P<names>[A-ZÅÄÖ](?-i:[^.:;!?\n]{2,150}))$",
    re.IGNORECASE,
)
"""The name of the paper with those who send it: "Ansökan till Finsam från Komvux"."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the draft; one that is not known has no ``named``."""

    start: int
    end: int
    named: Named | None


@dataclass(frozen=True, slots=True)
class Outline:
    """What a draft consists of."""

    statements: tuple[Statement, ...]
    headings: tuple[Heading, ...]
    table_topics: tuple[tuple[Topic, ...], ...]
    """For each table of the document, what the heading above it names."""
    forms: tuple[bool, ...] = ()
    """For each table, whether it is a form: labels and their answers."""


def outline(document: Document) -> Outline:
    """Return the statements of a document in reading order, none overlapping another, and its headings."""
    walk = _Walk(document, lasting=_is_labelled(document))
    tables = iter(document.tables)
    for block in document.blocks:
        if block.kind is Kind.HEADING:
            walk.heading(block)
        elif block.kind is Kind.TABLE:
            walk.table(next(tables))
        else:
            walk.text_block(block)
    return Outline(tuple(walk.found), tuple(walk.headings), tuple(walk.table_topics), tuple(walk.forms))


@dataclass(slots=True)
class _Walk:
    document: Document
    lasting: bool
    """A label in the line of its text holds for the paragraphs below it too: the draft is a form."""
    found: list[Statement] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    table_topics: list[tuple[Topic, ...]] = field(default_factory=list)
    forms: list[bool] = field(default_factory=list)
    open: list[tuple[int, tuple[Topic, ...]]] = field(default_factory=list)
    """Level and topics of the headings that the next block stands under."""
    lone: tuple[Topic, ...] = ()
    """Topics of a label that stands alone on its line, or goes on below its own."""
    lone_label: str = ""
    is_brief: bool = False
    """The lone label is answered by one paragraph or list."""
    is_begun: bool = False
    """A known heading or label has been seen: what comes first is the title."""

    @property
    def topics(self) -> tuple[Topic, ...]:
        return self.lone or self._section()

    def _section(self) -> tuple[Topic, ...]:
        return next((topics for _, topics in reversed(self.open) if topics), (Topic.OTHER,))

    def heading(self, block: PlacedBlock) -> None:
        text = self.document.text[block.start : block.end]
        if self._answers_heading(block, text) or _ENDS_IN_MONEY.search(text):
            self._say(block.start, block.end, self.topics)
            self.headings.append(Heading(block.start, block.end, None))
            return
        self._forget()
        while self.open and self.open[-1][0] >= block.level:
            self.open.pop()
        match = _LABEL.match(text) or _DOTTED.match(text)
        if (
            match
            and match.end() < len(text)
            and re.search(r"[:.…_]", match.group())
            and (named := headings.label(match.group(1)))
        ):
            topics = named.topics if self.is_begun or self.headings or Topic.TITLE in named.topics else ()
            self._answer(block.start + match.end(), block.end, match.group(1), topics or (Topic.TITLE,))
        else:
            named = headings.name(text) if self.is_begun else headings.label(text) or _form(text)
            topics = named.topics if named else ()
            if sent := _SENT.match(text):
                self._say(block.start + sent.start("names"), block.end, _senders(sent))
            elif named is None:
                self._say(block.start, block.end, self.topics if self.is_begun else (Topic.TITLE,))
        self.headings.append(Heading(block.start, block.end, named))
        self.is_begun = self.is_begun or bool(topics)
        self.open.append((block.level, topics))

    def _answers_heading(self, block: PlacedBlock, text: str) -> bool:
        """True for an unknown heading right below a known one of its own depth: one line is all that it says."""
        last = self.headings[-1] if self.headings else None
        is_bare = last is not None and last.named is not None and not (self.found and self.found[-1].start >= last.end)
        if last is None or not is_bare or not (last.named and last.named.topics) or headings.name(text):
            return False
        return bool(self.lone) or not self.open or self.open[-1][0] >= block.level

    def text_block(self, block: PlacedBlock) -> None:
        start = block.start
        if block.kind in (Kind.ITEM, Kind.NOTE) and block.mark:
            start += len(block.mark)
        text = self.document.text[start : block.end]
        words = text.strip(" *_#")
        is_open = words.endswith(":")
        bare = words.rstrip(": ") if ":" not in words[:-1] else ""
        named = headings.label(bare) if is_open else headings.alone(bare)
        if named is not None and named.topics and block.kind is not Kind.ITEM and not words.endswith("."):
            self._stand_alone(Heading(block.start, block.end, named), text)
            return
        self._line(start, block.end, may_last=block.kind is Kind.PARAGRAPH)
        if self.is_brief and block.kind is not Kind.ITEM:
            self._forget()

    def table(self, table: Table) -> None:
        rows = table.rows
        text = self.document.text
        is_form = self.topics[0] not in _MONEY and form_tables.is_form(text, table)
        self.forms.append(is_form)
        titled = headings.name(table.title) if table.title and not is_form and self.topics[0] not in _MONEY else None
        if titled is not None and set(titled.topics) & _MONEY:
            self.lone = titled.topics
        self.table_topics.append(self.topics)
        if is_form and rows:
            for start, end, label, named in form_tables.answers_above(text, table):
                self._answer(start, end, label, named.topics if named else (Topic.OTHER,))
        for row in rows:
            named = form_tables.label_of(text, row) if is_form else None
            cells = [cell for cell in row.cells if cell.start < cell.end and cell.start >= self._reached()]
            if named is not None and len(cells) > 1:
                label = self.document.text[cells[0].start : cells[0].end]
                self._answer(cells[1].start, cells[-1].end, label, named.topics or (Topic.OTHER,))
            elif is_form and len(cells) > 1:
                self._say(cells[1].start, cells[-1].end, self.topics, self.document.text[cells[0].start : cells[0].end])
            elif cells and cells == sorted(cells, key=lambda cell: cell.start):
                self._put(cells[0].start, cells[-1].end, self.topics, row=True)
        self._forget()

    def _stand_alone(self, heading: Heading, text: str) -> None:
        """Take a line that is only a known label for the heading of what is below."""
        assert heading.named is not None
        self.headings.append(heading)
        self.is_begun = True
        self.lone, self.lone_label = heading.named.topics, text.strip(" :*_#")
        self.is_brief = heading.named.topics[0] in FORM_TOPICS

    def _forget(self) -> None:
        self.lone, self.lone_label, self.is_brief = (), "", False

    def _line(self, start: int, end: int, *, may_last: bool) -> None:
        """Say a paragraph or item, the labels in it taken for what they are."""
        text = self.document.text
        if sent := None if self.is_begun else _SENT.match(text[start:end]):
            self._say(start + sent.start("names"), end, _senders(sent))
            return
        begin = _STARTS.match(text, start, end)
        at = begin.end() if begin else start
        match = _LABEL.match(text, at, end) or _DOTTED.match(text, at, end)
        named = headings.label(match.group(1)) if match and match.end() < end else None
        if named is None and (match := _RUN_IN.match(text, at, end)) and match.end() < end:
            named = headings.label(match.group().rstrip(". "), exact=True)
        if match and named and not set(named.topics) & _MONEY and is_cost(text[match.end() : end]):
            named = None
        if match is None or named is None or not named.topics:
            opened = headings.opening(text[start:end]) if self.topics == (Topic.OTHER,) else None
            self._say(start, end, opened or self.topics, self.lone_label if self.is_brief else "")
            return
        parts = list(self._inner_labels(match.end(), end)) if ":" in match.group() else []
        stops = [begin for begin, _, _, _ in parts] + [end]
        self._answer(match.end(), stops[0], match.group(1), named.topics)
        for (_, after, label, inner), stop in zip(parts, stops[1:], strict=True):
            self._answer(after, stop, label, inner.topics)
        if (
            self.lasting
            and may_last
            and not parts
            and ":" in match.group()
            and named.topics[0] not in FORM_TOPICS
            and self._section() == (Topic.OTHER,)
        ):
            self.lone, self.lone_label, self.is_brief = named.topics, match.group(1), False

    def _inner_labels(self, start: int, end: int) -> Iterator[tuple[int, int, str, Named]]:
        """Yield where further labels of a paragraph begin, where their answers do, and what they name."""
        for match in _INNER.finditer(self.document.text, start, end):
            words = match.group(1).split(" ")
            for skipped in range(len(words)):
                label = " ".join(words[skipped:])
                named = headings.label(label) if label[0].isupper() else None
                if named is not None and named.topics:
                    yield match.end(1) - len(label), match.end(), label, named
                    break

    def _answer(self, start: int, end: int, label: str, topics: tuple[Topic, ...]) -> None:
        self.is_begun = True
        self._say(start, end, topics, label.strip(" :*_#"))

    def _say(self, start: int, end: int, topics: tuple[Topic, ...], label: str = "") -> None:
        """Add the sentences of a stretch; an amount at the end of a row of dots belongs to the words before them."""
        if end - start <= _LINE and _LEADER.fullmatch(self.document.text, start, end):
            self._put(start, end, topics, label)
            return
        for begin, stop in sentences(self.document.text, start, end):
            self._put(begin, stop, topics, label)

    def _put(self, start: int, end: int, topics: tuple[Topic, ...], label: str = "", *, row: bool = False) -> None:
        start = max(start, self._reached())
        words = self.document.text[start:end]
        if any(map(str.isalnum, words)) and not _UNMARKED.fullmatch(words):
            self.found.append(Statement(start, end, topics[0], label, row, topics[1:]))

    def _reached(self) -> int:
        return self.found[-1].end if self.found else 0


def _is_labelled(document: Document) -> bool:
    """True for a draft with headings that are known, or some labels: a letter has one or none."""
    if any(block.kind is Kind.HEADING and _names(document.text[block.start : block.end]) for block in document.blocks):
        return True
    paragraphs = (block for block in document.blocks if block.kind is Kind.PARAGRAPH)
    lines = (_LABEL.match(document.text, block.start, block.end) for block in paragraphs)
    return sum(line is not None and _names(line.group(1)) for line in lines) >= _LABELS_OF_FORM


def _names(text: str) -> bool:
    named = headings.label(text)
    return named is not None and any(topic not in FORM_TOPICS for topic in named.topics)


def _senders(sent: re.Match[str]) -> tuple[Topic, ...]:
    """Return what the names of senders tell: who owns the project, but for several together only its parties."""
    return (Topic.PARTIES,) if sent["joint"] else (Topic.OWNER, Topic.PARTIES)


def _form(text: str) -> Named | None:
    """Return what a first heading names when it is the name of the paper."""
    found = headings.name(text)
    return found if found is not None and found.is_form else None


def stretch(statements: Sequence[Statement]) -> Span | None:
    """Return the span from the first to the last of ``statements``, or None without any."""
    return Span(statements[0].start, statements[-1].end) if statements else None
