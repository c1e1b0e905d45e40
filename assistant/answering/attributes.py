"""What people call the columns of a table: cues in a question, and the heads they point at."""

from __future__ import annotations

import re

from assistant.lexicon import stems

_ATTRIBUTES: tuple[tuple[str, str], ...] = (
    (r"\bäg(?:er|are|s|de|t|a)\b|insatsägare|projektägare|huvudman|\bowns?\b|\bowner", r"ägare|huvudman|owner"),
    (r"part(?:er)?\b|parterna|samverkar|deltar\b|partners?\b|parties", r"parter\b|samverkan|partner"),
    (r"budget|kosta|pengar|anslag|\bcosts?\b|funding|tilldela", r"budget|kostnad|belopp|anslag|medel|cost"),
    (r"utfall|förbruka|g(?:ick|ått|år) åt|använts|spenderat|\boutcome|\bspent", r"utfall|bokslut|outcome"),
    (r"prognos|forecast|väntas", r"prognos|forecast"),
    (r"avvikelse|deviation", r"avvikelse"),
    (r"\bmål(?:et|en|sättning(?:en)?|värdet?)?\b|\bgoals?\b|\btargets?\b", r"\bmål(?:värde|nivå|tal)?\b|target|goal"),
    (
        r"hur länge|^(?:och )?när\b|sedan när|\btid(?:plan|en|sram)?\b|pågå|startade|slutar|avslutas"
        r"|how long|^(?:and )?when\b",
        r"tid(?:plan|speriod)?\b|period|start|slut",
    ),
    (r"\bsyfte|varför|\bpurpose|\baim\b", r"syfte|purpose"),
    (r"målgrupp|för vilka|target group", r"målgrupp"),
    (r"ansvar|responsible", r"ansvarig|responsible"),
    (r"individ|struktur|kategori|\btyp\b", r"^i/s$|typ\b|kategori|inriktning"),
    (r"resultat|hur gick|lärdom|\bresults?\b", r"resultat|lärdom|result"),
    (r"aktivitet|\bgöra\b|activit", r"aktivitet"),
    (r"\bföre\b|\bbefore\b", r"^(?:före|before)\b"),
    (r"\befter\b|\bafter\b", r"^(?:efter|after)\b"),
    (r"uppfölj|följs upp|mätas", r"uppföljning"),
)
_COMPILED = tuple((re.compile(cue, re.I), re.compile(head, re.I)) for cue, head in _ATTRIBUTES)
_WORD = re.compile(r"[^\W_]+")


def fits_head(question: str, head: str) -> bool:
    """True when a column's head is what the question asks for."""
    return cue_of(question, head) is not None


def cue_of(question: str, head: str) -> int | None:
    """Return which of the kinds of columns a head is that the question asks for, or None."""
    for kind, (cue, pattern) in enumerate(_COMPILED):
        if cue.search(question) and pattern.search(head):
            return kind
    return None


def asks_for(question: str) -> frozenset[str]:
    """Return the stems of the words by which the question points at a column."""
    words = {word for cue, _ in _COMPILED for match in cue.finditer(question) for word in _WORD.findall(match.group())}
    return stems(words)
