"""What speaks for a criterion is weighed against what speaks against it; in doubt it is unclear."""

from __future__ import annotations

from assistant.screening.draft import Statement, Topic
from assistant.screening.judging.material import Signal
from assistant.screening.judging.weighing import weighed
from assistant.screening.model import Verdict


def signal(verdict: Verdict, place: int, topic: Topic = Topic.OTHER) -> Signal:
    return Signal(Statement(place, place + 9, topic), place, place + 3, verdict)


YES, NO, OPEN = signal(Verdict.MET, 0), signal(Verdict.NOT_MET, 10), signal(Verdict.UNCLEAR, 20)


def test_a_yes_alone_is_met_and_a_no_alone_is_not() -> None:
    assert weighed([YES]).verdict is Verdict.MET
    assert weighed([NO]).verdict is Verdict.NOT_MET


def test_silence_is_unclear_without_words() -> None:
    assert weighed([]).verdict is Verdict.UNCLEAR
    assert weighed([]).evidence == ()


def test_a_yes_and_a_no_contradict_each_other_and_both_are_shown() -> None:
    finding = weighed([YES, NO])
    assert finding.verdict is Verdict.UNCLEAR
    assert finding.evidence == (NO.span, YES.span)


def test_a_no_that_prevails_outweighs_a_claim() -> None:
    assert weighed([YES, NO], prevails=True).verdict is Verdict.NOT_MET


def test_a_no_in_the_central_part_outweighs_a_claim_beside_it() -> None:
    central = signal(Verdict.NOT_MET, 10, Topic.PURPOSE)
    assert weighed([YES, central], [Topic.PURPOSE]).verdict is Verdict.NOT_MET


def test_what_is_left_open_is_shown_when_nothing_else_speaks() -> None:
    finding = weighed([OPEN])
    assert finding.verdict is Verdict.UNCLEAR
    assert finding.evidence == (OPEN.span,)
