"""Hear a question: its honest part, its words, years and places, and what it leans on from earlier turns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.associations import HOME
from assistant.injection import set_aside
from assistant.lexicon import Lexicon
from assistant.phrases import in_plain_words
from assistant.privacy import PersonalData, find_personal_data, mask
from assistant.seeking import cue_words
from assistant.words import FILLERS, function_words
from assistant.years import without_years, years_in
from ingest.months import MONTHS

QUESTION_WORD = r"(?:vad|hur|vem|vems|vilk(?:a|en|et)|när|varför|what|how|who|when|which|why)"
REMEMBERED = 6
"""Turns that a question may lean on."""
_OWN_SUBJECT = re.compile(r"förbundet|finsam|styrelsen|kansliet|lagen|association|board", re.IGNORECASE)
NOW = re.compile(
    r"\bnu\b|\bidag\b|\bi dag\b|\bjust nu\b|nuvarande|aktuell|\bi år\b|\bnow\b|\btoday\b|\bcurrent", re.IGNORECASE
)
_PLACE = re.compile(
    r"(?:[Ff][Ii][Nn][Ss][Aa][Mm] (?:i )?|[Ss]amordningsförbundet (?:Finsam )?(?:i )?|[Ff]örbundet i |association in )"
    r"([A-ZÅÄÖ][a-zåäöé]{2,})|\b([A-ZÅÄÖ][a-zåäöé]+?)s?\s+(?:samordningsförbund|[Ff]insam\b)"
)
LEANS = re.compile(
    r"^(?:och|men|and|but|ok|okej)\b|\bsamma (?:fråga|sak)\b|\bdå\s*\?*$"
    r"|^(?:hur|vad|vem|när|varför)\s*(?:då|var det då)?\s*\?*$"
    r"|\b(?:den|de|dem|dess|deras|denna|detta|dessa|han|hon|its|they|them|their|those)\b(?! (?:som|\d))",
    re.IGNORECASE,
)
THE_SAID = re.compile(
    r"\b(?:projektet|insatsen|satsningen|modellen|projekten|insatserna|utvärderingen|gruppen)s?\b"
    r"(?! (?:som|i|för|om|på|av)\b)",
    re.IGNORECASE,
)
"""What an earlier question named, called by its kind."""
_WHEN = re.compile(
    r"slutet|början|mitten|månad(?:en)?|halvår(?:et)?|kvartal(?:et)?|delår(?:et)?|åt|gått|gick|går|använts|använt|använde\w*"
    r"|förbrukats|spenderats|spenderat|återstår|återstod|end|beginning|spent|used"
)
"""Words for a time, and for money that is used."""
_CLAUSE = re.compile(rf"[,?]\s+|\s+(?:och|samt|and)\s+(?={QUESTION_WORD}\b)", re.IGNORECASE)
IT = re.compile(r"\b(?:det|där|it|that|this)\b", re.IGNORECASE)
_STARTS = re.compile(rf"{QUESTION_WORD}\b", re.IGNORECASE)
_NAME = re.compile(r"(?<![.?!]\s)(?<!^)\b(?:[A-ZÅÄÖ][\wåäö]+|[A-ZÅÄÖ]{2,})(?:\s+(?:[A-ZÅÄÖ][\wåäö]+|\d\.\d))*")
_SWAPS = re.compile(
    r"(?:^(?:och|men) |\bsamma (?:fråga|sak)\b.*\b(?:för|om|på|hos) )[^\W\d]\w*(?:\s+då)?\s*\??$", re.IGNORECASE
)
"""Something else is put in place of what the last question was about, name written small."""
_OPENING = re.compile(r"^(?:och|men|and|but)\s+", re.IGNORECASE)
_ASSOCIATION = re.compile(r"(?:forbund|finsam)\w*$")
"""The end of a word that names an association by its place ("Malmöförbundet"), without its dots."""
_ASCII = str.maketrans("åäöé", "aaoe")
_NO_PLACE = frozenset(
    {"riket", "vilket", "samordningsforbundet", "finsam", "swedish", "act", "law", "board", "office", "lagen"}
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Heard:
    """What a question says, before it is asked what kinds of things it seeks: all that a search needs."""

    asked: str
    """As it was written, personal data masked."""
    honest: str
    """The same without instructions to the machine."""
    plain: str
    """The same in the words of documents."""
    earlier: str
    """The earlier question that it leans on, or ""."""
    context: str
    """What of that question still counts."""
    text: str
    """What is to be searched for, in Swedish."""
    language: str
    years: tuple[int, ...]
    associations: frozenset[str]
    elsewhere: str
    personal_data: tuple[PersonalData, ...]
    instructions: tuple[str, ...]


def hear(asked: str, history: Sequence[str] = (), associations: frozenset[str] = frozenset({HOME})) -> Heard:
    """Take in a question in the light of the earlier ones; ``associations`` are those that documents are of."""
    findings = find_personal_data(asked)
    masked = mask(asked, findings)
    screened = set_aside(masked)
    honest = screened.text
    plain = in_plain_words(honest)
    earlier = _leans_on(plain, history)
    context = _carry(plain, earlier)
    named, elsewhere = _places(f"{context} {honest}", associations)
    if earlier and not (named or elsewhere):
        named = _places(earlier, associations)[0]
    language = _language(honest or masked)
    text = f"{context} {plain}".strip()
    return Heard(
        asked=masked,
        honest=honest,
        plain=plain,
        earlier=earlier,
        context=context,
        text=" ".join(in_swedish(text)) if language == "en" else text,
        language=language,
        years=years_in(honest) or years_in(earlier),
        associations=named,
        elsewhere=elsewhere,
        personal_data=findings,
        instructions=screened.instructions,
    )


def honest(text: str) -> str:
    """Return a turn of a talk as it may be sent on: personal data masked, instructions to the machine left out."""
    return set_aside(mask(text)).text


def _language(text: str) -> str:
    words = [word.lower() for word in _WORD.findall(text)]
    english = sum(word in function_words("en") for word in words)
    swedish = sum(word in function_words("sv") for word in words)
    without_names = re.sub(r"\b[A-ZÅÄÖ]\w+", "", text)
    return "en" if english > swedish and not re.search("[åäö]", without_names) else "sv"


def in_swedish(text: str) -> tuple[str, str]:
    """Return Swedish words for an English text, its names and figures kept, and other Swedish words for some of them:
    for searching, not for reading."""
    found = Lexicon.load().translate(text)
    kept = [
        word.removesuffix("s") if word[:-1].isupper() else word
        for word in _WORD.findall(text)
        if word.lower() in found.left and ((word[0].isupper() and not _is_common(word)) or word[0].isdigit())
    ]
    return " ".join([*found.words, *kept]), " ".join(found.others)


def forms(word: str) -> tuple[str, str]:
    """Return a word in small letters without dots, and the place in it when it names an association by its place."""
    plain = word.lower().translate(_ASCII)
    return plain, _ASSOCIATION.sub("", plain).removesuffix("s")


def _places(text: str, associations: frozenset[str]) -> tuple[frozenset[str], str]:
    """Return the associations named, and another place whose association is asked about."""
    words = {form for word in _WORD.findall(text) for form in forms(word)}
    named = frozenset(id for id in associations if id in words)
    for match in _PLACE.finditer(text):
        place = match.group(1) or match.group(2)
        id = place.lower().translate(_ASCII)
        if _is_common(place) or _is_common(place, "sv") or (match.group(2) and not text[: match.start()].strip()):
            continue
        if not {id, id.removesuffix("s")} & (associations | _NO_PLACE):
            return named, place
    return named, ""


def _leans_on(text: str, history: Sequence[str]) -> str:
    """Return the earlier question that ``text`` leans on, itself completed by those before it; or ""."""
    if not (history and text and _is_incomplete(text)):
        return ""
    last = in_plain_words(honest(history[-1]))
    before = _leans_on(last, history[-REMEMBERED:-1])
    return f"{_carry(last, before)} {last}".strip()


def _is_incomplete(text: str) -> bool:
    words = len(content_words(text))
    if LEANS.search(text) or not words or _lacks_subject(text) or (THE_SAID.search(text) and not _names(text)):
        return True
    if _STARTS.match(text) and _OWN_SUBJECT.search(text):
        return False
    return words <= 2 and (bool(IT.search(text)) or not _STARTS.match(text) or not _names(text))


def _lacks_subject(text: str) -> bool:
    """True for a question that says when and how much, and not of what ("Hur mycket hade gått åt i augusti?")."""
    cues = cue_words(text)
    said = (word.lower() for word in content_words(text))
    return all(one in cues or one.isdigit() or one in MONTHS or _WHEN.fullmatch(one) for one in said)


def _carry(text: str, earlier: str) -> str:
    """Return the earlier question without what ``text`` puts something else in place of: years and names."""
    if not earlier:
        return ""
    if years_in(text):
        earlier = NOW.sub("", without_years(earlier))
    if (_names(text) and not _points_back(text)) or _SWAPS.search(text):
        earlier = _NAME.sub("", earlier)
    return " ".join(earlier.split())


def _points_back(text: str) -> bool:
    """True when one of a question's clauses points back at what was named and names nothing itself ("hur många har de,
    och hur många har Fyren?")."""
    clauses = _CLAUSE.split(text)
    return len(clauses) > 1 and any(LEANS.search(one) and not _NAME.search(one) for one in clauses)


def _names(text: str) -> bool:
    """True when a text names something; its first word counts when little else stands there ("Och FRAM då?")."""
    rest = _OPENING.sub("", text)
    words = _WORD.findall(rest)
    if not words:
        return False
    first = words[0]
    begins = first[0].isupper() and not _is_common(first, "sv") and (len(words) <= 3 or first.isupper())
    return begins or bool(_NAME.search(rest))


def _is_common(word: str, language: str = "en") -> bool:
    return word.lower() in function_words(language)


def content_words(text: str) -> list[str]:
    """Return the words that say something of the subject."""
    common = function_words("sv") | function_words("en") | FILLERS
    return [word for word in _WORD.findall(text) if word.lower() not in common]
