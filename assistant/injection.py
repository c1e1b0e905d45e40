"""Text that tries to instruct the machine: found, set aside, shown as what it is. It never changes an answer.

A sentence counts when it orders the reader's machine about: to drop its sources or rules, to take on a role, to show
its prompt, to begin its answer in a given way, or to state something. It takes an order to count: a sentence that asks
about rules, instructions or an assistant, or that begs not to forget something, is as honest as any other. What is
asked before or after the order in the same sentence is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.sentences import ABBREVIATIONS

_CLAUSE = (
    r"(?:^\W*|[,;:(–—]\s*|\s-\s+)"
    r"(?:(?:och|men|sedan|så|nu|alltså|hej|snälla|vänligen|först|viktigt|obs|var (?:snäll|god) och"
    r"|and|but|so|then|now|please|first|just|important)\b[\s,:!]*){0,3}"
)
"""Where a clause begins, and with it an order."""
_MUST = (
    r"\b(?:du|you|ni)\s+(?:ska(?:ll)?|måste|bör|får|must|should|shall|will|have to|need to|are to)\s+(?:\w+\s+){0,1}?"
)
_COULD = (
    r"\b(?:kan|kunde|skulle|vill|can|could|will|would)\s+(?:du|ni|you)\s+(?:kunna\s+|please\s+|vänligen\s+|snälla\s+"
    r"|vara (?:snäll|vänlig|bussig) och\s+|be so kind (?:as to|and)\s+)?"
    r"|\b(?:att|so that|that|want|like)\s+(?:du|you)\s+(?:to\s+|ska\s+)?"
)
_ORDER = rf"(?:{_CLAUSE}|{_MUST})"
_REQUEST = rf"(?:{_CLAUSE}|{_MUST}|{_COULD})"

_DROP = (
    r"(?:(?:ignorer|strunt|kringgå|skit)\w{0,2}(?: i)?|glöm(?:ma|mer)?(?: bort)?|bortse[r]?(?: från)?|hoppa[r]? över"
    r"|åsidosätt(?:a|er)?|(?:använd|följ|läs|citera|bry dig)\s+(?:inte|ej|aldrig)(?: om)?"
    r"|sluta (?:att )?(?:följa|använda|citera|läsa)|ignore|forget|disregard|override|bypass|skip"
    r"|(?:do not|don't|don’t|never)\s+(?:follow|use|cite|read|obey)|stop\s+(?:following|using|citing|reading|obeying))"
    r"(?!\s+(?:inte|ej|aldrig|not)\b)"
)
_WHICH = (
    r"(?:\s+(?:alla?|all|de|den|det|dina|era|mina|samtliga|dessa|just|the|any|your|those|these|every|of|om|t\.ex\.|jävla|jäkla"
    r"|förbannade|dumma|fåniga|stupid|damn|silly"
    r"|\w{3,}(?:iga|nade|lade|ande|iva|ella)|tidigare|previous|prior|earlier|\w{3,}(?:ing|ous|al|ed)))*"
)
_RULES = (
    r"\s+(?:instruktion|instruction|regl|regel|rule|dokument|document|käll|source|kriteri|criteri|begränsning|restriction"
    r"|riktlinje|guideline|constraint|polic(?:y|ies)|prompt|underlag|granskning)\w*"
    r"(?!\s+(?:från|om|som|för|till|före|äldre|from|about|before|of|for|that)\b)"
)
_ALL = r"\s+(?:allt(?! om\b)|ovanstående|everything(?! about\b)|(?:all (?:of )?|all |)the above|all above)\b"
_OWN = (
    r"(?:\s+\w+){0,3}?\s+(?:(?:dina|din|ditt|your|tidigare|föregående|ovanstående|previous|prior|earlier)\s+(?:\w+\s+)?"
    r"(?:instruktion|instruction|regl|rule|begränsning|restriction|riktlinje|guideline|prompt)\w*"
    r"|system(?:prompt|meddelande|instruktion)\w*|system (?:prompt|message)s?)"
)
"""What only a machine is told to drop: its own, or its earlier, instructions."""
_MACHINE = (
    r"(?:ai|llm|språkmodell\w*|assistent\w*|ai-\w+|modell(?:en)?|granskare\w*|maskinen|bot(?:en)?|reviewer|model)"
)
_QUOTE = r"[\"'”’»“]"

_REQUESTED = (
    rf"{_DROP}{_WHICH}(?:{_RULES}|{_ALL})",
    r"(?:ljuga?|fantisera|bryta? mot)\b",
    r"(?:låtsas?|agera(?:r)? som|spela(?:r)? rollen|act as|pretend (?:to|that|you)|role-?play)\b",
    rf"(?:svara|skriv|säg)\s+(?:bara\s+|endast\s+|alltid\s+)?(?:med\s+)?(?:ordet|orden|frasen|texten|{_QUOTE})",
    rf"(?:answer|reply|respond|say)\s+(?:(?:only|just|with)\s+)*(?:the (?:word|phrase|text)|{_QUOTE})",
    r"(?:visa|avslöja|återge|upprepa|skriv(?:a)? ut|reveal|print|show|repeat|output|tell me)\b"
    r"(?:\s+\w+){0,3}?\s+(?:(?:dina?|ditt|your)\s+(?:\w+\s+){0,2}?(?:prompt|instruktion|instruction)"
    r"|systemprompt|system prompt)",
)
"""What is asked of a machine alone, however it is asked."""
_ORDERED = (
    r"(?:svara|skriv|intyga|bekräfta|påstå|hävda)\s+(?:bara\s+|endast\s+|alltid\s+|enbart\s+)?att\b",
    r"säg\s+(?:bara\s+|endast\s+|alltid\s+)?att\b(?!\s+(?:jag|vi|man|en|ett|någon|det)\b)",
    r"(?:svara|säg)\s+(?:bara\s+|endast\s+|alltid\s+)+(?:ja|nej|yes|no|godkän\w+)\b(?!\s+eller)",
    r"(?:answer|reply|respond|confirm|state)\s+(?:only\s+|just\s+|always\s+)?that\b",
    r"say\s+(?:only\s+|just\s+|always\s+)?that\b(?!\s+(?:we|i|you|a|an|some\w*|there)\b)",
    r"(?:inled|börja|avsluta|starta|begin|start|end)\s+(?:med|with)\s+(?:ordet\s+)?(?-i:[A-ZÅÄÖ]{2,})\b",
    r"(?:svara|skriv|säg|write|reply|answer)\s+(?:bara|endast|enbart|only|just)\s*:",
    r"(?:markera|bedöm|sätt|betrakta|mark|rate|treat|set)\s+(?:alla|samtliga|varje|all|every|each)\s+"
    r"(?:\w+\s+){0,2}?(?:kriteri|criteri)\w*\s+(?:som|till|as|to)\b",
)
"""What may be asked, but not ordered."""
_ANYWHERE = (
    rf"\b{_DROP}{_OWN}",
    r"^\W*(?:system(?:\s*(?:meddelande|prompt|instruktion|message|instruction))?|assistant|admin|developer|root)"
    r"\s*(?:override|mode|note)?\s*[\])>]*\s*:",
    r"<\|?/?(?:system|im_start|im_end|inst)\b|\[/?(?:inst|system\w*|admin(?:istratör\w*)?|root|developer|utvecklare)\]",
    r"\b(?:källorna|dokumenten|reglerna|spärrarna|alla (?:källor|dokument|regler|spärrar)) är (?:nu )?"
    r"(?:avstängda|avaktiverade|inaktiva|upphävda|borttagna|ogiltiga)\b",
    r"\ball (?:sources|documents|rules|safeguards) are (?:now )?(?:off|disabled|lifted|removed|void)\b",
    r"\bsystem override\b|\bjailbreak\b|\bdan mode\b",
    r"\b(?:developer|utvecklar|admin(?:istratörs)?|debug|god)[ -]?(?:läge|mode)\b",
    r"\bdu är nu\b|\b(?:från och med nu|hädanefter|nu) är du\b|\byou are now\b|\bfrom now on,? you\b",
    r"\batt du (?:ljuger|fantiserar|bryter mot)\b",
    r"\b(?:från och med nu|hädanefter) \w+ du\b",
    r"^\W*(?:(?:obs|viktigt|meddelande|instruktion(?:er)?|notis|important|attention|note|message|instructions?)\W+)?"
    rf"(?:till|to|for)\s+(?:den\s+|the\s+|dig som\s+)?(?:\w+\s+)?{_MACHINE}\b[^.?!:]{{0,30}}:",
    r"^\W*(?:\w+\W+)?(?:note|message|instructions?)\s+(?:to|for)\s+(?:the\s+|any\s+)?(?:ai|assistant|model|reviewer|llm)\b",
    r"\b(?:inled|börja|avsluta|starta)\s+(?:ditt\s+|varje\s+)?(?:svar(?:et)?|meddelandet)\s+med\b",
    r"\b(?:begin|start|end|finish)\s+(?:your|the|every|each)\s+(?:answer|reply|response)\s+(?:with|by)\b",
)
"""What needs no order to be one."""
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (rf"{_REQUEST}(?:{'|'.join(_REQUESTED)})", rf"{_ORDER}(?:{'|'.join(_ORDERED)})", *_ANYWHERE)
)
"""What begins alike is sought at once, in a third of the time."""
UNITS = frozenset({"kr", "tkr", "mkr", "mnkr"})
"""Abbreviations that as often end a sentence of a question as they stand inside one."""
_END = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s+|\n+")
_LAST_WORD = re.compile(r"([^\W\d_][\w.]*)\.\s*$")
_ASKING = r"(?:vad|hur|vem|vilk(?:a|en|et)|när|varför|what|how|who|which|when|where|why)\b"
_ASKS = re.compile(
    rf"\b{_ASKING}|^\W*(?:är|har|får|kan|ska|måste|finns|gäller|ingår|is|are|can|may|does|do|has|have)\b\s+\w+\s+\w+",
    re.IGNORECASE,
)
_RESUMES = re.compile(
    r"(?:[,:;–—-]\s+|\b(?:och|men|and|but)\s+)"
    rf"(?:(?:berätta|förklara|svara på|säg(?: mig)?|tell me|explain)\s+)?(?={_ASKING})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Screened:
    """A question with what tried to instruct the machine set apart from what was asked."""

    text: str
    """The honest part; empty when nothing was left."""
    instructions: tuple[str, ...]
    """What was set aside, as it was written."""


def is_instruction(sentence: str) -> bool:
    """True when a sentence orders the machine about."""
    return any(pattern.search(sentence) for pattern in _PATTERNS)


def set_aside(text: str) -> Screened:
    """Part the instructions from the rest; every word of ``text`` ends up on one side or the other."""
    kept: list[str] = []
    instructions: list[str] = []
    for sentence in _sentences(text):
        before, order, after = _part(sentence)
        kept += [before, after]
        if order.strip():
            instructions.append(order.strip())
    return Screened("".join(kept).strip(), tuple(instructions))


def _sentences(text: str) -> Iterator[str]:
    """Yield the sentences of ``text`` with the white space after them; a lower-case letter may begin one."""
    begin = 0
    for match in _END.finditer(text):
        word = _LAST_WORD.search(text, max(begin, match.start() - 40), match.start())
        if word and (word[1].lower() in ABBREVIATIONS - UNITS or len(word[1]) == 1) and "\n" not in match.group():
            continue
        yield text[begin : match.end()]
        begin = match.end()
    if begin < len(text):
        yield text[begin:]


def _part(sentence: str) -> tuple[str, str, str]:
    """Return what a sentence asks before an order, the order, and what it asks after it."""
    starts = [match.start() for pattern in _PATTERNS if (match := pattern.search(sentence))]
    if not starts:
        return sentence, "", ""
    first = min(starts)
    before = sentence[:first] if _ASKS.search(sentence[:first]) else ""
    rest = sentence[len(before) :]
    end = _order_end(rest, first - len(before))
    return f"{before} " if before else "", rest[:end], rest[end:]


def _order_end(rest: str, start: int) -> int:
    """Return where the order that begins at ``start`` ends: at its bracket, or where an honest question begins."""
    if rest[start:].startswith("(") and ")" in rest:
        return rest.index(")") + 1
    resumes = (match.end() for match in _RESUMES.finditer(rest, start) if not is_instruction(rest[match.end() :]))
    return next(resumes, len(rest))
