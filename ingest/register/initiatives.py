"""What a document says of an initiative as such, out of forms, tables, and sections or list items about one.

Each place that says something gives a record of its own, also where two say different things. A section or item is
about an initiative when its heading or first words name one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.model import Document, Kind, PlacedBlock, Row, Table
from ingest.register.model import Initiative
from ingest.register.names import Names
from ingest.register.places import place
from ingest.sentences import split_sentences

_THING = re.compile(r"\w*(?:insats|projekt|satsning)(?:er|en|et)?\b", re.IGNORECASE)
_NAME_LABEL = re.compile(r"(?:insats(?:ens namn)?|projekt(?:ets namn|namn)?|namn(?: på insatsen)?)", re.IGNORECASE)
_CELL_EDGE = re.compile(r"\t|\s\|\s")
_REMARK = re.compile(r"Obs\b|Osäkert\b|Anm\b")
"""What begins a remark on the text."""
_TOTAL = re.compile(r"^(?:total|summa|sammanlag)", re.IGNORECASE)
_TYPE = re.compile(r"(?P<both>I\s*/\s*S|S\s*/\s*I|I och S)|(?P<one>[IS])\b|(?P<word>individ|struktur)", re.IGNORECASE)
_SHORT = re.compile(r"(?:,\s*|\s*\()(?P<short>[A-ZÅÄÖ]{2,6})\)?$")
_SEPARATOR = re.compile(r",\s*(?:och\s+|samt\s+)?|\s+(?:och|samt|&)\s+|;\s*")
_LABEL = re.compile(r"(?P<label>[^:]{2,40}):\s+(?P<value>\S.*)", re.DOTALL)
_OPENING = re.compile(
    r"(?P<name>(?:[^.:]|\.\d){2,60}?)(?=[.:](?!\d)|\s+(?:är|har|består|sticker|vänder|riktar|ägs|drivs|startade)\b|$)"
)
_ABBREVIATED = re.compile(
    r"\b(?:förkortas|förkortat|kallas även|även kallad|även kallat|också kallad)\s+”?(?P<name>[A-ZÅÄÖ][\w -]*\w)"
)
_FORMERLY = re.compile(
    r"\btidigare\s+(?:hetat|hette|kallades|kallats|namn(?:et)?)\s+”?(?P<after>[A-ZÅÄÖ][\w ]*?)”?"
    r"(?=[,.]|\s+men\b|\s+och\b|$)"
    r"|\bhette tidigare\s+”?(?P<then>[A-ZÅÄÖ][\w ]*?)”?(?=[,.]|\s+men\b|$)"
)
_RENAMED = re.compile(
    r"(?:hetat|hette|kallades|kallats)\s+”?(?P<old>[A-ZÅÄÖ][\w ]*?)”?,?\s+(?:men\s+)?(?:som\s+)?"
    r"(?:nu|numera)\s+(?:heter|kallas)\s+”?(?P<new>[A-ZÅÄÖ][\w ]*\w)"
)


def extract(document: Document, names: Names) -> tuple[Initiative, ...]:
    """What ``document`` says of initiatives, in order of their places; none for laws and files of records."""
    source = document.source
    if source.type == "lag" or source.form == "data":
        return ()
    reading = _Reading(document, names.within(document.text))
    found = (*reading.in_tables(), *reading.in_text())
    return tuple(sorted(found, key=lambda one: one.place.start))


@dataclass(frozen=True, slots=True)
class _Reading:
    document: Document
    names: Names

    def in_tables(self) -> Iterator[Initiative]:
        for table in self.document.tables:
            if table.sheet:
                yield from self._of_form(table, self._sheet_lines(table))
            elif self._is_of_initiatives(table):
                yield from self._of_rows(table)
            elif len(table.heads) <= 2:
                yield from self._of_form(table, self._written_lines(table))

    def _sheet_lines(self, table: Table) -> list[tuple[str, str]]:
        """What a form says, as (label, answer)."""
        answers = ((self._cell(row, 0), self._cell(row, len(row.cells) - 1)) for row in table.rows)
        return [("", table.title), *answers]

    def _written_lines(self, table: Table) -> list[tuple[str, str]]:
        """The lines of a table of two columns as written: a form in Word may be taken to have many head lines."""
        lines = self.document.text[table.start : table.end].split("\n")
        cells = ([cell.strip() for cell in _CELL_EDGE.split(line.strip("| ")) if cell.strip()] for line in lines)
        section = self.document.sections[table.section].heading
        return [("", section), *((one[0], one[1]) if len(one) == 2 else ("", one[0]) for one in cells if one)]

    def _is_of_initiatives(self, table: Table) -> bool:
        """True when the head of the first column, else the table's title, speaks of initiatives and others of facts."""
        first, *others = table.heads or ("",)
        is_told = any(_field_of(head) or _type_of(head, words_only=True) for head in others)
        return is_told and _THING.search(first.strip() or table.title) is not None

    def _of_form(self, table: Table, lines: Sequence[tuple[str, str]]) -> Iterator[Initiative]:
        """The initiative that a form is about, when it has at least two of the fields.

        Its name is the answer without a label, the last one above the first field.
        """
        values: dict[str, str] = {}
        name = purpose = ""
        for label, answer in lines:
            field = _field_of(label)
            if field and answer:
                values[field] = answer
            elif label.lower().startswith("syfte"):
                purpose = answer
            elif not values and (not label or _NAME_LABEL.fullmatch(label)):
                name = answer
        if len(values) < 2 or not name:
            return
        values.setdefault("target_group", _told(purpose).get("target_group", ""))
        yield self._initiative(name.strip(), values, table.start, table.end)

    def _of_rows(self, table: Table) -> Iterator[Initiative]:
        """An initiative a row, from a table with a column for something that is said of initiatives."""
        fields = {i: field for i, head in enumerate(table.heads) if i and (field := _field_of(head))}
        kinds = {i: kind for i, head in enumerate(table.heads) if (kind := _type_of(head, words_only=True))}
        for row in table.rows:
            name = self._cell(row, 0)
            if row.is_sum or not name or _TOTAL.match(name):
                continue
            values = {field: value for i, field in fields.items() if (value := self._cell(row, i))}
            filled = {kind for i, kind in kinds.items() if self._cell(row, i)}
            if "type" not in values and len(filled) == 1:
                values["type"] = filled.pop()
            if values:
                yield self._initiative(name, values, row.start, row.end)

    def _cell(self, row: Row, column: int) -> str:
        return self.document.text[row.cells[column].start : row.cells[column].end].strip() if row.cells else ""

    def in_text(self) -> Iterator[Initiative]:
        """Initiatives that a heading or the first words of a list item name, from the text up to the next of them."""
        parents: dict[int, str] = {}
        held: list[PlacedBlock] = []
        named: tuple[str, str] | None = None
        for block in [*self.document.blocks, None]:
            if block is None or block.kind is Kind.HEADING or self._opens(block, parents, named):
                if named:
                    yield from self._of_blocks(named, held)
                held, named = [], self._named(block, parents) if block is not None else None
            if block is not None and block.kind not in (Kind.TABLE, Kind.RESIDUE):
                yield from self._renamed(block)
                held.append(block)

    def _renamed(self, block: PlacedBlock) -> Iterator[Initiative]:
        for start, end in split_sentences(self.document.text, block.start, block.end):
            if match := _RENAMED.search(self.document.text[start:end]):
                yield self._initiative(match["new"].strip(), {"aliases": match["old"].strip()}, start, end)

    def _opens(self, block: PlacedBlock, parents: Mapping[int, str], current: tuple[str, str] | None) -> bool:
        """True for a list item about an initiative other than the current one."""
        found = self._item_name(block, parents) if block.kind is Kind.ITEM else None
        return found is not None and (current is None or found[0] != current[0])

    def _named(self, block: PlacedBlock, parents: dict[int, str]) -> tuple[str, str] | None:
        """The initiative that a block opens with, as (name, as written); its depth is kept for those below it."""
        if block.kind is Kind.HEADING:
            depth = self.document.sections[block.section].level
            written = self.document.sections[block.section].heading
            found = self._known(written, [one for at, one in parents.items() if at < depth])
        else:
            depth = 100 + block.level
            found = self._item_name(block, parents)
        for at in [at for at in parents if at >= depth]:
            del parents[at]
        if found:
            parents[depth] = found[0]
        return found

    def _item_name(self, block: PlacedBlock, parents: Mapping[int, str]) -> tuple[str, str] | None:
        text = self.document.text[block.start : block.end].removeprefix(block.mark).strip()
        opening = _OPENING.match(text)
        above = [one for at, one in parents.items() if at < 100 + block.level]
        return self._known(opening["name"].strip(), above) if opening else None

    def _known(self, written: str, above: Sequence[str]) -> tuple[str, str] | None:
        """A name as (canonical, as written): its own, or that of a part of the initiative above."""
        name = self.names.canonical(written)
        for parent in above:
            name = name or self.names.canonical(f"{parent} {written}")
        return (name, written) if name else None

    def _of_blocks(self, named: tuple[str, str], blocks: Sequence[PlacedBlock]) -> Iterator[Initiative]:
        values: dict[str, str] = {}
        for block in blocks:
            for start, end in split_sentences(self.document.text, block.start, block.end):
                sentence = self.document.text[start:end]
                for field, value in _told(sentence).items() if not _REMARK.match(sentence) else ():
                    values.setdefault(field, value)
            label = _LABEL.match(self.document.text[block.start : block.end].removeprefix(block.mark).strip())
            if label and (field := _field_of(label["label"])):
                values[field] = label["value"]
        if values and blocks:
            yield self._initiative(named[1], values, blocks[0].start, blocks[-1].end, named[0])

    def _initiative(self, written: str, values: Mapping[str, str], start: int, end: int, name: str = "") -> Initiative:
        canonical = name or self.names.canonical(written) or written
        short = self._short(written, canonical)
        told = tuple(one for one in _SEPARATOR.split(values.get("aliases", "")) if one)
        return Initiative(
            place=place(self.document, start, end),
            association=self.document.source.association,
            name=canonical,
            written=written,
            aliases=tuple(dict.fromkeys((*((short,) if short else ()), *told))),
            owner=values.get("owner", "").strip(),
            parties=tuple(one.strip(" .") for one in _SEPARATOR.split(values.get("parties", "")) if one.strip(" .")),
            period=values.get("period", "").strip(),
            target_group=values.get("target_group", "").strip(),
            type=_type_of(values.get("type", "")),
        )

    def _short(self, written: str, name: str) -> str:
        """The short form behind a written name, "Kultur på recept, KUR", when it is one of that name."""
        match = _SHORT.search(written)
        if match is None:
            return ""
        initials = "".join(word[0] for word in re.findall(r"\w+", written[: match.start()])).upper()
        return match["short"] if match["short"] == initials or self.names.canonical(match["short"]) == name else ""


