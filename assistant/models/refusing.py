"""What a server may refuse of a request, and be asked without: not every server knows all that OpenAI's does."""

from __future__ import annotations

from assistant.models.errors import Trouble
from assistant.models.mapping import told_by, trouble_of

_NAMES = {
    "counts": ("stream_options", "include_usage"),
    "limit": ("max_tokens", "max_completion_tokens"),
    "temperature": ("temperature",),
    "thinking": ("think",),
    "shape": ("response_format", "json_schema", "guided", "grammar", "format"),
}
"""What a refusal calls each thing that a request may do without."""

_LIKELY = ("shape", "counts")
"""What is given up, in this order, when a refusal names nothing."""


def given_up(error: Exception, sent: frozenset[str], shaped: bool) -> str | None:
    """Return what of ``sent`` the next request is to do without; None when ``error`` is no such refusal.

    Args:
        shaped: the request held the model to a shape.
    """
    if trouble_of(error) is not Trouble.MISCONFIGURED:
        return None
    could = sent if shaped else sent - {"shape"}
    text = told_by(error)
    named = (name for name, words in _NAMES.items() if name in could and any(word in text for word in words))
    return next(named, None) or next((name for name in _LIKELY if name in could), None)
