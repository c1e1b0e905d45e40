"""What a sentence says of each of its figures: the stretch that is about it, and the years that go with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.phrasing.verifying.quantities import quantities
from assistant.phrasing.verifying.quantity import Quantity, Sort
from assistant.phrasing.verifying.seams import BRACKETS, PART


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a sentence."""

    quantity: Quantity
    start: int
    end: int
    """The stretch of the sentence that is about it."""
    years: tuple[int, ...]
    """The years that go with it; none when the sentence names none."""
    dates: tuple[Quantity, ...]
    """The dates that go with it."""


def figures_of(sentence: str, counts: frozenset[int] = frozenset()) -> tuple[Figure, ...]:
    """Return the figures of a sentence, its years and dates left out.

    Args:
        counts: where years begin that are counts.
    """
    told = [replace(one, sort=Sort.COUNT) if one.start in counts else one for one in quantities(sentence)]
    figures = [one for one in told if one.sort not in (Sort.YEAR, Sort.DATE)]
    times = [one for one in told if one.sort in (Sort.YEAR, Sort.DATE)]
    bounds = [match.start() for match in PART.finditer(sentence)]
    found = []
    for place, figure in enumerate(figures):
        start, end = _stretch(sentence, figures, place, bounds)
        mine = _times(figure, place, len(figures), times, (start, end))
        years = tuple(dict.fromkeys(year for one in mine if (year := _year(one))))
        found.append(Figure(figure, start, end, years, tuple(one for one in mine if one.sort is Sort.DATE)))
    return tuple(found)


@lru_cache(maxsize=4096)
def stretches(text: str) -> tuple[tuple[Quantity, int, int], ...]:
    """Return the quantities of a text but its sections of law, each with the stretch about it."""
    told = [one for one in quantities(text) if one.sort is not Sort.LAW]
    bounds = [match.start() for match in PART.finditer(text)]
    brackets = [match.span() for match in BRACKETS.finditer(text)]
    free = [one for one in told if not _bracket_of(one, brackets)]
    found = [(one, *_stretch(text, free, place, bounds)) for place, one in enumerate(free)]
    inside = [(one, *span) for one in told if (span := _bracket_of(one, brackets))]
    return tuple(sorted([*found, *inside], key=lambda each: each[0].start))


def _bracket_of(one: Quantity, brackets: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    return next((span for span in brackets if span[0] <= one.start < span[1]), None)


def _stretch(sentence: str, figures: Sequence[Quantity], place: int, bounds: Sequence[int]) -> tuple[int, int]:
    """Return the stretch about a figure: up to the first comma or conjunction after it, from there after another."""
    start, end = 0, len(sentence)
    if place:
        last = figures[place - 1].end
        start = next((one for one in bounds if last <= one < figures[place].start), last)
    if place + 1 < len(figures):
        following = figures[place + 1].start
        end = next((one for one in bounds if figures[place].end <= one < following), following)
    return start, end


def _times(
    figure: Quantity, place: int, count: int, times: Sequence[Quantity], stretch: tuple[int, int]
) -> Sequence[Quantity]:
    """Return the years and dates that go with a figure: those of its stretch, its own in a row of as many, or all."""
    in_turn = times[place : place + 1] if count > 1 and len(times) == count else []
    near = [one for one in times if stretch[0] <= one.start < stretch[1]]
    if near and len(times) > 1:
        return in_turn if in_turn and in_turn[0] in near else near
    if in_turn:
        return in_turn
    return times


def _year(one: Quantity) -> int | None:
    if one.sort is Sort.YEAR:
        return int(one.value)
    number = int(one.value)
    return number // 10_000 if number >= 10**6 else number // 100 if number >= 10**5 else None
