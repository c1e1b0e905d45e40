"""The checks of a text against one place, in their order: what each looks for, and the reason that it gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.phrasing.verifying.actors import another_acts, moved, turned_round
from assistant.phrasing.verifying.complements import (
    crossed,
    drops_alternative,
    drops_condition,
    drops_content,
    drops_other_half,
)
from assistant.phrasing.verifying.contrasts import mistaken
from assistant.phrasing.verifying.evidence import Held
from assistant.phrasing.verifying.figures import unfounded
from assistant.phrasing.verifying.information import Information
from assistant.phrasing.verifying.modes import of_another_mode
from assistant.phrasing.verifying.names import placed, proper
from assistant.phrasing.verifying.naming import Naming
from assistant.phrasing.verifying.normal import misquoted
from assistant.phrasing.verifying.reading import read
from assistant.phrasing.verifying.roles import is_given_wrongly, is_governed
from assistant.phrasing.verifying.signs import lost, turned, unbacked
from assistant.phrasing.verifying.tenses import told_as_done
from assistant.phrasing.verifying.verdict import Reason


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may look at beside the text and the place."""

    question: str
    language: str
    """Of the text, "sv" or "en"."""
    naming: Naming
    information: Information
    before: str = ""
    """What stands before the text in its sentence, when it is a piece of one."""


Check = Callable[[str, Held, Context], Reason | None]


def reason_against(text: str, place: Held, context: Context) -> Reason | None:
    """Return the reason of the first check that a text does not pass; None when the place supports it."""
    return next(filter(None, (check(text, place, context) for check in CHECKS)), None)


def reason_against_the_whole(text: str, found: Sequence[Held], context: Context) -> Reason | None:
    """Return why a sentence is not what the places that it was found to rest on say, though each piece of it is."""
    return next(filter(None, (check(text, one, context) for check in CHECKS_OF_THE_WHOLE for one in found)), None)


def _figures(text: str, place: Held, context: Context) -> Reason | None:
    return unfounded(text, place, context.question, context.language, context.before)


def _names(text: str, place: Held, context: Context) -> Reason | None:
    return Reason.NAME if context.naming.misnames(text, place) else None


def _words(text: str, place: Held, context: Context) -> Reason | None:
    return None if context.information.covers(text, place) else Reason.UNSUPPORTED


def _contrasts(text: str, place: Held, context: Context) -> Reason | None:
    return mistaken(text, place.own, place.around)


def _signs_added(text: str, place: Held, context: Context) -> Reason | None:
    return unbacked(text, place.signs, f"{place.signs}\n{place.around}")


def _signs_left_out(text: str, place: Held, context: Context) -> Reason | None:
    return lost(text, place.own, context.information.told(text, place))


def _denials_turned(text: str, place: Held, context: Context) -> Reason | None:
    texts = [place.own, *([place.joined.own] if place.joined else [])]
    said = read(text, context.language)
    return Reason.NEGATION if any(turned(said, read(own)) for own in texts) else None


def _another_actor(text: str, place: Held, context: Context) -> Reason | None:
    return Reason.NAME if another_acts(text, place.own) else None


def _wish_told_as_done(text: str, place: Held, context: Context) -> Reason | None:
    return Reason.STRENGTH if told_as_done(text, place.own, place.tells_goals, bool(place.facts)) else None


def _names_turned_round(text: str, place: Held, context: Context) -> Reason | None:
    return Reason.NAME if turned_round(text, place.own, placed(text), placed(place.own)) else None


def _another_role(text: str, place: Held, context: Context) -> Reason | None:
    return Reason.NAME if is_governed(text, place.own) or is_given_wrongly(text, place.own) else None


def _misquoted(text: str, place: Held, context: Context) -> Reason | None:
    return Reason.UNSUPPORTED if misquoted(text, f"{place.own} {place.around}") else None


def _another_mode(text: str, place: Held, context: Context) -> Reason | None:
    return Reason.STRENGTH if of_another_mode(text, place.own, context.language) else None


def _condition_dropped(text: str, place: Held, context: Context) -> Reason | None:
    return Reason.STRENGTH if drops_condition(text, place.own, context.language) else None


def _alternative_dropped(text: str, place: Held, context: Context) -> Reason | None:
    return Reason.STRENGTH if drops_alternative(text, place.own, context.language) else None


def _content_dropped(text: str, place: Held, context: Context) -> Reason | None:
    return Reason.STRENGTH if drops_content(text, place.own, context.language) else None


CHECKS: tuple[Check, ...] = (
    _figures,  # FIGURE, YEAR, UNIT, STRENGTH: a figure, date or year that is not there, or not of the same
    _names,  # NAME: a name that is not there, or another one than the place is about
    _words,  # UNSUPPORTED: words that nothing there covers
    _contrasts,  # NAME, UNSUPPORTED: another party, sex, kind of document
    _signs_added,  # the sign's own reason: a denial, duty, limit that is not there
    _signs_left_out,  # the sign's own reason: a denial or a limit that is there, and not told
    _denials_turned,  # NEGATION: what is denied there is affirmed, or the other way about
    _another_actor,  # NAME: somebody else does it
    _wish_told_as_done,  # STRENGTH: a goal or a plan is told as reached
    _names_turned_round,  # NAME: who does it and to whom it is done change places
    _another_role,  # NAME: who gives is told to be given to; who is only consulted is told to act
    _misquoted,  # UNSUPPORTED: words in quotation marks that do not stand there
    _another_mode,  # STRENGTH: may for must, should for can
    _condition_dropped,  # STRENGTH: it holds on a condition only
    _alternative_dropped,  # STRENGTH: one of two things that are told as an alternative
    _content_dropped,  # STRENGTH: a verb without what it is about
)
"""Checks of a text, or of a piece of one, against the place that it may rest on."""


def _other_half_dropped(text: str, place: Held, context: Context) -> Reason | None:
    return Reason.FIGURE if drops_other_half(text, place.own, place.facts, context.language) else None


def _names_moved(text: str, place: Held, context: Context) -> Reason | None:
    is_moved = not place.facts and moved(text, place.own, proper(text), proper(place.own))
    return Reason.NAME if is_moved else None


def _sides_crossed(text: str, place: Held, context: Context) -> Reason | None:
    return Reason.UNSUPPORTED if not place.facts and crossed(text, place.own, context.language) else None


CHECKS_OF_THE_WHOLE: tuple[Check, ...] = (
    _other_half_dropped,  # FIGURE: a figure is told of one of two things that it is of together
    _names_moved,  # NAME: what is told of two things is told of each other's
    _sides_crossed,  # UNSUPPORTED: a clause tells together what stands in two sides of a contrast
)
"""Checks of a whole sentence against each place that it, or a piece of it, was found to rest on."""
