"""What a reader is told of the language model's part in an answer, one sentence each."""

from __future__ import annotations

from assistant.models.errors import ModelError

_TEXTS = {
    "failed": (
        "{reason} Svaret är därför ordagrant ur dokumenten.",
        "The language model gave no answer ({trouble}); the words are the documents' own.",
    ),
    "ended": (
        "Språkmodellen avbröts innan den var klar; det som står här är kontrollerat men kan vara ofullständigt.",
        "The language model was cut off; what is here has been checked but may be incomplete.",
    ),
    "removed": (
        "{count} som språkmodellen skrev har tagits bort, eftersom källorna inte stöder det.",
        "{count} by the language model removed, since the sources do not support it.",
    ),
    "unsupported": (
        "Det som språkmodellen skrev stöds inte av källorna; svaret är därför ordagrant ur dokumenten.",
        "The sources do not support what the language model wrote; the words are the documents' own.",
    ),
    "heartless": (
        "Språkmodellens svar saknade det viktigaste i källorna; svaret är därför ordagrant ur dokumenten.",
        "The language model left out what matters most in the sources; the words are the documents' own.",
    ),
    "crowded": (
        "Frågan och dess källor är mer text än språkmodellen tar in; svaret är därför ordagrant ur dokumenten.",
        "Question and sources are more text than the language model takes in; the words are the documents' own.",
    ),
    "doubt": (
        "Språkmodellen fann inte svar på allt i källorna; läs dem själv.",
        "The language model did not find everything in the sources; please read them.",
    ),
}


def note(key: str, language: str = "sv", **values: object) -> str:
    """Return the sentence of ``key`` in Swedish, or in English when ``language`` is "en"."""
    return _TEXTS[key][language == "en"].format(**values)


def removed(count: int, language: str = "sv") -> str:
    """Say how many sentences of the model's were removed."""
    swedish = "En mening" if count == 1 else f"{count} meningar"
    english = "One sentence" if count == 1 else f"{count} sentences"
    return note("removed", language, count=english if language == "en" else swedish)


def failed(error: ModelError, language: str = "sv") -> str:
    """Say that the model gave no answer, and why."""
    return note("failed", language, reason=error, trouble=error.trouble)
