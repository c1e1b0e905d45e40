"""Trying again, with more and more time between, what may go well the next time."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from assistant.models.errors import Trouble
from assistant.models.mapping import is_unpaid, retry_after, trouble_of

PASSING = frozenset({Trouble.BUSY, Trouble.BROKEN})
"""Troubles that pass: a server that is busy, or that failed this time."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How often a request is tried, and how long is waited between."""

    attempts: int = 3
    first_wait: float = 0.5
    """Seconds before the second attempt, doubled for each after it, up to a half more by chance."""
    longest_wait: float = 20.0
    """Seconds beyond which a server that says when to come again (Retry-After) is not waited for."""

    async def tried(
        self, attempt: Callable[[], Awaitable[None]], untouched: Callable[[], bool], until: float = float("inf")
    ) -> None:
        """Await ``attempt`` until it goes well.

        Args:
            untouched: says that nothing has been given out yet, without which there is no trying again.
            until: when there is no time for another attempt, by :func:`time.monotonic`.

        Raises:
            Exception: what the last attempt raised.
        """
        from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt
        from tenacity.wait import wait_exponential_jitter

        backoff = wait_exponential_jitter(multiplier=self.first_wait, max=self.longest_wait, jitter=self.first_wait / 2)

        def wait(state: RetryCallState) -> float:
            error = state.outcome.exception() if state.outcome else None
            asked = retry_after(error) if error else None
            return backoff(state) if asked is None else asked

        def again(error: BaseException) -> bool:
            return untouched() and isinstance(error, Exception) and self._passes(error, until - time.monotonic())

        retrying = AsyncRetrying(
            stop=stop_after_attempt(self.attempts), wait=wait, retry=retry_if_exception(again), reraise=True
        )
        await retrying(attempt)

    def _passes(self, error: Exception, left: float) -> bool:
        """True when an error may be another's, or none, after a wait for which there is time."""
        wait = retry_after(error) or self.first_wait
        return trouble_of(error) in PASSING and not is_unpaid(error) and wait <= min(left, self.longest_wait)
