"""What can go wrong with a language model: always one sentence, and always an answer without it."""

from __future__ import annotations

from enum import StrEnum

from assistant.errors import AssistantError


class Trouble(StrEnum):
    """Kinds of trouble; the journal keeps the kind, the reader gets the sentence."""

    MISCONFIGURED = "misconfigured"
    """The setting cannot be used (unknown provider, a package that is not installed, a key file that is missing), or
    the server refuses what is sent (HTTP 400 and the like)."""
    FORBIDDEN = "forbidden"
    """The model does not run on this machine, and FINSAM_CHAT_LOCAL_ONLY forbids those."""
    KEY = "key"
    """No key, or one that the server refuses (HTTP 401, 403)."""
    UNKNOWN_MODEL = "unknown_model"
    """The server does not have the model (HTTP 404)."""
    UNREACHABLE = "unreachable"
    """Nobody listens at the address, or its name is not known."""
    BUSY = "busy"
    """The server asks to be left in peace (HTTP 429), still after the retries."""
    BROKEN = "broken"
    """The server fails (HTTP 5xx), ends half-way, or says nothing that can be read."""
    SLOW = "slow"
    """It was not done within FINSAM_CHAT_TIMEOUT."""
    TOO_LONG = "too_long"
    """The question does not fit into the model's context (HTTP 400 that says so, 413)."""
    FILTERED = "filtered"
    """The server's content filter stopped the question or the answer."""
    SPENT = "spent"
    """The tokens of the day are used up."""
    CANCELLED = "cancelled"
    """The reader stopped it."""
    RESTING = "resting"
    """It failed a moment ago and is left alone for a while."""


class ModelError(AssistantError):
    """A model that gave no answer; the text says what is wrong and what to do, and holds no key."""

    def __init__(self, trouble: Trouble, message: str) -> None:
        super().__init__(message)
        self.trouble = trouble
