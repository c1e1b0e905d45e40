"""Names that are ordinary words too: "Insikt i andras uppdrag" begins a sentence and names nothing."""

from __future__ import annotations

import re

from ingest.register.names import Mention

_BEGINS = re.compile(r"(?:^|[.!?:;”\"]|\n|\]|(?:^|\n)\s*[-•–]|\d[.)])\s*$")
_GOES_ON = re.compile(
    r"\s+(?:i|om|att|och(?= [a-zåäö])|för|på|till|av|som|hos|kring|med|mellan|från|vid|mot|eller|ur|inom)\b"
)
"""How a noun goes on that names nothing: "Insikt om …", "Tillbaka till …"."""
_INITIATIVE = re.compile(r"\b\w*(?:insats|projekt|satsning)\w*|\bbudget\w*|\bdeltagare\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?\n]")


def is_ordinary(text: str, mention: Mention) -> bool:
    """True for one word at the beginning of a sentence that may be the ordinary word: written with its first capital
    only, and going on as a noun does that names nothing."""
    word = text[mention.start : mention.end]
    return (
        word[1:].isalpha()
        and word[1:].islower()
        and _BEGINS.search(text, max(0, mention.start - 4), mention.start) is not None
        and _GOES_ON.match(text, mention.end) is not None
    )


def is_told_of(text: str, mention: Mention) -> bool:
    """True when the sentence that a name begins tells of an initiative: "Insikt i siffror: insatsen hade …"."""
    end = _SENTENCE.search(text, mention.end)
    return _INITIATIVE.search(text, mention.end, end.start() if end else len(text)) is not None
