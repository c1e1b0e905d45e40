"""What a text shows to hold of what is sought: an amount, a date, a name, a number of just that."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.answering.kinship import PART
from assistant.answering.moments import is_month
from assistant.answering.terms import Bag, Term
from assistant.question import Part, Seeks
from ingest.money import IN_KRONOR
from ingest.months import MONTHS
from ingest.tables.figures import find as find_figures

_WORDS = re.compile(r"[^\W\d_]+")
_DATE = re.compile(
    r"(?<!\d)(?:19|20)\d{2}(?!\d)|\d{1,2}/\d{1,2}|\b\d{6}\b"
    rf"|\d{{1,2}} (?:{'|'.join(name[:3] for name in MONTHS)})"
)
_TIME = r"(?:minut|timm|dag|veck|månad|år)(?:er|ar|or|en|n|a|igt?|iga)?\b"
_DURATION = re.compile(
    rf"(?:(?<![\d–-])\d+|\b(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|arton|halvt?)\b)[- ]?{_TIME}"
    r"|\bhalvår|\b(?:ett|två|tre|fyra|fem|sex)årig",
    re.IGNORECASE,
)
_NAMES = re.compile(r"[A-ZÅÄÖ][a-zåäöé]+(?: [A-ZÅÄÖ][a-zåäöé]+)+")
_ORGANISATION = re.compile(
    r"region|stad\b|kommun|myndighet|förbund|högskol|universitet|råd|kassan|förmedling|skåne|malmö|lund|finsam"
    r"|plan\b|projekt",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"förbundschef|utredare|ordförande|styrelse|kansli|revisor|ledam|ersättare|styrgrupp|medlem|myndighet|kommun|region|kassan"
    r"|förmedling|\bstad\b",
    re.IGNORECASE,
)
_POST = re.compile(
    rf"{_ROLE.pattern}|\w+ledare?n?\b|\w*(?:samordnar|koordinator|utvärderar|handledar)\w*", re.IGNORECASE
)
"""Somebody's post in a question: who holds it is asked by name."""
_SHARE = re.compile(
    r"(?:\d|\b(?:en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|\w+tio))[\s-]*(?:%|procent)|fjärdedel|tredjedel|hälften|halva|hälft",
    re.IGNORECASE,
)
REASON = re.compile(
    r"med anledning av|eftersom|på grund av|pga|därför|i syfte att|syftet (?:är|med)|beror på|då det"
    r"|orsak|anledning|skäl",
    re.IGNORECASE,
)
_NUMBER_WORD = re.compile(
    r"\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|tjugo|trettio|femtio|hundra"
    r"|hälften|fjärdedel|tredjedel)\b|\d+-tal"
)
_COUNTED = re.compile(
    r"(?:hur många|antal(?:et)?|how many|number of)\s+((?:[a-zåäö-]+\s+){0,2}[a-zåäö-]+)", re.IGNORECASE
)
_REACHED = re.compile(r"\b(?:når|nådde|nått|klarar|klarade) (?:\w+ )?mål", re.IGNORECASE)
_PARTIES = re.compile(
    r"arbetsförmedling|försäkringskassa|\b(?:af|fk)\b|\bregion(?:en|er)?\b|\bkommun(?:en|er)?\b|\w+ (?:stad|kommun)\b",
    re.I,
)
_LAWS = re.compile(r"\((?:EU\) )?\d{4}:?/?\d+\)|\b\d+(?: [a-z])? §|\w+lagen\b|\w+förordningen\b", re.I)
_NUMBER_OF_LAW = re.compile(r"\b\d{4}[:/]\d+\b")
_UNKNOWN = re.compile(
    r"framgår inte|har inte hittats|inte kunnat (?:läsas|bekräftas)|saknas i (?:källorna|underlaget)"
    r"|anger ingen|anges ingen|är okän[dt]|ej angiv",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\b(?:utser|väljer|tillsätter|granskar|betalar|beslutar|bestämmer|fastställer|godkänner|appoints?|elects?|decides?|pays?)\b",
    re.IGNORECASE,
)
"""What bodies do rather than a person by name."""
_NEXT_WORDS = re.compile(r" ([^\W\d_]+)(?: (?!med\b|för\b|i\b|av\b|till\b|på\b|om\b|och\b)([^\W\d_]+))?")
_MEMBER = r"\w[\w–-]*(?: \w[\w–-]*){0,3}"
_ENUMERATES = re.compile(rf"{_MEMBER}(?:, {_MEMBER})+(?<!\still) (?:och|samt|and) \w")
_CONTACT = re.compile(r"(?<![\d-])0\d{1,3}[- ]\d{2,}|@|\b\d{3} ?\d{2} [A-ZÅÄÖ]|gatan \d|vägen \d", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:rum|placer\w+|integrer\w+|beläg\w+|lokal(?:er|erna|en)?|ligger|låg|sitter|satt|finns|fanns|hålls"
    r"|hölls|håller till) (?:\w+ )?(?:på|i|vid|hos|in|at) (?-i:[A-ZÅÄÖ])"
    r"|\bi (?-i:[A-ZÅÄÖ]\w+) (?:år )?(?:19|20)\d\d|\w(?:gatan|vägen|torget)\b",
    re.IGNORECASE,
)
_ONE = re.compile(r"\b(?:en|ett) ([^\W\d_]+)(?: ([^\W\d_]+))?")
_EACH = re.compile(r"\b(?:varje|vardera|respektive|var och en|each)\b", re.IGNORECASE)
_PRELUDE = re.compile(
    r"(?:Efter|När|Sedan|Utöver|Förutom|Exklusive|Bortsett från|After|Besides|Excluding)\b[^.;]*?"
    r"(?=\b(?:kvarstår|återstår|finns|är det|blir|har|remains?|is left)\b)"
)
_REMAINS = re.compile(r"\bkvar\b|kvarst|återst|\böver\b|fördela|\bleft\b|remain", re.IGNORECASE)
ASKED = 1.5
"""Nats from which on a word is what is asked about."""

