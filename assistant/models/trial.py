"""Try the configured model: does it answer, how long does it take, and does it take in as much as is said of it?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assistant.models.errors import ModelError, Trouble
from assistant.models.line import Line
from assistant.models.prompts import Prompt

WORD = "lingonskog"
"""What is to be found again."""

ANSWER_TOKENS = 50
LETTERS_PER_TOKEN = 3
"""Letters of the filling that a token holds, or a few more: the prompt comes near the limit and stays within it."""

FILLED = 0.8
"""Share of the context that the long trial fills."""

_SENTENCE = "Rad {number} finns bara för att texten ska bli lång. "


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of asking the model."""

    seconds: float
    """Time that the short question took."""
    whole: bool
    """It found the word at the head of a prompt that fills most of its context."""
    letters: int
    """Length of that prompt."""


def try_out(line: Line, prompts: Path) -> Trial:
    """Ask the model for a word that stands in a short prompt, and then at the head of a long one.

    Raises:
        ModelError: it does not answer, or does not find the word even in the short prompt.
        AssistantError: the prompt cannot be used.
    """
    prompt = Prompt.load(prompts, "trial")
    answer, seconds = _ask(line, prompt, "")
    if WORD not in answer.lower():
        raise ModelError(Trouble.BROKEN, f"Språkmodellen {line.name} svarar, men inte på frågan: {answer[:60]!r}.")
    letters = int(line.context * FILLED * LETTERS_PER_TOKEN)
    filling = "".join(_SENTENCE.format(number=number) for number in range(letters // len(_SENTENCE)))
    try:
        answer, _ = _ask(line, prompt, filling)
    except ModelError as error:
        if error.trouble is not Trouble.TOO_LONG:
            raise
        return Trial(seconds, False, len(filling))
    return Trial(seconds, WORD in answer.lower(), len(filling))


def _ask(line: Line, prompt: Prompt, filling: str) -> tuple[str, float]:
    with line.stream(prompt.fill(word=WORD, filling=filling), ANSWER_TOKENS, task="prov") as stream:
        answer = "".join(stream)
        return " ".join(answer.split()), stream.usage.seconds
