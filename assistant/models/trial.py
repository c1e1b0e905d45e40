"""Try the configured model: does it answer, how long does it take, and does it take in as much as is said of it?"""

from __future__ import annotations

from assistant.models.errors import ModelError, Trouble
from assistant.models.line import Line
from assistant.models.prompts import Prompt

TASK = "prov"
"""What the journal calls it."""

WORD = "lingonskog"
"""What is to be found again."""

ANSWER_TOKENS = 50

LETTERS_PER_TOKEN = 3
"""Letters of the filling that a token holds, or a few more: the prompt comes near the limit and stays within it."""

FILLED = 0.9
"""Share of the context that the long trial fills at most, the answer's tokens set aside."""

_SENTENCE = "Rad {number} finns bara för att texten ska bli lång. "


def answers(line: Line, prompt: Prompt) -> float:
    """Ask the model for a word that stands in a short prompt; return the seconds it took.

    Raises:
        ModelError: it does not answer, or answers something else.
        PromptError: the prompt cannot be used.
    """
    answer, seconds = _ask(line, prompt, "")
    if WORD not in answer.lower():
        raise ModelError(Trouble.BROKEN, f"Språkmodellen {line.name} svarar, men inte på frågan: {answer[:60]!r}.")
    return seconds


def reads_whole(line: Line, prompt: Prompt) -> bool:
    """Ask for a word at the head of a prompt that fills most of the context; False when the model does not find it.

    Servers that take in less cut the head off without a word, or refuse.

    Raises:
        ModelError: it does not answer, most often since so long a text takes it too long.
        PromptError: the prompt cannot be used.
    """
    letters = int((line.context * FILLED - ANSWER_TOKENS) * LETTERS_PER_TOKEN)
    filling = "".join(_SENTENCE.format(number=number) for number in range(letters // len(_SENTENCE)))
    try:
        answer, _ = _ask(line, prompt, filling)
    except ModelError as error:
        if error.trouble not in (Trouble.TOO_LONG, Trouble.MISCONFIGURED):
            raise
        return False
    return WORD in answer.lower()


def _ask(line: Line, prompt: Prompt, filling: str) -> tuple[str, float]:
    with line.stream(prompt.fill(word=WORD, filling=filling), ANSWER_TOKENS, TASK) as stream:
        answer = "".join(stream)
        return " ".join(answer.split()), stream.usage.seconds
