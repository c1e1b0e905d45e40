"""Whether a figure of a sentence is rather another one of its place: by the words around each, and by their order."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.phrasing.verifying.evidence import Valued
from assistant.phrasing.verifying.quantities import quantities
from assistant.phrasing.verifying.quantity import Quantity, Sort
from assistant.phrasing.verifying.reading import Word, affinity, read

CLEARLY, CLEARLY_THEN, CLEARLY_IN_ORDER = 0.35, 0.2, 1.0
"""By how much the words around a figure, or a time, must fit another one better to belong to that; times that stand in
the order of the place must fit much better the other way round."""


def fits_another(
    sentence: str, figure: Quantity, same: Sequence[Valued], rivals: Sequence[Valued], language: str
) -> bool:
    """True when the words around a figure are clearly more those around another one of its place.

    Args:
        same: the quantities of the place that the figure may be.
        rivals: those of the same sort that it is not.
    """
    said = read(sentence, language)
    at = (figure.start, figure.end)
    is_time = figure.sort in (Sort.DATE, Sort.YEAR)
    told = quantities(sentence)
    unsaid = not any(one.meets(rival.quantity) for one in told for rival in rivals)
    in_order = is_time and _stand_in_order(told, figure, same, rivals)
    pairs = [
        (rival, one) for rival in rivals for one in told if one.meets(rival.quantity) and one.start != figure.start
    ]
    if is_time and len({id(rival) for rival, _ in pairs}) == len(rivals):
        by = CLEARLY_IN_ORDER if in_order else CLEARLY_THEN
        return any(_fit_exchanged(said, (figure, one), (same[0], rival), by) for rival, one in pairs)
    if in_order:
        return False
    clearly = CLEARLY_THEN if unsaid and is_time else CLEARLY
    for freely in {False, is_time}:
        mine, theirs = (
            max(affinity(said, at, read(one.text), (one.quantity.start, one.quantity.end), freely) for one in group)
            for group in (same, rivals)
        )
        if theirs > mine + clearly:
            return True
    return False


def _fit_exchanged(
    said: Sequence[Word], told: tuple[Quantity, Quantity], there: tuple[Valued, Valued], by: float
) -> bool:
    """True when two times of a sentence fit those of its place better by ``by`` the other way round."""

    def fit(one: Quantity, other: Valued) -> float:
        at = (other.quantity.start, other.quantity.end)
        return affinity(said, (one.start, one.end), read(other.text), at, freely=True)

    first, second = told
    return fit(first, there[1]) + fit(second, there[0]) > fit(first, there[0]) + fit(second, there[1]) + by


def _stand_in_order(
    told: Sequence[Quantity], figure: Quantity, same: Sequence[Valued], rivals: Sequence[Valued]
) -> bool:
    """True when a sentence tells all the times of its place, in their order there."""
    for rival in rivals:
        mine = next((one for one in told if one.meets(rival.quantity)), None)
        if mine is None or (mine.start < figure.start) is not (rival.quantity.start < same[0].quantity.start):
            return False
    return True