def _told(sentence: str) -> dict[str, str]:
    """What a sentence says of the initiative that it is about, by field."""
    said: dict[str, str] = {}
    for field, pattern in _rules("initiative_sentences.tsv"):
        match = pattern.search(sentence)
        if match and field not in said:
            said[field] = match["it"].strip()
    former = _FORMERLY.search(sentence)
    if former and not _RENAMED.search(sentence):
        said["aliases"] = (former["after"] or former["then"]).strip()
    elif called := _ABBREVIATED.search(sentence):
        said["aliases"] = called["name"].strip()
    return said


def _type_of(written: str, *, words_only: bool = False) -> str:
    """ "I", "S" or "I/S" of a cell or word that says it; "" when none does."""
    match = _TYPE.search(written) if words_only else _TYPE.match(written.strip())
    if match is None or (words_only and not match["word"]):
        return ""
    if match["both"] or {"individ", "struktur"} <= set(re.findall(r"individ|struktur", written.lower())):
        return "I/S"
    return match["one"].upper() if match["one"] else match["word"][0].upper()


def _field_of(label: str) -> str:
    """The field that a label names, or ""."""
    bare = label.strip().rstrip(":").casefold()
    return next((field for field, pattern in _rules("initiative_fields.tsv") if pattern.fullmatch(bare)), "")


@cache
def _rules(file: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The fields and patterns of a data file beside this module."""
    lines = (Path(__file__).parent / file).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((field, re.compile(pattern)) for field, pattern in rows)
