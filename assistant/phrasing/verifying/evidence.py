"""What a unit says, taken apart once: its words, names, quantities, and what these are of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.answering.facts import Fact
from assistant.associations import NATIONAL, association_name
from assistant.phrasing.offer import Unit
from assistant.phrasing.verifying.coverage import Bag
from assistant.phrasing.verifying.names import Name, base, names_in, spelled
from assistant.phrasing.verifying.quantities import of_figure, quantities
from assistant.phrasing.verifying.quantity import Quantity, Sort
from assistant.phrasing.verifying.reading import read
from assistant.phrasing.verifying.seams import LEAD_IN
from assistant.phrasing.verifying.signs import names_of
from assistant.phrasing.verifying.wordlists import listed
from assistant.validity import years_covered
from ingest.money import IN_KRONOR
from ingest.tables.figures import parse

_POINTS_BACK = re.compile(
    rf"(?:den(?!\s+\d)|(?:av|bland) (?:dem|de|dessa)|innan dess|{'|'.join(listed('pointing_back'))})\b", re.IGNORECASE
)
"""The beginning of a unit whose words lean on the one before it."""


@dataclass(frozen=True, slots=True)
class Valued:
    """A quantity of a unit, the text that it is read in, and the fact of a table that holds it, if any."""

    quantity: Quantity
    text: str
    fact: Fact | None = None


class Held:
    """A unit with all that it can support.

    Args:
        number: the number of its source.
        unit: what is quoted for a sentence that rests on it.
        before: the unit right before it in the same source; "" for none.
        own: its words; those of ``unit`` when not given.
        seam: where in its words those of ``unit`` begin, after those of the unit that it points back to.
        of_goals: it stands in a table of goals.
    """

    def __init__(
        self, number: int, unit: Unit, before: str = "", own: str = "", seam: int = 0, of_goals: bool = False
    ) -> None:
        self.number = number
        self.unit = unit
        self.own = own or unit.text
        self.facts = () if own else unit.facts
        self.before = before if _POINTS_BACK.match(_after_lead_in(unit.text)) else ""
        source = unit.document.source
        place = association_name(source.association) if source.association not in ("", NATIONAL) else ""
        self.home = base(place)
        home = f"Finsam i {place} · Finsam {place}" if place else ""
        self.under = " · ".join(filter(None, (unit.under, home)))
        self.around = self.under
        self.seam = seam
        self._of_goals = of_goals

    @cached_property
    def bag(self) -> Bag:
        """Its own words and what they stand under."""
        parts = [self.own, *self.under.split(" · ")]
        parts += [_MONEY_VERBS] if any(fact.unit in IN_KRONOR for fact in self.facts) else []
        return Bag((word for part in parts for word in read(part)), "\n".join(parts).lower())

    @cached_property
    def plain(self) -> Bag:
        """Its own words alone."""
        return Bag(read(self.own), self.own.lower())

    @cached_property
    def joined(self) -> Held | None:
        """The same after the unit that it points back to, as one; None when it points to none."""
        if not self.before:
            return None
        return Held(self.number, self.unit, "", f"{self.before} {self.unit.text}", len(self.before) + 1)

    @cached_property
    def first(self) -> Bag:
        """The words of the unit that it points back to, and what they stand under."""
        parts = [self.own[: self.seam], *self.under.split(" · ")]
        return Bag((word for part in parts for word in read(part)), "\n".join(parts).lower())

    @cached_property
    def names(self) -> tuple[Name, ...]:
        above = (name for part in self.under.split(" · ") for name in names_in(part))
        return (*names_in(self.own), *above)

    @cached_property
    def spelling(self) -> str:
        return "|".join(spelled(part) for part in (self.own, *self.under.split(" · ")))

    @cached_property
    def valued(self) -> tuple[Valued, ...]:
        """Its quantities, those of a table's row with their cells."""
        if not self.facts:
            return tuple(Valued(one, self.own) for one in quantities(self.own))
        return tuple(_of_row(self.facts))

    @cached_property
    def around_valued(self) -> tuple[Valued, ...]:
        """Dates, years and sections of law of what it stands under, and those of the heads of its row's cells."""
        texts = [*self.under.split(" · "), *(fact.attribute for fact in self.facts)]
        sorts = (Sort.DATE, Sort.LAW)
        return tuple(Valued(one, text) for text in texts for one in quantities(text) if one.sort in sorts)

    @cached_property
    def signs(self) -> str:
        """Where classes of words are looked for: its own words, for a row of goals with the word for them."""
        return f"{self.own} mål" if self.facts and self.tells_goals else self.own

    @cached_property
    def tells_goals(self) -> bool:
        """True for a row of a table of goals, whose figures are yet to be reached, and for what a heading calls one."""
        if not self.facts:
            return self._of_goals or "target" in names_of(" · ".join(self.unit.under.split(" · ")[-2:]))
        heads = " ".join([*(fact.attribute for fact in self.facts), *(fact.table.title for fact in self.facts[:1])])
        heads += " ".join(self.facts[0].table.heads) + self.unit.under.rpartition(" · ")[2] if self.facts else ""
        names = names_of(heads)
        return "target" in names and not names & {"outcome", "budget"}

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that its own words name."""
        texts = [self.own] if not self.facts else [self.facts[0].subject]
        for fact in self.facts:
            texts += [fact.attribute, *([fact.value] if parse(fact.value) is None else [])]
        found = {year for text in texts for year in years_in(SEEN.sub("", text))}
        return frozenset(found or {fact.year for fact in self.facts if fact.year})

    @cached_property
    def years_above(self) -> frozenset[int]:
        """The years of the nearest heading above it that names one; of a document of a year or two, that."""
        for part in reversed(self.unit.under.split(" · ")):
            if years := years_in(part):
                return frozenset(years)
        covered = years_covered(self.unit.document.source)
        return frozenset(covered) if len(covered) <= 2 else frozenset()


def _after_lead_in(text: str) -> str:
    led = LEAD_IN.match(text)
    return text[led.end() :] if led else text


_MONEY_VERBS = "kostar kostade bidrar bidrog betalar betalade"
"""What may be told of an amount of a table whatever its head says: that of costs is no income all the same."""
SEEN = re.compile(r"\((?:notis|publicerad)[^)]*\)", re.IGNORECASE)
"""When something was told, not when it was."""


def _of_row(facts: tuple[Fact, ...]) -> Iterator[Valued]:
    for fact in facts:
        figure = parse(fact.value)
        if figure is None:
            yield from (Valued(one, fact.value, fact) for one in quantities(fact.value))
            continue
        yield Valued(of_figure(replace(figure, unit=figure.unit or fact.unit)), "", fact)
    for one in quantities(facts[0].subject):
        yield Valued(one, facts[0].subject)


def years_of(fact: Fact) -> set[int]:
    """Return the years that a cell is of: those that its column's head names, else its table's."""
    return set(years_in(fact.attribute)) or ({fact.year} if fact.year else set())


def years_in(text: str) -> list[int]:
    """Return the years that a text names, in its dates too."""
    found = []
    for one in quantities(text):
        if one.sort is Sort.YEAR:
            found.append(int(one.value))
        elif one.sort is Sort.DATE and one.value >= 10**6:
            found.append(int(one.value) // 10_000)
        elif one.sort is Sort.DATE and one.value >= 10**5:
            found.append(int(one.value) // 100)
    return [*found, *_spans(text)]


_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[–-]\s?((?:19|20)\d\d)(?!\d)")


def _spans(text: str) -> list[int]:
    """Return the two years of each period: "2018–2020"."""
    return [int(year) for match in _SPAN.finditer(text) for year in match.groups()]
