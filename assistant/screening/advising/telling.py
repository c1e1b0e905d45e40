"""What a protocol says of a language model's part in it, a Swedish sentence each."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.models.errors import ModelError
from assistant.models.line import Line
from assistant.screening.model import Judgement

STANDING = {
    "doubt": "Språkmodellen bedömer att underlaget inte räcker; läs stället.",
    "pointer": "Språkmodellen pekar på ett ställe som kan ha betydelse; läs det.",
}
"""In place of a model's reason when the draft and the rule do not hold what it says."""

_RESTS = "Språkmodellen kunde inte användas; granskningen vilar på reglerna."
_NAMED = 6
"""Parts of a draft that are named; more are counted."""
_LONGEST = 60
"""Characters of a heading that are repeated."""


def failed(error: ModelError) -> tuple[str, ...]:
    """Say that no model has looked at the draft, and why."""
    return _RESTS, str(error)


def too_narrow(context: int) -> tuple[str, ...]:
    """Say that a model with so many tokens has no room for a draft."""
    return (
        _RESTS,
        f"Modellen tar in {context} tokens, och utkastet ryms inte; höj FINSAM_CHAT_CONTEXT om den klarar mer.",
    )


def looked(
    line: Line, judgements: Sequence[Judgement], dropped: int, unread: Sequence[str], prompt: str
) -> tuple[str, ...]:
    """Say which model has looked at the draft, what came of it, and what it has not seen.

    Args:
        dropped: proposals whose evidence does not stand in the draft.
        unread: headings of the parts that found no room, personal data masked.
        prompt: name, version and hash of the prompt.
    """
    doubts = sum(one.doubted for one in judgements)
    remarks = sum(one.remark is not None for one in judgements)
    told = [
        f"Språkmodellen {line.name} {line.place.described} har läst utkastet efter reglerna (uppmaning {prompt}). "
        f"{_remarked(remarks, doubts)}"
    ]
    if dropped:
        what = "Ett förslag" if dropped == 1 else f"{dropped} förslag"
        told.append(f"{what} av modellens räknas inte, eftersom stället som den hänvisar till inte finns i utkastet.")
    if unread:
        told.append(f"Utkastet är längre än modellen tar in. Den har inte läst hela: {_listed(unread)}.")
    return tuple(told)


def _remarked(remarks: int, doubts: int) -> str:
    if not remarks:
        return "Den har inga påpekanden."
    count = "ett påpekande" if remarks == 1 else f"{remarks} påpekanden"
    if not doubts:
        return f"Den har {count}; inget omdöme har ändrats."
    return f"Den har {count} och har gjort {'ett kriterium oklart' if doubts == 1 else f'{doubts} kriterier oklara'}."


def _listed(headings: Sequence[str]) -> str:
    names = [f"”{_cut(heading)}”" if heading else "inledningen" for heading in headings[:_NAMED]]
    more = len(headings) - _NAMED
    return ", ".join(names) + (f" och {more} till" if more > 0 else "")


def _cut(heading: str) -> str:
    line = " ".join(heading.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"
