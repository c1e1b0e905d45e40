"""What may be wrong with an answer, found by reading it beside the documents that it cites."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import combinations, pairwise, takewhile
from pathlib import Path

from assistant.answering.answerer import Answerer
from assistant.answers import Answer, Citation
from assistant.glossary import Glossary
from assistant.opening import open_library
from assistant.retrieval import PassageRetriever, Searcher
from ingest.build import build
from ingest.model import Document, Table
from tests.ingest.drafts import squeezed

LONGEST = 2000
"""Characters of an answer that is no list."""

MARK = re.compile(r"\[(\d+)\]")
_FIGURE = re.compile(r"(?<![\d.,])\d{1,3}(?:[ .]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?")
_GROUP = re.compile(r"(?<=\d)[ .](?=\d{3}(?!\d))")
_SUM = re.compile(r"([\d ,-]+(?: \+ [\d ,-]+)+) = ([\d ,-]+)")
_DIFFERENCE = re.compile(r"Skillnaden är ([\d ,]+)")
_SHARE = re.compile(r"([\d ,]+) av ([\d ,]+?)(?: (?:kr|tkr|mkr|st))? = ([\d,]+) %")
_ROWS = re.compile(r" \((\d+) av (\d+) rader\):$")
_READ = re.compile(r"^(\d+) (?:av|of) (\d+) (?:dokument genomgångna|documents gone through)\.$")
_MORE = "Det finns fler i registret"
_EXTREME = re.compile(r"\b(Störst|Minst) av de (\d+) raderna i tabellen")


class Shelf:
    """A folder of documents, indexed and ready to answer."""

    def __init__(self, folder: Path, index: Path, today: date) -> None:
        build([folder], index)
        self.folder = folder
        self.library = open_library(index, today=today)
        glossary = Glossary.load(folder / "ordlista.tsv")
        retriever = PassageRetriever(searcher=Searcher(self.library, glossary))
        self.answerer = Answerer(self.library, glossary, retriever)
        self.file = cache(self._file)

    def document(self, citation: Citation) -> Document:
        return self.library.document(citation.document)

    def tables_at(self, citation: Citation) -> list[Table]:
        """The tables in which a citation stands."""
        return [table for table in self.document(citation).tables if table.start <= citation.start < table.end]

    def _file(self, name: str) -> str:
        return squeezed((self.folder / name).read_text(encoding="utf-8"))


def figures(text: str) -> set[str]:
    """The figures in a text, their digits ungrouped, with a decimal comma."""
    plain = " ".join(text.replace("\t", " | ").replace("−", "-").split())
    return {_GROUP.sub("", figure).replace(".", ",") for figure in _FIGURE.findall(plain)}


def amounts(text: str) -> list[Decimal]:
    """The amounts in a text as often as they stand there, below zero with a minus before them."""
    plain = " ".join(text.replace("\t", " | ").replace("−", "-").split())
    found = [(plain[match.start() - 1 : match.start()], match[0]) for match in _FIGURE.finditer(plain)]
    return [value(f"{'-' if sign == '-' else ''}{_GROUP.sub('', figure).replace('.', ',')}") for sign, figure in found]


def differences(amounts: Sequence[Decimal]) -> set[Decimal]:
    """Those between any two amounts, as they stand and without the minus that marks a cost in some accounts."""
    pairs = list(combinations(amounts, 2))
    return {abs(one - other) for one, other in pairs} | {abs(abs(one) - abs(other)) for one, other in pairs}


def columns(citation: Citation, shelf: Shelf) -> Iterator[tuple[Decimal, list[Decimal]]]:
    """Each amount of a row that is cited, with the amounts of its column, sums left out."""
    document = shelf.document(citation)
    for table in document.tables:
        texts = [[document.text[cell.start : cell.end] for cell in row.cells] for row in table.rows if not row.is_sum]
        cited_row = [row for row in table.rows if row.start <= citation.start < row.end]
        for column, cell in ((column, cell) for row in cited_row for column, cell in enumerate(row.cells)):
            if own := amounts(document.text[cell.start : cell.end]):
                yield own[0], [found[0] for row in texts if (found := amounts(row[column]))]


def is_extreme(own: Decimal, column: Sequence[Decimal], largest: bool, of: int) -> bool:
    """True when at least ``of`` amounts of a column are not beyond ``own``, with their minus or without it."""
    for size in (abs, Decimal):
        within = [size(other) <= size(own) if largest else size(other) >= size(own) for other in column]
        if sum(within) >= of:
            return True
    return False


def value(text: str) -> Decimal:
    return Decimal("".join(text.split()).replace(",", "."))


def markers(text: str) -> list[int]:
    return [int(number) for number in MARK.findall(text)]


def cited(line: str, answer: Answer) -> list[Citation]:
    """The citations behind one line of an answer."""
    return [citation for citation in answer.citations if citation.marker in markers(line)]


def lines(answer: Answer) -> list[tuple[str, str]]:
    """The lines of an answer, each with the one that follows; none of an abstention."""
    return [] if answer.abstained else list(pairwise([*answer.text.split("\n"), ""]))


def ground(citation: Citation, shelf: Shelf) -> str:
    """What a citation shows: quote, title, year, headings on the way to it, title and heads of its table."""
    heads = [text for table in shelf.tables_at(citation) for text in (table.title, *table.heads)]
    return " | ".join([citation.quote, citation.title, str(citation.year), citation.section, *heads])


def wrong_marks(answer: Answer, shelf: Shelf) -> Iterator[str]:
    """Marks are numbered from 1 in a row, each with its citation, and each citation is used."""
    numbers = [citation.marker for citation in answer.citations]
    if numbers != list(range(1, len(numbers) + 1)) or set(markers(answer.text)) != set(numbers):
        yield f"{sorted(set(markers(answer.text)))} in the text, {numbers} cited"
    if not answer.abstained and not numbers:
        yield "nothing is cited"


def wrong_support(answer: Answer, shelf: Shelf) -> Iterator[str]:
    """An abstention cites nothing as support."""
    if answer.abstained and (answer.citations or markers(answer.text)):
        yield answer.text


def wrong_quotes(answer: Answer, shelf: Shelf) -> Iterator[str]:
    """A quote is a span of the canonical text."""
    for citation in (*answer.citations, *answer.nearest):
        if not citation.quote.strip() or shelf.document(citation).text[citation.start : citation.end] != citation.quote:
            yield f"{citation.document} {citation.start}:{citation.end} {citation.quote!r}"


def altered_quotes(answer: Answer, shelf: Shelf) -> Iterator[str]:
    """A quote stands in the file, white space aside; records are put into words when they are read, and do not."""
    for citation in answer.citations:
        source = shelf.document(citation).source
        if source.form != "data" and squeezed(citation.quote) not in shelf.file(source.file):
            yield f"{citation.document} {citation.quote!r}"


def unquoted_figures(answer: Answer, shelf: Shelf) -> Iterator[str]:
    """A figure stands in what its line cites, or is reckoned there; that above a table's rows, in what they cite."""
    for line, next_line in lines(answer):
        line = _ROWS.sub(":", _READ.sub("", line))
        line = _EXTREME.sub("", _SHARE.sub("", _DIFFERENCE.sub("", _SUM.sub("", line))))
        behind = cited(line, answer) or (cited(next_line, answer) if next_line.startswith("- ") else answer.citations)
        missing = figures(MARK.sub("", line)) - figures(" | ".join(ground(one, shelf) for one in behind))
        if missing:
            yield f"{sorted(missing)} in {line!r}"


