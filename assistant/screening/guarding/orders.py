"""Orders to a reader's machine as applications try them: told from honest sentences with the same words.

:mod:`assistant.injection` knows the orders that a question tries; ``orders.txt`` adds those that a draft tries: to set
a verdict, to leave something out of the report, to go without a person's review.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from assistant.injection import is_instruction

_REVIEWER = (
    r"(?:ai-(?:granskar\w*|bedömar\w*|granskning\w*|reviewer\w*)|ai\s+(?:granskar\w*|reviewer\w*|screener)"
    r"|gransknings(?:system|verktyg|robot|modell|program|assistent|maskin)\w*|bedömnings(?:system|verktyg|robot)\w*"
    r"|(?:automat\w+|digital\w*|maskinell\w*)\s+(?:gransk\w+|bedöm\w+|reviewer\w*|screening\w*|review\w*|assessment\w*)"
    r"|(?:screening|review)\s+(?:system|tool|bot|software|assistant)\w*)(?!\w)"
)
_MACHINE = (
    rf"(?:{_REVIEWER}|ai(?::?n|-?(?:assistent\w*|modell\w*|verktyg\w*|system\w*|assistant\w*))?"
    r"(?:\s+(?:assistant\w*|systems?|models?))?|llm\w*|(?:stora\s+)?språkmodell\w*|(?:large\s+)?language models?"
    r"|chatt?bot\w*|chatgpt|copilot|(?:automat\w+|digital\w*|maskinell\w*)\s+(?:assistent\w*|system\w*|verktyg\w*))(?!\w)"
)
_ORDER = (
    r"(?:(?:^\W*|[,;:(–—]\s*|\s-\s+|\b(?:du|ni|you)\s+(?:ska(?:ll)?|måste|bör|must|should|shall|will|are to)\s+"
    r")(?:(?:och|men|sedan|så|nu|alltså|vänligen|snälla|därför|also|please|now|then|just"
    r"|instead|obs|viktigt|important|always|alltid)\b[\s,:!]*){0,3})"
)
_ABOUT = r"(?:ansökan|ansökningen|projektansökan|application|proposal|submission)"
_RESENT = re.compile(
    r"\b(?:skickade?s?|sända?|insända?|inlämna\w+|lämnade|version\w*|utkast\w*|mejl\w*|mail\w*|e-post\w*|bifoga\w*|sent"
    r"|draft|attached)\b",
    re.IGNORECASE,
)
"""What a person asks a person to disregard: papers that were sent before."""
_COSTS = re.compile(r":\s*\d[\d .,\u00a0]*(?:[tkm]?kr|kronor)?\W*$", re.IGNORECASE)
"""A row of a budget: "Till AI-verktyg: 40 000 kr"."""
_LABEL = re.compile(r"^\W*System\s*:\s*")
"""A label of a form, before what system is used."""
_HIDDEN = re.compile(
    rf"{_ORDER}(?:godkänn|bifall|bevilja|approve|accept|rekommendera bifall)\b(?!\s+(?:gärna|att|that)\b)"
    rf"|\b(?:alla|samtliga|all)\s+(?:\w+\s+)?(?:kriteri\w+|criteria)\s+(?:är|anses|ska|bedöms|are|should|must)\b",
    re.IGNORECASE,
)
"""What is an order only where no person was to see it."""


def is_order(sentence: str) -> bool:
    """True when a sentence, on one line, tells a reader's machine what to do or to leave."""
    if _COSTS.search(sentence):
        return False
    if any(pattern.search(sentence) for pattern in _patterns()):
        return True
    return is_instruction(_LABEL.sub("", sentence)) and not (
        _RESENT.search(sentence) and not speaks_to_machine(sentence)
    )


def is_hidden_order(text: str) -> bool:
    """True when a text that a person does not see is one, or orders a verdict without saying whom."""
    return is_order(text) or _HIDDEN.search(text) is not None


@cache
def _addressed() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_MACHINE}", re.IGNORECASE)


def speaks_to_machine(sentence: str) -> bool:
    """True when a sentence names a machine that reads or judges."""
    return _addressed().search(sentence) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    lines = (Path(__file__).parent / "orders.txt").read_text(encoding="utf-8").splitlines()
    filled = (
        line.replace("{machine}", _MACHINE)
        .replace("{reviewer}", _REVIEWER)
        .replace("{order}", _ORDER)
        .replace("{about}", _ABOUT)
        for line in lines
        if line and not line.startswith("#")
    )
    return tuple(re.compile(line, re.IGNORECASE) for line in filled)
