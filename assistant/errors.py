"""What can go wrong while answering."""

from __future__ import annotations


class AssistantError(Exception):
    """Root of the package's errors. Its text is one Swedish sentence for the user: what is wrong and what to do."""


class CriteriaError(AssistantError):
    """A criteria file breaks its schema; the text names file, field and what was expected."""


class BatchError(AssistantError):
    """A file of questions that cannot be read."""


class ScreeningError(AssistantError):
    """A text that cannot be screened: no application at all, too long, or nothing in it could be read."""


class RegisterError(AssistantError):
    """The register was asked for what it cannot hold: a time that is none, an initiative that nobody knows."""


class PromptError(AssistantError):
    """A prompt's file is missing, or not as its header says; the text names the file and what is wrong."""
