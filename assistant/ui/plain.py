"""An answer as plain text for the clipboard."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.answers import Answer, Citation
from assistant.ui.conversation import Turn
from assistant.ui.phrased import said


def plain_answer(turn: Turn, answer: Answer, words: Mapping[str, str]) -> str:
    """Return question, answer, a language model's part in it, what a person must check, and the numbered sources with
    their quotes."""
    parts = [f"{words['copy_question']}: {answer.question.strip()}", answer.text.strip()]
    phrased_by = [f"{words['phrased_by'].format(model=turn.model)}."] if answer.verbatim else []
    if told := [*phrased_by, *said(turn, words)]:
        parts.append(" ".join(told))
    if answer.flags:
        parts.append("\n".join([f"{words['copy_review']}:", *(f"- {flag.message}" for flag in answer.flags)]))
    if answer.citations:
        parts.append("\n".join([f"{words['copy_sources']}:", *(_source(c, words) for c in answer.citations)]))
    return "\n\n".join(parts) + "\n"


def _source(citation: Citation, words: Mapping[str, str]) -> str:
    page = words["page"].format(page=citation.page) if citation.page else ""
    place = ", ".join(part for part in (citation.title, citation.section, page) if part)
    return f"[{citation.marker}] {place}: ”{' '.join(citation.quote.split())}”"