def wrong_reckoning(answer: Answer, shelf: Shelf) -> Iterator[str]:
    """A sum is that of its terms, a difference that of two amounts, a share that of a part and its whole, and all of
    these stand in what the line cites; what is largest or smallest is so in its column of the table."""
    for line, _ in lines(answer):
        quoted = [amount for one in cited(line, answer) for amount in amounts(one.quote)]
        if found := _SUM.search(line):
            terms = [value(term) for term in found[1].split(" + ")]
            if sum(terms) != value(found[2]) or Counter(terms) - Counter(quoted):
                yield line
        elif (found := _DIFFERENCE.search(line)) and value(found[1]) not in differences(quoted):
            yield line
        elif found := _SHARE.search(line):
            part, whole, percent = (value(amount) for amount in found.groups())
            share = (100 * part / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
            if share != percent or not {part, whole} <= {abs(amount) for amount in quoted}:
                yield line
        elif found := _EXTREME.search(line):
            said, largest, of = amounts(line[: found.start()]), found[1] == "Störst", int(found[2])
            for citation in cited(line, answer):
                ranked = [(own, column) for own, column in columns(citation, shelf) if own in said]
                if not any(is_extreme(own, column, largest, of) for own, column in ranked):
                    yield line


def wrong_rows(answer: Answer, shelf: Shelf) -> Iterator[str]:
    """Where some rows of a table are said, they are as many as stands above them, of as many as the table has."""
    said = [line for line, _ in lines(answer)]
    for at, line in enumerate(said):
        if found := _ROWS.search(line):
            rows = list(takewhile(lambda one: one.startswith("- "), said[at + 1 :]))
            tables = {table for row in rows for one in cited(row, answer) for table in shelf.tables_at(one)}
            of = {sum(not row.is_sum for row in table.rows) for table in tables}
            if len(rows) != int(found[1]) or of != {int(found[2])}:
                yield line


def unmarked_lines(answer: Answer, shelf: Shelf) -> Iterator[str]:
    """Each line has its source but the title above a table's rows, a remark on what disagrees, what was read, and
    that the register holds more."""
    for line, next_line in lines(answer):
        is_head = line.endswith(":") and next_line.startswith("- ")
        told = line.startswith(("Uppgifterna stämmer inte överens: ", _MORE)) or _READ.match(line)
        if not markers(line) and not is_head and not told:
            yield line


def wrong_thoroughness(answer: Answer, shelf: Shelf) -> Iterator[str]:
    """The documents gone through are said last, are all of one or more associations' documents but the unread ones, and
    those that are cited are among them."""
    said = [line for line, _ in lines(answer)]
    for at, line in enumerate(said):
        if found := _READ.match(line):
            sources = shelf.library.sources
            associations = sorted({source.association for source in sources})
            scopes = [
                {source.id for source in sources if source.association in some}
                for size in range(1, len(associations) + 1)
                for some in combinations(associations, size)
            ]
            cited_ids = {citation.document for citation in answer.citations}
            whole = [scope for scope in scopes if len(scope) == int(found[2]) and cited_ids <= scope]
            read = [sum(not shelf.library.document(id).unread for id in scope) for scope in whole]
            if at != len(said) - 1 or int(found[1]) not in read:
                yield line


def repeated_lines(answer: Answer, shelf: Shelf) -> Iterator[str]:
    """Nothing is said twice."""
    said = [MARK.sub("", line).strip() for line, _ in lines(answer)]
    yield from {line for line in said if said.count(line) > 1}


def long_answers(answer: Answer, shelf: Shelf) -> Iterator[str]:
    """What is no list can be read at one go."""
    if len(answer.text) >= LONGEST and "\n- " not in answer.text:
        yield f"{len(answer.text)} characters: {answer.text[:200]}"


FAULTS: Sequence[Callable[[Answer, Shelf], Iterator[str]]] = (
    *(wrong_marks, wrong_support, wrong_quotes, altered_quotes, unquoted_figures),
    *(wrong_reckoning, wrong_rows, unmarked_lines, wrong_thoroughness, repeated_lines, long_answers),
)