_STILL = re.compile(r"\b(?:fortfarande|ännu|kvar|längre|försvunnit|still|any longer)\b", re.IGNORECASE)
_BECAME = re.compile(
    r"\b(?:fick|nådde|deltog|blev|hade|gick|började|slutade|avslutade\w*|har (?:fått|nått|deltagit|gått))\b", re.I
)
_AIMED = re.compile(
    r"\bmål|\bplan|\bbudget|\bprognos|\bskulle\b|\btänkt|\bska\b|\bgoals?\b|\baims?\b|\btargets?\b", re.I
)
_IS_TO_BE = re.compile(r"\b(?:ska|skall|kommer att) ", re.IGNORECASE)
NEAR = 60
"""Characters within which a figure must stand of the word for what is counted."""
DEFINES_WITH = "är|betyder|innebär|avser|kallas|står för|syftar till|handlar om|vänder sig|riktar sig"
"""Verbs by which a sentence says what something is, as alternatives of a pattern."""
_DEFINES = re.compile(rf"\b(?:{DEFINES_WITH}|(?:till|som) syfte)\b|\((?![A-ZÅÄÖ]\))")


_CHECKS: dict[Seeks, Callable[[str], bool]] = {
    Seeks.AMOUNT: lambda text: any(figure.unit in IN_KRONOR for _, _, figure in find_figures(text)),
    Seeks.COUNT: lambda text: bool(_numbers(text)) or bool(_NUMBER_WORD.search(text.lower())),
    Seeks.SHARE: lambda text: bool(_SHARE.search(text)),
    Seeks.DATE: lambda text: bool(_DATE.search(text)),
    Seeks.DURATION: lambda text: bool(_DURATION.search(text)),
    Seeks.PERSON: lambda text: names_person(text) or bool(_ROLE.search(text)),
    Seeks.REASON: lambda text: bool(REASON.search(text)),
    Seeks.DEFINITION: lambda text: bool(_DEFINES.search(text)),
    Seeks.CONTACT: lambda text: bool(_CONTACT.search(text)),
    Seeks.LAW: lambda text: bool(_LAWS.search(text)),
    Seeks.PLACE: lambda text: bool(_PLACE.search(text)),
}


def _numbers(text: str) -> list[tuple[int, int]]:
    """Return where a text has figures that are neither money nor shares."""
    return [(start, end) for start, end, one in find_figures(text) if one.unit not in IN_KRONOR and one.unit != "%"]


def is_unknown(text: str) -> bool:
    """True for a sentence that says that something is not known or not stated."""
    return bool(_UNKNOWN.search(text))


def names_several(part: Part, text: str) -> bool:
    """True when several parties or laws are asked for and a text names several."""
    return part.wants(Seeks.LIST) and any(
        part.wants(kind) and len({found.lower() for found in pattern.findall(text)}) > 1
        for kind, pattern in ((Seeks.PARTY, _PARTIES), (Seeks.LAW, _NUMBER_OF_LAW))
    )


def enumerates(text: str) -> bool:
    """True when a text names three things or more in a row."""
    return bool(_ENUMERATES.search(text))


def names_person(text: str) -> bool:
    """True when a text names somebody by first and last name."""
    return any(not _ORGANISATION.search(name) for name in _NAMES.findall(text))


def sought(part: Part) -> frozenset[Seeks]:
    """Return the kinds that are sought and that a text shows to hold or not."""
    return part.seeks & frozenset(_CHECKS)


