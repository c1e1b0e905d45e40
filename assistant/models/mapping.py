"""What the providers' clients raise, read as one of our troubles: by the status of HTTP and by what failed below it.

The clients share no root of errors and two HTTP libraries, so that an error is judged by what it carries.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from assistant.models.errors import ModelError, Trouble

_BY_STATUS = {
    401: Trouble.KEY,
    402: Trouble.BUSY,
    403: Trouble.KEY,
    404: Trouble.UNKNOWN_MODEL,
    408: Trouble.BROKEN,
    413: Trouble.TOO_LONG,
    429: Trouble.BUSY,
}
_TOO_LONG = ("context length", "context_length", "maximum context", "too long", "too many tokens", "context window")
_FILTERED = ("content_filter", "content management policy", "content_policy_violation", "responsibleaipolicyviolation")
"""How a refusal for what is said, not for how it is asked, is told by Azure and OpenAI."""
_UNREACHABLE = frozenset({"ConnectError", "ConnectTimeout", "ConnectionRefusedError", "gaierror", "ProxyError"})
_SLOW = frozenset({"ReadTimeout", "TimeoutError", "APITimeoutError", "PoolTimeout", "WriteTimeout"})
_NO_KEY = ("api_key", "api key", "credentials")
_UNPAID = ("insufficient_quota", "exceeded your current quota", "insufficient balance", "payment required")


def trouble_of(error: Exception) -> Trouble:
    """Return the kind of trouble that an error of a provider's client tells of; BROKEN when it tells nothing."""
    if isinstance(error, ModelError):
        return error.trouble
    status = status_of(error)
    text = told_by(error)
    if status in (400, 403, 422) and any(words in text for words in _FILTERED):
        return Trouble.FILTERED
    if status in (400, 422):
        return Trouble.TOO_LONG if any(words in text for words in _TOO_LONG) else Trouble.MISCONFIGURED
    if status is not None:
        return _BY_STATUS.get(status, Trouble.BROKEN if status >= 500 else Trouble.MISCONFIGURED)
    names = {name.__name__ for one in _chain(error) for name in type(one).__mro__}
    if names & _UNREACHABLE or (isinstance(error, ConnectionError) and "connect" in text):
        return Trouble.UNREACHABLE
    if names & _SLOW:
        return Trouble.SLOW
    return Trouble.KEY if any(words in text for words in _NO_KEY) else Trouble.BROKEN


def status_of(error: BaseException) -> int | None:
    """Return the status of HTTP, 300 or more, that an error tells of."""
    for one in _chain(error):
        for status in (getattr(one, "status_code", None), getattr(getattr(one, "response", None), "status_code", None)):
            if isinstance(status, int) and status >= 300:
                return status
    return None


def told_by(error: BaseException) -> str:
    """Return what an error says, and what it was raised from, with what the server wrote, in lower case."""
    return " ".join(f"{one} {getattr(one, 'body', '')}" for one in _chain(error)).lower()


def is_unpaid(error: BaseException) -> bool:
    """True when the account has nothing left, which no waiting mends."""
    return status_of(error) == 402 or any(words in told_by(error) for words in _UNPAID)


def retry_after(error: BaseException) -> float | None:
    """Return the seconds after which a server asks to be tried again, told as a number or a date; else None."""
    for one in _chain(error):
        headers = getattr(getattr(one, "response", None), "headers", None)
        value = str(headers.get("retry-after", "")) if headers is not None else ""
        if value.isascii() and value.isdigit():
            return float(value)
        if value:
            try:
                return max(parsedate_to_datetime(value).timestamp() - time.time(), 0.0)
            except ValueError:
                return None
    return None


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and what it was raised from."""
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__
