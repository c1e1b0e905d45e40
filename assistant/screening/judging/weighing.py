"""Weigh what speaks for a criterion against what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.screening.draft import Topic
from assistant.screening.judging.material import Material, Signal
from assistant.screening.judging.opinions import CONTRADICTION, HEDGED, SILENT, Opinion, met, not_met, unclear
from assistant.screening.model import Verdict

_CENTRAL = {
    "M": (Topic.GROUP,),
    "S": (Topic.PURPOSE, Topic.GOALS),
    "P": (Topic.AFTER, Topic.METHOD, Topic.GOALS),
}
"""Where the words on a criterion weigh most as evidence, by the first letter of its id."""


def weigh(material: Material, name: str) -> Opinion:
    """Judge by phrases alone; see :func:`weighed`."""
    if not material.has_cues(name):
        return unclear(why=SILENT)
    signals = material.signals(name)
    return weighed(signals, _CENTRAL.get(name[0], ()), prevails=material.cues(name).prevails)


def weighed(signals: Sequence[Signal], central: Sequence[Topic] = (), *, prevails: bool = False) -> Opinion:
    """Return the opinion that some signals lead to.

    A "no" and a "yes" in different places contradict each other, unless the "no" stands in the central part of the
    draft and the "yes" beside it, or the "no" prevails by itself. A "yes" beside what the central part leaves open is
    none.
    """
    pro = best([one for one in signals if one.verdict is Verdict.MET], central)
    con = best([one for one in signals if one.verdict is Verdict.NOT_MET], central)
    aside = (
        con is not None and pro is not None and con.statement.topic in central and pro.statement.topic not in central
    )
    if con and pro and not prevails and not aside and con.statement != pro.statement:
        return unclear(con.span, pro.span, why=CONTRADICTION)
    if con:
        return not_met(con.span)
    hint = best([one for one in signals if one.verdict is Verdict.UNCLEAR], central)
    if pro and hint and hint.statement.topic in central and pro.statement.topic not in central:
        return unclear(hint.span, pro.span, why=HEDGED)
    if pro:
        return met(pro.span)
    return unclear(hint.span, why=HEDGED) if hint else unclear()


def best(signals: Sequence[Signal], central: Sequence[Topic] = ()) -> Signal | None:
    """Return the signal in the most central part of the draft, then the one whose phrase says most, then the first."""
    if not signals:
        return None
    return min(signals, key=lambda one: (one.statement.topic not in central, one.start - one.end, one.start))