def holds_what_is_sought(part: Part, text: str, terms: Sequence[Term] = ()) -> bool:
    """True when ``text`` holds the kind of thing that is sought (always, when no kind is).

    A count must stand near the word for what is counted, as far as the question says what that is; how many persons
    there are of a kind ("hur många ledamöter") is a count and asks for no names.
    """
    wanted = sought(part)
    if Seeks.COUNT in wanted:
        wanted -= {Seeks.PERSON}
    elif (
        Seeks.PERSON in wanted
        and _POST.search(part.text)
        and not part.wants(Seeks.PARTY)
        and not _ACTS.search(part.text)
    ):
        posts = [term for term in terms if _POST.search(term.word)]
        return names_person(text) and (not posts or any(Bag.of(text).match(term) > PART for term in posts))
    if Seeks.AMOUNT in wanted and _only_set_aside(part, text, terms):
        wanted -= {Seeks.AMOUNT}
        return any(_CHECKS[kind](text) for kind in wanted)
    counted = counted_terms(part, terms) if Seeks.COUNT in wanted else []
    if _tells_of_one(text, counted):
        return True
    if Seeks.COUNT in wanted and _CHECKS[Seeks.COUNT](text):
        if not counted or _stands_near(text, counted):
            return True
        wanted -= {Seeks.COUNT}
        return any(_CHECKS[kind](text) for kind in wanted)
    return not wanted or any(_CHECKS[kind](text) for kind in wanted)


def _only_set_aside(part: Part, text: str, terms: Sequence[Term]) -> bool:
    """True when what is asked about is only among what a sentence first takes away from the amount that it tells ("När
    lönerna är betalda finns 2 Mkr kvar"): the amount is of what is left."""
    prelude = _PRELUDE.match(text)
    if prelude is None or _REMAINS.search(part.text):
        return False
    asked = [term for term in terms if not term.implied and not is_month(term.word) and not term.word.isdigit()]
    asked = [term for term in asked if term.weight >= ASKED]
    first, rest = Bag.of(prelude[0]), Bag.of(text[prelude.end() :])
    return any(first.match(term) for term in asked) and not any(rest.match(term) for term in asked)


def asks_what_became(part: Part) -> bool:
    """True when a number or an amount is asked for that something came to, and not what was aimed at."""
    return bool(part.seeks & {Seeks.COUNT, Seeks.AMOUNT, Seeks.SHARE}) and bool(
        _BECAME.search(part.text) and not _AIMED.search(part.text)
    )


def is_aim(text: str) -> bool:
    """True for a sentence that says what is to be."""
    return bool(_IS_TO_BE.search(text)) and not _BECAME.search(text)


def asks_whether_still(part: Part) -> bool:
    """True when it is asked whether something holds that has held."""
    return part.wants(Seeks.YESNO) and bool(_STILL.search(part.text))


def asks_who_reached_it(question: str) -> bool:
    """True when it is asked how many reached an aim: neither the aim nor a number of aims answers."""
    return bool(_REACHED.search(question))


def counted_terms(part: Part, terms: Sequence[Term]) -> list[Term]:
    """Return the terms for what is counted: those right after "hur många", none when an aim is reached.

    Where a word is not the documents' own, theirs count as well ("hur många jobbar där": "tjänster").
    """
    match = _COUNTED.search(part.text)
    words = match.group(1).lower().split() if match else []
    if asks_who_reached_it(part.text):
        return []
    found = [term for term in terms if term.word in words][:1]
    return found + [term for term in terms if term.implied and found and found[0].explained]


def _stands_near(text: str, counted: Sequence[Term]) -> bool:
    """True when a number stands within :data:`NEAR` characters of one of the counted things."""
    numbers = [(start + end) // 2 for start, end in _numbers(text)]
    numbers += [match.start() for match in _NUMBER_WORD.finditer(text.lower())]
    for match in _WORDS.finditer(text):
        near = any(abs(match.start() - number) <= NEAR for number in numbers)
        if near and any(Bag.of(match.group()).match(term) for term in counted):
            return True
    return False


def _tells_of_one(text: str, counted: Sequence[Term]) -> bool:
    """True when a text has "en" or "ett" right before what is counted and says that it is so for each."""
    if not _EACH.search(text):
        return False
    nouns = (noun for match in _ONE.finditer(text) for noun in match.groups() if noun)
    return any(Bag.of(noun).match(term) > PART for noun in nouns for term in counted)


def counts(text: str, counted: Sequence[Term]) -> bool:
    """True when a number stands right before one of the counted things, with an adjective between at most."""
    ends = [end for _, end in _numbers(text)] + [match.end() for match in _NUMBER_WORD.finditer(text.lower())]
    nouns = (word for end in ends if (match := _NEXT_WORDS.match(text, end)) for word in match.groups() if word)
    return any(Bag.of(noun).match(term) for noun in nouns for term in counted)
