"""What is written down of each answer: when, how it went, what it rested on; never what was asked or said.

One JSON object a line, appended in one write, so that several processes may share the file.
"""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from pathlib import Path

from assistant.answers import Answer, Usage
from assistant.privacy import mask

_LOG = logging.getLogger(__name__)


class Journal:
    """The journal in a file; a folder that cannot be written costs the entry, never the answer."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def answered(self, answer: Answer, seconds: float) -> None:
        self._append(
            event="answered",
            seconds=round(seconds, 3),
            abstained=answer.abstained,
            answered_by=answer.answered_by,
            documents=sorted({citation.document for citation in answer.citations}),
            review=[flag.code for flag in answer.flags],
            **_modelled(answer),
        )

    def model_asked(self, model: str, task: str, usage: Usage, trouble: str, prompts: tuple[str, ...] = ()) -> None:
        """Write down a call of a language model: for what, what it took, and the kind of trouble, if any."""
        self._append(
            event="model",
            model=model,
            task=task,
            prompts=list(prompts),
            tokens_in=usage.tokens_in,
            tokens_out=usage.tokens_out,
            estimated=usage.estimated,
            seconds=round(usage.seconds, 3),
            trouble=trouble,
        )

    def judged(self, answer: Answer, useful: bool, comment: str = "") -> None:
        """Write down a thumb; the comment, which the user writes to the office, is kept with personal data masked."""
        self._append(
            event="judged",
            useful=useful,
            comment=mask(comment)[:1000],
            abstained=answer.abstained,
            citations=[f"{one.document}:{one.start}-{one.end}" for one in answer.citations],
        )

    def _append(self, **entry: object) -> None:
        line = json.dumps({"time": datetime.now(UTC).isoformat(timespec="seconds"), **entry}, ensure_ascii=False)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            # Half a surrogate pair, which UTF-8 cannot hold, becomes JSON's own escape.
            with self.path.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(line + "\n")
        except OSError as error:
            _LOG.warning("journal_not_written: %s", error)


def _modelled(answer: Answer) -> dict[str, object]:
    """Return what is written down of a model's part in an answer; nothing when it had none."""
    phrasing = answer.phrasing
    read_with = [answer.read_with] if answer.read_with else []
    if phrasing is None:
        return {"prompts": read_with} if read_with else {}
    return {
        "prompts": [*read_with, *phrasing.prompts],
        "kept": phrasing.kept,
        "removed": [str(reason) for reason in phrasing.removed],
        "failure": phrasing.failure,
    }
