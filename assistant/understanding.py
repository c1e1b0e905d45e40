"""Understand a question: its honest part, its clauses, years and places, and what it leans on from earlier turns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant import limits
from assistant.associations import HOME
from assistant.concepts import implied_words
from assistant.injection import set_aside
from assistant.lexicon import Lexicon
from assistant.phrases import in_plain_words
from assistant.privacy import PersonalData, find_personal_data, mask
from assistant.question import MEASURES, Part, Question
from assistant.seeking import begins_with_verb, kinds_sought
from assistant.words import FILLERS, function_words
from assistant.years import without_years, years_in

_QUESTION_WORD = r"(?:vad|hur|vem|vems|vilk(?:a|en|et)|när|varför|what|how|who|when|which|why)"
_CLAUSE = re.compile(
    r"(?<=[?!])\s+|(?<=[a-zåäö\d]\.)\s+(?=[A-ZÅÄÖ])|[,:]\s+(?=(?:hur|vad|vem|vilka|vilken)\b)"
    rf"|,?\s+(?:och|samt|and)\s+(?={_QUESTION_WORD}\b|(?:finns|räknas|ingår|är|har|ska|kan|får|ligger|står|gäller|blev|var|hade|kostar|is|are|does)\s)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    rf"\?|\b{_QUESTION_WORD}\b|^(?:räkna upp|lista|nämn|jämför|visa|förklara|berätta|ange|list|compare|tell)\b",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"år(?:et)? (?:innan|före|dessförinnan)|föregående år|year before|previous year", re.IGNORECASE
)
_YEAR_AFTER = re.compile(r"år(?:et)? (?:efter|därpå)|nästföljande år|year after|following year", re.IGNORECASE)
_REMEMBERED = 6
"""Turns that a question may lean on."""
TOPIC = 3
"""Words of a clause that only names what the question is about."""
_OWN_SUBJECT = re.compile(r"förbundet|finsam|styrelsen|kansliet|lagen|association|board", re.IGNORECASE)
_NOW = re.compile(
    r"\bnu\b|\bidag\b|\bi dag\b|\bjust nu\b|nuvarande|aktuell|\bi år\b|\bnow\b|\btoday\b|\bcurrent", re.IGNORECASE
)
_PRESENT = re.compile(
    r"\b(?:är|har|får|kan|ska|skall|måste|finns|gäller|äger|kostar|ingår|deltar|krävs|brukar|leder|driver|\w+[aeo]r"
    r"|\w*(?:går|står)|når|gör|hör|is|are|has|can|may|must|does|do|owns?)\b",
    re.IGNORECASE,
)
_NO_SUPINE = (
    r"(?:ett|rätt|[mds]itt|vårt|nytt|fritt|annat|stort|högt|lågt|viktigt|part|start|stat|procent"
    r"|\w*(?:avsnitt|resultat|mandat|patient|dokument|moment))"
)
"""Words that end as what has been done does."""
_PAST = re.compile(
    r"\b(?:var|hade|fick|blev|skulle|kunde|gav|kom|gick|\w+(?:ade|ades|dde|ddes|rdes|tes)|was|were|did|had)\b"
    rf"|\bhar\b(?: [\w-]+){{0,8}}? (?!{_NO_SUPINE}\b)\w+(?:at|it|rt|tt|nt|gt)s?\b",
    re.IGNORECASE,
)
"""What is asked about lies behind: the past, or what has been done."""
_DOCUMENT = re.compile(
    r"rapporten|planen\b|redovisningen|delåret|dokumentet|enligt|\breport\b|\bstår\b.*\bför\b", re.IGNORECASE
)
_ACCORDING = re.compile(r"\b(?:enligt|according to)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:[Ff][Ii][Nn][Ss][Aa][Mm] (?:i )?|[Ss]amordningsförbundet (?:Finsam )?(?:i )?|[Ff]örbundet i |association in )"
    r"([A-ZÅÄÖ][a-zåäöé]{2,})|\b([A-ZÅÄÖ][a-zåäöé]+?)s?\s+(?:samordningsförbund|[Ff]insam\b)"
)
_LEANS = re.compile(
    r"^(?:och|men|and|but|ok|okej)\b|\bsamma (?:fråga|sak)\b|\bdå\s*\?*$"
    r"|^(?:hur|vad|vem|när|varför)\s*(?:då|var det då)?\s*\?*$"
    r"|\b(?:den|de|dem|dess|deras|denna|detta|dessa|han|hon|its|they|them|their|those)\b(?! (?:som|\d))",
    re.IGNORECASE,
)
_THE_SAID = re.compile(
    r"\b(?:projektet|insatsen|satsningen|modellen|projekten|insatserna|utvärderingen|gruppen)s?\b"
    r"(?! (?:som|i|för|om|på|av)\b)",
    re.IGNORECASE,
)
"""What an earlier question named, called by its kind."""
_IT = re.compile(r"\b(?:det|där|it|that|this)\b", re.IGNORECASE)
_STARTS = re.compile(rf"{_QUESTION_WORD}\b", re.IGNORECASE)
_NAME = re.compile(r"(?<![.?!]\s)(?<!^)\b(?:[A-ZÅÄÖ][\wåäö]+|[A-ZÅÄÖ]{2,})(?:\s+(?:[A-ZÅÄÖ][\wåäö]+|\d\.\d))*")
_SWAPS = re.compile(
    r"(?:^(?:och|men) |\bsamma (?:fråga|sak)\b.*\b(?:för|om|på|hos) )[^\W\d]\w*(?:\s+då)?\s*\??$", re.IGNORECASE
)
"""Something else is put in place of what the last question was about, name written small."""
_OPENING = re.compile(r"^(?:och|men|and|but)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_ASSOCIATION = re.compile(r"(?:forbund|finsam)\w*$")
"""The end of a word that names an association by its place ("Malmöförbundet"), without its dots."""
_YEAR_ALONE = re.compile(r"\b(?:19|20)\d\d\b(?!-)")
_ASCII = str.maketrans("åäöé", "aaoe")
_NO_PLACE = frozenset({"riket", "vilket", "samordningsforbundet", "finsam", "swedish"})


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
    language = _language(honest or masked)
    text = f"{context} {plain}".strip()
    return Heard(
        asked=masked,
        honest=honest,
        plain=plain,
        earlier=earlier,
        context=context,
        text=" ".join(_in_swedish(text)) if language == "en" else text,
        language=language,
        years=years_in(honest) or years_in(earlier),
        associations=named,
        elsewhere=elsewhere,
        personal_data=findings,
        instructions=screened.instructions,
    )


def understand(asked: str, history: Sequence[str] = (), associations: frozenset[str] = frozenset({HOME})) -> Question:
    """Understand a question in the light of the earlier ones; ``associations`` are those that documents are of."""
    heard = hear(asked, history, associations)
    parts = _parts(heard.plain, heard.context, heard.earlier)
    if heard.language == "en":
        parts = tuple(_part_in_swedish(one) for one in parts)
    if len(heard.associations) > 1:
        parts = tuple(apart for part in parts for apart in _of_each(part, heard.associations))
    return Question(
        asked=heard.asked,
        text=heard.text,
        language=heard.language,
        parts=parts,
        years=heard.years,
        associations=heard.associations,
        elsewhere=heard.elsewhere,
        present=_is_present(heard.honest),
        declined=limits.declined(heard.asked, heard.honest),
        legal=limits.asks_for_law(heard.honest),
        personal_data=heard.personal_data,
        about_person=limits.asks_about_person(heard.honest),
        instructions=heard.instructions,
    )


def _parts(text: str, context: str, earlier: str) -> tuple[Part, ...]:
    """Cut a question into what it asks; sentences that ask nothing are context for all of it."""
    clauses = [clause.strip(" ,") for clause in _CLAUSE.split(text) if clause.strip(" ,?.!")]
    asking = [clause for clause in clauses if _ASKS.search(clause) or begins_with_verb(clause)] or clauses
    telling = [clause for clause in clauses if clause not in asking]
    topic = " ".join(clause for clause in telling if _only_names(clause))
    context = " ".join([context, *(clause for clause in telling if clause not in topic)]).strip()
    parts: list[Part] = []
    for clause in asking:
        first = parts[0] if parts else None
        seeks = frozenset() if first or kinds_sought(topic) & MEASURES else kinds_sought(clause)
        clause = clause if first else f"{topic} {clause}".strip()
        if not first and not _content(clause) and context:
            clause, context = f"{context} {clause}", ""
        seeks = seeks or kinds_sought(clause)
        if first and seeks & MEASURES and _IT.search(clause):
            seeks |= first.seeks & MEASURES
        if first and not seeks and len(_content(clause)) <= 2:
            seeks = first.seeks
        if not seeks:
            seeks = kinds_sought(earlier)
        years = years_in(clause) or years_in(context) or years_in(earlier) or (first.years if first else ())
        years = _shifted(clause, years)
        leans_on = f"{context} {first.text}".strip() if first else context
        parts.append(Part(clause, seeks, years, leans_on, implied_words(clause)))
    return tuple(parts)


def _of_each(part: Part, associations: frozenset[str]) -> Iterator[Part]:
    """Yield what a part asks about each association that it names, or all when it names none: its words, and the years
    that stand with the association's name.

    Years follow the names ("i Malmö 2030 och i Lund 2031") unless one stands before the first and none after the last.
    """
    words = {match.start(): _forms(match[0]) for match in _WORD.finditer(part.text)}
    mentions = {at: id for at, forms in words.items() for id in associations if id in forms}
    text = _YEAR_ALONE.sub(" ", _WORD.sub(lambda match: "" if match.start() in mentions else match[0], part.text))
    cuts = [0, *mentions, len(part.text)]
    between = [years_in(part.text[start:end]) for start, end in pairwise(cuts)]
    beside = between[:-1] if between[0] and not between[-1] else between[1:]
    for id in sorted({*mentions.values()} or associations):
        years = [year for found, other in zip(beside, mentions.values(), strict=True) if other == id for year in found]
        yield replace(part, text=" ".join(text.split()), years=tuple(years) or part.years, association=id)


def _only_names(clause: str) -> bool:
    """True for a few words without a verb that only name what the question is about ("Kompassen, vad kostar den?")."""
    return len(_content(clause)) <= TOPIC and not (_PRESENT.search(clause) or _PAST.search(clause))


def _shifted(clause: str, years: tuple[int, ...]) -> tuple[int, ...]:
    """Move the years by what a clause says of them: "året innan", "året efter"."""
    if len(years) != 1:
        return years
    if _YEAR_BEFORE.search(clause):
        return (years[0] - 1,)
    return (years[0] + 1,) if _YEAR_AFTER.search(clause) else years


def _content(text: str) -> list[str]:
    common = function_words("sv") | function_words("en") | FILLERS
    return [word for word in _WORD.findall(text) if word.lower() not in common]


def _language(text: str) -> str:
    words = [word.lower() for word in _WORD.findall(text)]
    english = sum(word in function_words("en") for word in words)
    swedish = sum(word in function_words("sv") for word in words)
    without_names = re.sub(r"\b[A-ZÅÄÖ]\w+", "", text)
    return "en" if english > swedish and not re.search("[åäö]", without_names) else "sv"


def _in_swedish(text: str) -> tuple[str, str]:
    """Return Swedish words for an English text, its names and figures kept, and other Swedish words for some of them:
    for searching, not for reading."""
    found = Lexicon.load().translate(text)
    kept = [
        word.removesuffix("s") if word[:-1].isupper() else word
        for word in _WORD.findall(text)
        if word.lower() in found.left and ((word[0].isupper() and not _is_common(word)) or word[0].isdigit())
    ]
    return " ".join([*found.words, *kept]), " ".join(found.others)


def _part_in_swedish(part: Part) -> Part:
    text, others = _in_swedish(part.text)
    return replace(part, text=text, implied=f"{part.implied} {others}".strip(), leans_on=_in_swedish(part.leans_on)[0])


def _is_common(word: str, language: str = "en") -> bool:
    return word.lower() in function_words(language)


def _forms(word: str) -> tuple[str, str]:
    """Return a word in small letters without dots, and the place in it when it names an association by its place."""
    plain = word.lower().translate(_ASCII)
    return plain, _ASSOCIATION.sub("", plain).removesuffix("s")


def _places(text: str, associations: frozenset[str]) -> tuple[frozenset[str], str]:
    """Return the associations named, and another place whose association is asked about."""
    words = {form for word in _WORD.findall(text) for form in _forms(word)}
    named = frozenset(id for id in associations if id in words)
    for match in _PLACE.finditer(text):
        place = match.group(1) or match.group(2)
        id = place.lower().translate(_ASCII)
        if _is_common(place) or _is_common(place, "sv") or (match.group(2) and not text[: match.start()].strip()):
            continue
        if not {id, id.removesuffix("s")} & (associations | _NO_PLACE):
            return named, place
    return named, ""


def _is_present(text: str) -> bool:
    if _NOW.search(text):
        return not _ACCORDING.search(text)
    return bool(_PRESENT.search(text) and not _PAST.search(text) and not _DOCUMENT.search(text))


def _leans_on(text: str, history: Sequence[str]) -> str:
    """Return the earlier question that ``text`` leans on, itself completed by those before it; or ""."""
    if not (history and text and _is_incomplete(text)):
        return ""
    last = in_plain_words(set_aside(mask(history[-1])).text)
    before = _leans_on(last, history[-_REMEMBERED:-1])
    return f"{_carry(last, before)} {last}".strip()


def _is_incomplete(text: str) -> bool:
    words = len(_content(text))
    if _LEANS.search(text) or not words or (_THE_SAID.search(text) and not _names(text)):
        return True
    if _STARTS.match(text) and _OWN_SUBJECT.search(text):
        return False
    return words <= 2 and (bool(_IT.search(text)) or not _STARTS.match(text) or not _names(text))


def _names(text: str) -> bool:
    """True when a text names something; its first word counts when little else stands there ("Och FRAM då?")."""
    rest = _OPENING.sub("", text)
    words = _WORD.findall(rest)
    if not words:
        return False
    first = words[0]
    begins = first[0].isupper() and not _is_common(first, "sv") and (len(words) <= 3 or first.isupper())
    return begins or bool(_NAME.search(rest))


def _carry(text: str, earlier: str) -> str:
    """Return the earlier question without what ``text`` puts something else in place of: years and names."""
    if not earlier:
        return ""
    if years_in(text):
        earlier = _NOW.sub("", without_years(earlier))
    if _names(text) or _SWAPS.search(text):
        earlier = _NAME.sub("", earlier)
    return " ".join(earlier.split())
