"""Questions that compare the rows of a table: which is largest or smallest, which lie above or below a limit."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answering.arithmetic import Reckoning, amount, size
from assistant.answering.attributes import fits_head
from assistant.answering.claims import head_of, with_unit
from assistant.answering.facts import Fact, facts_of, tables_of
from assistant.answering.listing import NUMBERS, Listing
from assistant.answering.rows import rows_asked, words_of
from assistant.answering.selection import OLDER
from assistant.answering.terms import Bag, Term, coverage
from assistant.lexicon import stem, stems
from assistant.library import Library
from assistant.question import Part, Seeks
from assistant.retrieval import Hit
from assistant.validity import COMPILED, covers, is_compiled
from assistant.words import FILLERS, function_words
from assistant.years import years_in
from ingest.money import IN_KRONOR
from ingest.tables.figures import Figure, find

FEWEST = 3
"""Rows that can be compared."""

FEW = 10
"""Below this, a number without a unit is no limit for the rows of a table ("minst 2 parter")."""

LEAST = 0.45
"""Share of the question's information that a table's headings and labels must hold."""

LABELS, DOCUMENT = 0.7, 0.6
"""What a term counts for in the rows' labels, and in the document's title."""

_LARGEST = re.compile(
    r"\b(?:störst\w*|högst\w*|dyrast\w*|flest|mest|längst\w*|largest|highest|biggest|(?<!at )most)\b", re.IGNORECASE
)
_SMALLEST = re.compile(
    r"\b(?:minst\w*|lägst\w*|billigast\w*|färst|kortast\w*|smallest|lowest|(?<!at )least|fewest|cheapest)\b",
    re.IGNORECASE,
)
_MANY = re.compile(r"flest|färst|fewest", re.IGNORECASE)
"""What counts can be and money cannot."""
_WHICH = re.compile(r"\b(?:vilke[nt]|vilka|vem|vad|which|what|who)\b", re.IGNORECASE)
_ABOVE = re.compile(
    r"\b(?:över|mer än|fler än|större än|högre än|överstig\w+|minst|above|over|more than|at least)\s+(?=\S)",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"\b(?:under|mindre än|färre än|lägre än|understig\w+|högst|below|less than|at most)\s+(?=\S)", re.IGNORECASE
)
_OR_EQUAL = re.compile(r"minst|högst|at least|at most", re.IGNORECASE)
_NUMBER = re.compile(rf"\s+(?:{'|'.join(NUMBERS)}|cirka|ca)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_NOUN = re.compile(r"\s+([^\W\d_]+)")
_TIME = re.compile(r"år|månad|veck|dag|timm|minut|gång|year|month|week|day|hour|time", re.IGNORECASE)
_HALF = re.compile(r"\b(?P<whole>en och )?en halv (?P<million>miljon|miljard)\w*", re.IGNORECASE)
_MILLIONS = {**NUMBERS, "one": 1}
_IN_WORDS = re.compile(rf"\b({'|'.join(_MILLIONS)}) (?=miljon|miljard|million)", re.IGNORECASE)
_MILLION = re.compile(r"\bmillions?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Limit:
    """What a question asks rows to be above or below."""

    figure: Figure
    above: bool
    words: str
    counted: str = ""
    """The word, lower case, for what is counted; empty for an amount or a share."""

    def suits(self, part: Part, fact: Fact) -> bool:
        """True when a column is of the kind that is limited."""
        if self.counted:
            return bool(Bag.of(fact.attribute).match(Term(self.counted, stem(self.counted), 0.0)))
        if self.figure.unit == "%" or fact.unit == "%":
            return self.figure.unit == fact.unit
        return fact.unit in IN_KRONOR if self.figure.unit else _measures(part, fact)

    def holds(self, fact: Fact) -> bool:
        found = amount(fact)
        if found is None:
            return False
        value, limit = (abs(one.value) * IN_KRONOR.get(one.unit, 1) for one in (found, self.figure))
        if value == limit:
            return bool(_OR_EQUAL.match(self.words))
        return value > limit if self.above else value < limit


def extreme(part: Part, terms: Sequence[Term], hits: Sequence[Hit], library: Library) -> Reckoning | None:
    """Return the row that is largest or smallest in the column asked about; None when no such thing is asked."""
    largest = _cue(_LARGEST, part.text)
    cue = largest or _cue(_SMALLEST, part.text)
    if not cue or not _WHICH.search(part.text):
        return None
    cues, many = stems(_WORD.findall(cue)), bool(_MANY.match(cue))
    others = [term for term in terms if term.stem not in cues]
    rows = _best_column(part, others, hits, library, lambda fact: _measures(part, fact, many))
    if len(rows) < FEWEST:
        return None
    sizes = [(size(fact, found), fact) for fact in rows if (found := amount(fact))]
    best = max(value for value, _ in sizes) if largest else min(value for value, _ in sizes)
    first = [fact for value, fact in sizes if value == best]
    names = " och ".join(f"{fact.subject}: {_value(fact)}" for fact in first)
    word = "Störst" if largest else "Minst"
    return Reckoning(f"{names}. {word} av de {len(sizes)} raderna i tabellen", tuple(first))


def _cue(pattern: re.Pattern[str], question: str) -> str:
    """Return the word by which a question asks for the first of rows; "minst två parter" asks for none."""
    for match in pattern.finditer(question):
        rest = question[match.end() :]
        if not _NUMBER.match(rest) and not any(start < 2 for start, _, _ in find(rest)[:1]):
            return match[0]
    return ""


def limited(part: Part, terms: Sequence[Term], hits: Sequence[Hit], library: Library) -> Listing | None:
    """Return the rows above or below the limit that the question names; None when it names none."""
    limit = find_limit(part.text)
    if limit is None or (not part.wants(Seeks.LIST, Seeks.COUNT) and not _WHICH.search(part.text)):
        return None
    cues = stems(_WORD.findall(limit.words))
    others = [term for term in terms if term.stem not in cues]
    rows = _best_column(part, others, hits, library, lambda fact: limit.suits(part, fact))
    held = [fact for fact in rows if limit.holds(fact)]
    if len(rows) < FEWEST or not held:
        return None
    return Listing(held[0].document, None, tuple((one.row.start, one.row.end) for one in held), 1.0, 1.0, tuple(held))


def find_limit(question: str) -> Limit | None:
    """Return the limit that a question names in figures or words ("över en och en halv miljon").

    A few of something, an age and a length of time are none.
    """
    spelled = " ".join(match[0] for pattern in (_HALF, _IN_WORDS) for match in pattern.finditer(question))
    text = _HALF.sub(lambda match: f"{'1' if match['whole'] else '0'},5 {match['million']}er kronor", question)
    text = _IN_WORDS.sub(lambda match: f"{_MILLIONS[match[1].lower()]} ", text)
    text = _MILLION.sub("miljoner kronor", text)
    for pattern, above in ((_ABOVE, True), (_BELOW, False)):
        for cue in pattern.finditer(text):
            rest = text[cue.end() :]
            for start, end, figure in find(rest)[:1]:
                noun = _NOUN.match(rest, end)
                counted = noun[1].lower() if noun and not figure.unit else ""
                counted = "" if counted in FILLERS | function_words("sv") | function_words("en") else counted
                few = not figure.unit and figure.value < FEW
                if start <= 3 and figure.unit in (*IN_KRONOR, "%", "") and not few and not _TIME.match(counted):
                    return Limit(figure, above, f"{text[cue.start() : cue.end() + end]} {spelled}", counted)
    return None


def _best_column(
    part: Part, terms: Sequence[Term], hits: Sequence[Hit], library: Library, suits: Callable[[Fact], bool]
) -> list[Fact]:
    """Return the filled cells of the column that the question is about, its sums left out; empty when none is.

    Of columns that fit as well, that of the document's own year goes first, then the latest.
    """
    found: list[tuple[float, bool, int, list[Fact]]] = []
    for hit, table in tables_of(hits):
        if table.sheet or table.uncertain:
            continue
        source = hit.document.source
        around = f"{table.title} {' '.join(hit.document.sections[table.section].path)}"
        asked = rows_asked(hit.document, table, terms)
        facts = [fact for fact in facts_of(hit.document, table) if fact.row in asked and amount(fact)]
        for column in sorted({fact.column for fact in facts}):
            cells = [fact for fact in facts if fact.column == column]
            if len(cells) < FEWEST or not _of_year(part, cells[0]) or not suits(cells[0]):
                continue
            labels = words_of(hit.document, [fact.row for fact in cells])
            bags = (
                (Bag.of(f"{around} {table.heads[column]} {table.heads[0]}"), 1.0),
                (Bag.of(f"{source.title} {source.year}"), DOCUMENT),
                (Bag.of(labels), LABELS),
            )
            score = coverage(terms, *bags) * (COMPILED if is_compiled(source) else 1.0)
            score *= 1.0 if part.years or library.is_in_force(source) else OLDER
            year = cells[0].year or 0
            found.append((score + 0.2 * fits_head(part.text, table.heads[column]), year == source.year, year, cells))
    best = max(found, key=lambda one: one[:3], default=(0.0, False, 0, []))
    return best[3] if best[0] >= LEAST else []


def _of_year(part: Part, fact: Fact) -> bool:
    """True when a column is of a year asked about."""
    if part.years and fact.year not in part.years:
        named = years_in(f"{fact.attribute} {fact.table.title}")
        return not named and any(covers(fact.document.source, year) for year in part.years)
    return True


def _measures(part: Part, fact: Fact, many: bool = False) -> bool:
    """True when a column is of the kind of measure that is sought; ``many`` when only counts are."""
    if (many or part.wants(Seeks.COUNT)) and fact.unit in IN_KRONOR:
        return False
    return (
        many or fits_head(part.text, fact.attribute) or part.wants(Seeks.COUNT, Seeks.SHARE) or fact.unit in IN_KRONOR
    )


def _value(fact: Fact) -> str:
    head = head_of(fact)
    return f"{with_unit(fact)} ({head})" if head else with_unit(fact)
