"""Find in a draft the words that a model says it quotes; what does not stand there is no evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.quoting import verbatim_span
from assistant.screening.draft import Span
from assistant.screening.sentences import LONGEST
from ingest.model import Document

LEAST = 8
"""Letters and figures of a quote that points at a place; fewer stand anywhere."""

_SAME = (("‹", "‹<"), ("›", "›>"), ("\"”“„»«'’", "\"”“„»«'’"), ("-–—‑", "-–—‑"))
"""Signs that are written for each other: those that mark out the draft in the prompt, quotation marks, strokes."""
_AROUND = "\"”“„»«'’ \n\t…"


def located(document: Document, quote: str, within: Sequence[Span]) -> Span | None:
    """Return where ``quote`` stands in one of some stretches of the document, white space aside; None when it does not.

    The place is drawn in to what stands verbatim in the file as it came.
    """
    quote = quote.strip(_AROUND).removesuffix("...")
    if len(quote) > LONGEST or not _says(quote):
        return None
    words = r"\s+".join(map(_any_form, quote.split()))
    pattern = re.compile(rf"(?<!\w){words}(?!\w)")
    for stretch in within:
        if found := pattern.search(document.text, stretch.start, stretch.end):
            span = Span(*verbatim_span(document, *found.span()))
            return span if _says(document.text[span.start : span.end]) else None
    return None


def _says(words: str) -> bool:
    return sum(map(str.isalnum, words)) >= LEAST and len(words.split()) > 1


def _any_form(word: str) -> str:
    return "".join(_sign(letter) for letter in word)


def _sign(letter: str) -> str:
    same = next((forms for signs, forms in _SAME if letter in signs), "")
    return f"[{re.escape(same)}]" if same else re.escape(letter)
