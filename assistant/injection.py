"""Text that tries to instruct the machine: found, set aside, shown as what it is. It never changes an answer.

A sentence counts when it orders the reader's machine about: to forget its sources or rules, to take on a role, to
begin or end its answer in a given way, or to confirm something. The honest part of the question is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:ignorera|glöm|bortse från|strunta i|åsidosätt|hoppa över)\b.{0,60}\b(?:instruktion|regl|dokument|käll"
        r"|prompt|tidigare|ovan|allt|begränsning|kriteri)\w*",
        r"\b(?:ignore|forget|disregard|override|bypass)\b.{0,60}\b(?:instruction|rule|document|source|prompt|previous"
        r"|above|everything|restriction|guideline)s?\b",
        r"\b(?:system(?:meddelande|prompt|instruktion)?|assistant|admin|developer)\s*(?:override|prompt|message|mode)?\s*:",
        r"\bsystem override\b|\bjailbreak\b|\bdeveloper mode\b|\badmin(?:istratörs)?läge\b|\badmin mode\b",
        r"\b(?:du är nu|från och med nu är du|låtsas (?:att du|vara)|agera som|you are now|act as|pretend (?:to be|that))\b",
        r"\btill (?:ai|den ai|språkmodellen|ai-assistenten|assistenten|modellen|granskaren|maskinen)\b[^.?!]{0,20}:",
        r"\b(?:note|message|instructions?) (?:to|for) (?:the )?(?:ai|assistant|model|reviewer|llm)\b",
        r"\b(?:svara|skriv|säg|intyga|bekräfta|påstå)\s+(?:bara\s+|endast\s+|alltid\s+)?att\b",
        r"\b(?:inled|börja|avsluta|starta)\s+(?:ditt\s+)?(?:svaret?|meddelandet)\b",
        r"\b(?:begin|start|end|finish)\s+(?:your|the)\s+(?:answer|reply|response)\b",
        r"\b(?:answer|reply|say|respond|confirm)\s+(?:only\s+|just\s+)?(?:that|with)\b",
        r"\b(?:visa|avslöja|skriv ut|återge|reveal|print|show)\b.{0,30}\b(?:systemprompt|prompt|instruktioner|instructions)\b",
    )
)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*\s*|\n")


@dataclass(frozen=True, slots=True)
class Screened:
    """A question with what tried to instruct the machine set apart from what was asked."""

    text: str
    """The honest part; empty when nothing was left."""
    instructions: tuple[str, ...]
    """The sentences set aside, as they were written."""


def is_instruction(sentence: str) -> bool:
    """True when a sentence orders the machine about."""
    return any(pattern.search(sentence) for pattern in _PATTERNS)


def set_aside(text: str) -> Screened:
    """Part the instructions from the rest, sentence by sentence."""
    kept: list[str] = []
    instructions: list[str] = []
    for match in _SENTENCE.finditer(text):
        sentence = match.group()
        if is_instruction(sentence):
            instructions.append(sentence.strip())
        else:
            kept.append(sentence)
    return Screened("".join(kept).strip(), tuple(instructions))
