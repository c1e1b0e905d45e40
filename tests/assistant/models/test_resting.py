"""A model rests after a failure of its own, for one task alone when it was hurried; the clock is turned by hand."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from assistant.models import resting
from assistant.models.errors import ModelError, Trouble
from assistant.models.resting import LASTS, Rest

PASSES = {Trouble.UNREACHABLE, Trouble.BROKEN, Trouble.SLOW, Trouble.BUSY}


@dataclass
class Clock:
    now: float = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(resting, "time", clock)
    return clock


def failed(trouble: Trouble, hurried: bool = False, task: str = "svar") -> Rest:
    rest = Rest(30.0)
    rest.note(ModelError(trouble, "Fel."), task, hurried)
    return rest


@pytest.mark.parametrize("trouble", sorted(PASSES | LASTS))
def test_a_failure_of_the_model_rests_it_for_all(trouble: Trouble, clock: Clock) -> None:
    """Twice as long when it does not pass by itself."""
    rest = failed(trouble)
    clock.now += 59.9 if trouble in LASTS else 29.9
    for task in ("svar", "fragor"):
        error = rest.failed(task)
        assert error is not None
        assert error.trouble is trouble
    clock.now += 0.2
    assert rest.failed("svar") is rest.failed("fragor") is None


@pytest.mark.parametrize("trouble", sorted(set(Trouble) - LASTS - PASSES))
@pytest.mark.usefixtures("clock")
def test_what_is_no_failure_of_the_model_rests_nothing(trouble: Trouble) -> None:
    assert failed(trouble).failed("svar") is None


@pytest.mark.usefixtures("clock")
def test_one_that_was_hurried_rests_for_that_task_alone() -> None:
    rest = failed(Trouble.SLOW, hurried=True, task="fragor")
    assert rest.failed("fragor") is not None
    assert rest.failed("svar") is None
    rest.over("svar")
    assert rest.failed("fragor") is not None


@pytest.mark.usefixtures("clock")
def test_an_answer_ends_the_rest() -> None:
    rest = failed(Trouble.BROKEN)
    rest.over("utkast")
    assert rest.failed("svar") is None
