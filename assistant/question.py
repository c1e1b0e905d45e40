"""What is asked: the honest part of a question, what it seeks, whose, of which years, and what it leans on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.injection import set_aside
from assistant.privacy import MASK, PersonalData, find_personal_data, mask

MAX_LENGTH = 2000
"""Characters of a question; a longer one is an application or a document, and belongs elsewhere."""


class Seeks(StrEnum):
    """The kind of thing an answer must hold. A question may seek several."""

    AMOUNT = "amount"
    COUNT = "count"
    SHARE = "share"
    DATE = "date"
    PERSON = "person"
    PARTY = "party"
    LIST = "list"
    DEFINITION = "definition"
    REASON = "reason"
    YESNO = "yesno"
    COMPARISON = "comparison"
    CHANGE = "change"
    SUM = "sum"


class Declined(StrEnum):
    """What the assistant leaves to people, whatever the documents say."""

    INDIVIDUAL = "individual_case"
    OPINION = "opinion"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing asked; a question of several clauses has several, and what the first names the others lean on."""

    text: str
    seeks: frozenset[Seeks]
    years: tuple[int, ...]
    leans_on: str = ""
    """Words of what came before that count here too, though less."""

    def wants(self, *kinds: Seeks) -> bool:
        return bool(self.seeks & frozenset(kinds))


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood."""

    asked: str
    """As it was written, personal data masked."""
    text: str
    """What is to be answered: instructions to the machine left out, earlier turns drawn in where it leans on them."""
    language: str
    """"sv" or "en"."""
    parts: tuple[Part, ...]
    years: tuple[int, ...]
    associations: frozenset[str]
    """Ids of the associations that are named; empty when none is."""
    elsewhere: str = ""
    """A place whose association is asked about but holds no documents here."""
    present: bool = False
    """It asks in the present tense about something that may change, and names neither year nor document."""
    declined: Declined | None = None
    legal: bool = False
    """It asks whether something is allowed."""
    personal_data: tuple[PersonalData, ...] = ()
    about_person: bool = False
    """It asks for something private about a person (pay, health), with or without naming one."""
    instructions: tuple[str, ...] = ()
    carried: str = ""
    """The earlier question that it leans on."""


_SEEKS: tuple[tuple[Seeks, str], ...] = (
    (
        Seeks.AMOUNT,
        r"hur my(?:c)?ket|vad (?:\w+ ){0,3}kosta|kosta|belopp|budget|kronor|\bkr\b|\b[tm]kr\b|pengar|medel\b|avgift|intäkt"
        r"|utgift|utfall|\blön|tjänar|kapital|anslag|resultat|how much|\bcosts?\b|funding|money|\bfees?\b",
    ),
    (Seeks.COUNT, r"hur många|\bantal|how many|number of"),
    (Seeks.SHARE, r"procent|andel|hur stor del|%|\bshare\b|per ?cent|proportion|fördelning"),
    (
        Seeks.DATE,
        r"^(?:och )?när\b|vilket år|datum|sedan när|hur länge|hur lång|tidplan|vilken tid|^(?:and )?when\b|what year|how long",
    ),
    (Seeks.PERSON, r"\bvem\b|\bvems\b|\bvilka sitter\b|\bheter\b|\bwho\b|\bordförande\b|\bledam[oö]t|\bersättare\b"),
    (
        Seeks.PARTY,
        r"\bäger\b|\bägare\b|part(?:er)?\b|\bparterna\b|samverkanspart|huvudm[aä]n|\bowns?\b|\bowner|\bpart(?:y|ies)\b",
    ),
    (
        Seeks.LIST,
        r"\bvilka\b|räkna upp|\blista\b|\bnämn\b|\balla\b|\bsamtliga\b|which (?:\w+ ){0,2}\w+s\b|what are the|\blist\b|\bname the\b",
    ),
    (
        Seeks.DEFINITION,
        r"vad (?:är|betyder|innebär|menas)|vad står|står (?:\w+ ){1,3}för|förklara|definition|definiera|what (?:is|does|are)\b"
        r"|stand for|\bmean(?:s|ing)?\b",
    ),
    (Seeks.REASON, r"varför|anledning|\bskäl|motiver|\bwhy\b|orsak|\breason"),
    (
        Seeks.COMPARISON,
        r"jämför|skillnad|respektive|\bstörst|\bhögst|\blägst|\bminst\b(?! \d)|compare|difference|\bmore than|versus",
    ),
    (Seeks.CHANGE, r"ändra|bytte|byta|förändr|utvecklats|sett ut|över tid|\btrend|\bchange|från (?:19|20)\d\d till"),
    (Seeks.SUM, r"totalt|lägga? ihop|sammanlagt|\bsumma|\binalles|in total|altogether|hela\b"),
)
_YESNO = re.compile(
    r"(?:^|[,;:]\s*|[.?!]\s+|\boch\s+)(?:är|har|får|kan|ska|skall|måste|finns|räknas|gäller|blev|var|hade|ingår|behöver|krävs"
    r"|fick|stämmer|deltar|is|are|was|were|does|do|did|can|may|must|has|have|will)\b",
    re.IGNORECASE,
)
_QUESTION_WORD = r"(?:vad|hur|vem|vems|vilk(?:a|en|et)|när|varför|what|how|who|when|which|why)"
_CLAUSE = re.compile(
    rf"(?<=[?!])\s+|(?<=[a-zåäö\d]\.)\s+(?=[A-ZÅÄÖ])|,?\s+(?:och|samt|and)\s+(?={_QUESTION_WORD}\b|(?:finns|räknas|ingår|är|har|ska|kan"
    r"|får|is|are|does)\s)|[,:]\s+(?=(?:hur|vad|vem|vilka|vilken)\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    rf"\?|\b{_QUESTION_WORD}\b|^(?:räkna upp|lista|nämn|jämför|visa|förklara|berätta|ange|list|compare|tell)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d|:)")
_YEAR_SPAN = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*(?:-|–|till|t\.o\.m\.|to|och framåt till)\s*((?:19|20)\d{2})(?!\d)")
_SHORT_YEAR = re.compile(r"(?:^|\s)[-’']?(\d{2})\s*(?:års|års\b|s\b)")
_NOW = re.compile(
    r"\bnu\b|\bidag\b|\bi dag\b|\bjust nu\b|nuvarande|aktuell|\bi år\b|\bnow\b|\btoday\b|\bcurrent", re.IGNORECASE
)
_PRESENT = re.compile(
    r"\b(?:är|har|får|kan|ska|skall|måste|finns|gäller|äger|kostar|ingår|deltar|krävs|brukar|leder|driver|\w+[aeo]r|is|are|has|can|may|must"
    r"|does|do|owns?)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:var|hade|fick|blev|skulle|kunde|gav|kom|gick|\w+(?:ade|ades|dde|ddes|rdes|tes)|was|were|did|had)\b",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"rapporten|planen\b|redovisningen|delåret|dokumentet|enligt|\breport\b|\bstår\b.*\bför\b", re.IGNORECASE
)
_ENGLISH = frozenset(
    ["the", "is", "are", "was", "were", "what", "which", "who", "when", "where", "why", "how", "does", "do", "did", "can", "may", "must", "has", "have", "of", "in", "for", "and", "to", "me", "us", "about", "tell", "give", "their", "they", "it", "with", "from", "between", "on", "a", "an", "many", "much", "first", "started"]
)
_SWEDISH = frozenset(
    ["och", "är", "var", "vad", "vilka", "vilken", "vilket", "vem", "när", "hur", "varför", "har", "får", "kan", "ska", "det", "den", "de", "som", "på", "i", "för", "med", "till", "av", "om", "ett", "en", "finns", "inte", "från", "under", "mellan", "blev", "hade", "man", "vi", "ni"]
)
_WORD = re.compile(r"[^\W_]+")
_PLACE = re.compile(
    r"(?:finsam (?:i )?|samordningsförbundet (?:finsam )?(?:i )?|förbundet i |association in )([A-ZÅÄÖ][a-zåäöé]+)"
    r"|\b([A-ZÅÄÖ][a-zåäöé]+?)s?\s+(?:samordningsförbund|finsam\b)",
)
_ASCII = str.maketrans("åäöé", "aaoe")

_PERSON = (
    r"\bmin (?:klient|patient|deltagare|brukare|son|dotter|man|fru|sambo|bror|syster|mamma|pappa|kompis|vän|granne)\b"
    r"|\bjag\b|\bmig\b|\b(?:hon|han|hen|henne|honom)\b|\bmy (?:client|patient|son|daughter|friend)\b|\bI\b|\b(?:she|he)\b"
    r"|\ben (?:klient|person|patient|man|kvinna) (?:som|på|i|med|är)\b|\bvår (?:klient|patient|deltagare)\b|\[personuppgift\]"
)
_ENTITLED = (
    r"rätt till|\bfår?\b.{0,40}\b(?:plats|delta|vara med|hjälp|stöd|gå|börja|komma in)\b|kvalificer|tillhör .{0,20}målgrupp"
    r"|uppfyller|\bplats (?:i|på|hos)\b|berättigad|eligib|entitled|qualif|\bget (?:a place|into|in)\b|kan .{0,30}(?:delta|vara med|få)"
    r"|\bpassa[rn]?\b|lämplig för|ska .{0,25}(?:skrivas in|anvisas)"
)
_OPINION = re.compile(
    r"\b(?:borde|bör) (?:vi|man|styrelsen|förbundet|kansliet|ni)\b|\bska vi (?!söka|ansöka)|tycker du|vad tycker|anser du|din åsikt|"
    r"ditt omdöme|din bedömning|rekommendera|råder du|\bbäst\b|\bsämst\b|\bbättre\b|\bvärt\b(?! att)|lyckad|\bshould (?:we|they|the board)\b"
    r"|your (?:honest )?(?:opinion|verdict|view)|do you (?:think|recommend)|\bbetter\b|\bbest\b|\bworst\b|rangordna|rank the|vilken är viktigast",
    re.IGNORECASE,
)
_DECISION = re.compile(
    r"(?:ska|bör|borde|kommer|kan|får|är|blir) .{0,60}(?:ansökan|projektet|förslaget|vi|ni).{0,60}(?:beviljas?|godkännas?|avslås|få pengar"
    r"|få ja|få nej|beviljad|godkänd)|bekräfta att .{0,80}(?:bevilja|godkän)|bevilja (?:vår|min|denna|den här)|approve (?:our|my|the|this)"
    r"|(?:should|will) .{0,40}(?:be (?:granted|approved)|get (?:the )?money)",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"laglig|olaglig|strider .{0,30}lag|tillåt|förbjud|\bhinder\b|juridisk|lagbrott|bryter .{0,20}(?:mot|lag)|\bjäv|\blegal|\blawful|\ballowed"
    r"|får (?:man|vi|förbundet|finsam|styrelsen|en|kommunen) (?:enligt lag|lov)",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\b(?:tjänar|lön(?:en)?|inkomst|diagnos|personnummer|bostadsadress|hemadress|telefonnummer|mobilnummer|privat|gift|barn|salary|earns?)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"chef|utredare|ordförande|ledam|director|investigator|chair|anställd|person|\bhen\b|\bhon\b|\bhan\b", re.IGNORECASE
)

_LEANS = re.compile(
    r"^(?:och|men|and|but)\b|\bdå\s*\?*$|^(?:hur|vad|vem|när|varför)\s*(?:då|var det då)?\s*\?*$"
    r"|\b(?:den|det|de|dem|dess|deras|där|denna|detta|dessa|han|hon|it|its|they|them|their|that|those|this)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.?!]\s)(?<!^)\b(?:[A-ZÅÄÖ][\wåäö]+|[A-ZÅÄÖ]{2,})(?:\s+(?:[A-ZÅÄÖ][\wåäö]+|\d\.\d))*")


def understand(
    asked: str, history: Sequence[str] = (), associations: frozenset[str] = frozenset({"malmo"})
) -> Question:
    """Understand a question in the light of the earlier ones; ``associations`` are those that documents are of."""
    findings = find_personal_data(asked)
    screened = set_aside(mask(asked, findings))
    honest = screened.text
    carried = _leans_on(honest, history)
    text = f"{_carry(honest, carried)} {honest}".strip() if carried else honest
    named, elsewhere = _places(text, associations)
    return Question(
        asked=mask(asked, findings),
        text=text,
        language=_language(honest or asked),
        parts=_parts(honest, _carry(honest, carried) if carried else "", carried),
        years=_years(honest) or _years(carried),
        associations=named,
        elsewhere=elsewhere,
        present=_is_present(honest),
        declined=_declined(mask(asked, findings), honest),
        legal=bool(_LEGAL.search(honest)),
        personal_data=findings,
        about_person=bool(_PRIVATE.search(honest) and _ROLE.search(honest)),
        instructions=screened.instructions,
        carried=carried,
    )


def _parts(text: str, context: str, carried: str) -> tuple[Part, ...]:
    """Cut a question into what it asks; sentences before the first question are context for all of it."""
    clauses = [clause.strip(" ,") for clause in _CLAUSE.split(text) if clause.strip(" ,?.!")]
    asking = [clause for clause in clauses if _ASKS.search(clause)] or clauses
    context = " ".join([context, *(clause for clause in clauses if clause not in asking)]).strip()
    parts: list[Part] = []
    for clause in asking:
        leans = " ".join([context, *(part.text for part in parts[:1])]).strip()
        seeks = _seeks(clause)
        if parts and Seeks.SHARE in parts[0].seeks and Seeks.AMOUNT in seeks:
            seeks |= {Seeks.SHARE}
        if parts and not seeks and len(_content(clause)) <= 2:
            seeks = parts[0].seeks
        if not seeks and carried:
            seeks = _seeks(carried)
        years = _years(clause) or _years(context) or (_years(carried) if carried else ())
        years = years or (parts[0].years if parts else ())
        parts.append(Part(clause, frozenset(seeks), years, leans))
    return tuple(parts)


def _content(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if word.lower() not in _SWEDISH | _ENGLISH]


def _language(text: str) -> str:
    words = [word.lower() for word in _WORD.findall(text)]
    english = sum(word in _ENGLISH for word in words)
    swedish = sum(word in _SWEDISH for word in words)
    return "en" if english > swedish and not re.search("[åäö]", re.sub(r"\b[A-ZÅÄÖ]\w+", "", text)) else "sv"


def _seeks(text: str) -> frozenset[Seeks]:
    found = {kind for kind, pattern in _SEEKS if re.search(pattern, text, re.IGNORECASE)}
    if _YESNO.match(text):
        return frozenset({Seeks.YESNO})
    if not found and _YESNO.search(text):
        found.add(Seeks.YESNO)
    if Seeks.SHARE in found:
        found.discard(Seeks.COUNT)
    return frozenset(found)


def cue_words(text: str) -> frozenset[str]:
    """Return the words, lower case, by which ``text`` says what kind of thing it seeks."""
    return frozenset(
        word.lower()
        for _, pattern in _SEEKS
        for match in re.finditer(rf"\w*(?:{pattern})\w*", text, re.IGNORECASE)
        for word in _WORD.findall(match.group())
    )


def _years(text: str) -> tuple[int, ...]:
    found: list[int] = []
    for first, last in _YEAR_SPAN.findall(text):
        if 0 < int(last) - int(first) <= 12:
            found.extend(range(int(first), int(last) + 1))
    found.extend(int(year) for year in _YEAR.findall(text))
    return tuple(sorted(set(found)))


def _places(text: str, associations: frozenset[str]) -> tuple[frozenset[str], str]:
    """Return the associations named, and another place whose association is asked about."""
    lowered = {word.lower().removesuffix("s").translate(_ASCII) for word in _WORD.findall(text)}
    words = lowered | {word.lower().translate(_ASCII) for word in _WORD.findall(text)}
    named = frozenset(id for id in associations if id in words)
    for match in _PLACE.finditer(text):
        place = match.group(1) or match.group(2)
        id = place.lower().translate(_ASCII)
        if id not in associations and id.removesuffix("s") not in associations and id not in ("riket", "vilket"):
            return named, place
    return named, ""


def _is_present(text: str) -> bool:
    return bool(_NOW.search(text) or (_PRESENT.search(text) and not _PAST.search(text) and not _DOCUMENT.search(text)))


def _declined(asked: str, honest: str) -> Declined | None:
    if re.search(_PERSON, honest) and re.search(_ENTITLED, honest, re.IGNORECASE):
        return Declined.INDIVIDUAL
    if _DECISION.search(asked):
        return Declined.DECISION
    return Declined.OPINION if _OPINION.search(honest) else None


def _leans_on(text: str, history: Sequence[str]) -> str:
    """Return the earlier question that ``text`` cannot be understood without, or ""."""
    if not history or not text:
        return ""
    if len(_content(text)) <= 3 or _LEANS.search(text):
        return mask(history[-1])
    return ""


def _carry(text: str, earlier: str) -> str:
    """Return the earlier question without what ``text`` puts something else in place of: years and names."""
    if _years(text):
        earlier = _NOW.sub("", _YEAR.sub("", earlier))
    if _NAME.search(f"x {text.removeprefix('Och ').removeprefix('Men ')}"):
        earlier = _NAME.sub("", earlier)
    return " ".join(earlier.split())


__all__ = ["MASK", "MAX_LENGTH", "Declined", "Question", "Seeks", "understand"]
