"""What the providers' clients raise, read as one of our troubles: by the status of HTTP and by what failed below it.

The clients share no root of errors and two HTTP libraries, so that an error is judged by what it carries.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.models.errors import ModelError, Trouble

_BY_STATUS = {
    401: Trouble.KEY,
    403: Trouble.KEY,
    404: Trouble.UNKNOWN_MODEL,
    408: Trouble.BROKEN,
    413: Trouble.TOO_LONG,
    429: Trouble.BUSY,
}
_TOO_LONG = ("context length", "context_length", "maximum context", "too long", "too many tokens", "context window")
_UNREACHABLE = frozenset({"ConnectError", "ConnectTimeout", "ConnectionRefusedError", "gaierror", "ProxyError"})
_SLOW = frozenset({"ReadTimeout", "TimeoutError", "APITimeoutError", "PoolTimeout", "WriteTimeout"})
_NO_KEY = ("api_key", "api key", "credentials")


def trouble_of(error: Exception) -> Trouble:
    """Return the kind of trouble that an error of a provider's client tells of; BROKEN when it tells nothing."""
    if isinstance(error, ModelError):
        return error.trouble
    chain = list(_chain(error))
    text = str(error).lower()
    for one in chain:
        status = _status(one)
        if status == 400:
            return Trouble.TOO_LONG if any(words in text for words in _TOO_LONG) else Trouble.MISCONFIGURED
        if status is not None:
            return _BY_STATUS.get(status, Trouble.BROKEN if status >= 500 else Trouble.MISCONFIGURED)
    names = {name.__name__ for one in chain for name in type(one).__mro__}
    if names & _UNREACHABLE or (isinstance(error, ConnectionError) and "connect" in text):
        return Trouble.UNREACHABLE
    if names & _SLOW:
        return Trouble.SLOW
    if any(words in text for words in _NO_KEY):
        return Trouble.KEY
    return Trouble.BROKEN


def retry_after(error: BaseException) -> float | None:
    """Return the seconds after which a server asks to be tried again; None when it does not say."""
    for one in _chain(error):
        headers = getattr(getattr(one, "response", None), "headers", None)
        value = headers.get("retry-after", "") if headers is not None else ""
        if value.isascii() and value.isdigit():
            return float(value)
    return None


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and what it was raised from."""
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__


def _status(error: BaseException) -> int | None:
    status = getattr(error, "status_code", None)
    return status if isinstance(status, int) and status >= 400 else None
