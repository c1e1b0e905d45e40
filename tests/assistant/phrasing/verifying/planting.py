"""Errors planted by program into sentences that hold: each changes one thing so that the cited place says no such."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assistant.phrasing.offer import Offer
from tests.assistant.phrasing.verifying.gold import Case

_FIGURE = re.compile(
    r"(?<![\d.,:§/-])\d{1,3}(?:[  ]\d{3})+|(?<![\d.,:§/-])\d+,\d+|(?<![\d.,:§/-])\d+(?![\d.,:/§-]|\s*§| kap)"
)
_YEAR = re.compile(r"(?<![\d:])(?:19|20)\d\d(?![\d:])")
_NUMERALS = ("två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio")
_ENGLISH = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_INITIATIVES = (
    *("FRAM", "Avanti 2.0", "Malmökraften 2.0", "Malmökraften", "Make it work", "Kultur på recept", "IPS Unga", "CaMp"),
    *("Kryddgårdenmodellen", "Utebliven etablering, SFI", "IRIS USB", "IRIS VSB", "IRIS Kompetenstrappan", "AKTIV"),
    *("Aktivitetscenter", "REKO", "Stegen", "Insam", "Utveckling och kunskap"),
)
_PARTIES = ("Försäkringskassan", "Arbetsförmedlingen", "Region Skåne", "Malmö stad", "Lunds kommun")
_PLACES = ("Malmö", "Lund", "Göteborg", "Skaraborg", "Blekinge")
_ORGANS = ("Styrelsen", "Kansliet", "Förbundschefen", "Utredaren", "Medlemmarna", "Kommunfullmäktige")
_PEOPLE = ("Sedat Arif", "Joakim Tranquist", "Carolina Gianola", "Helena Nanne")
_UNITS = (
    (" kr", " tkr"), ("kronor", "deltagare"), (" Mkr", " tkr"), ("miljoner kronor", "miljarder kronor"),
    (" tkr", " kr"), ("procent", "personer"), (" %", " kr"), ("deltagare", "kronor"), ("månader", "år"),
    ("veckor", "månader"), (" år", " månader"), ("platser", "deltagare"), ("kommuner", "regioner"),
    ("seminarier", "poddavsnitt"),
)  # fmt: skip
_MODES = (
    ("ska", "kan"), ("ska", "bör"), ("kan", "måste"), ("får inte", "behöver inte"), ("får inte", "får"), 
    ("bör", "ska"), ("behöver inte", "får inte"), ("har rätt att", "är skyldiga att"), ("föreslås", "har beslutat att"),
)  # fmt: skip
_OPPOSITES = (
    ("budget", "utfall"), ("utfallet", "budgeten"), ("utfall", "budget"), ("målet", "resultatet"), ("minst", "högst"),
    ("högst", "minst"), ("senast", "tidigast"), ("drygt", "knappt"), ("kvinnor", "män"), ("män", "kvinnor"),
    ("yngre", "äldre"), ("individinriktad", "strukturinriktad"), ("strukturinriktade", "individinriktade"),
    ("beviljades", "nekades"), ("upphör", "fortsätter"), ("intäkterna", "kostnaderna"), ("arbeta", "studera"),
    ("prognos", "utfall"), ("kostnad", "intäkt"), ("första", "sista"), ("långt ifrån", "nära"), ("före", "efter"),
)  # fmt: skip
_ADDED = (
    ", vilket är en ökning jämfört med året innan",
    " på grund av den ökande arbetslösheten",
    ", och pengarna betalas ut i två omgångar",
    ", enligt ett enhälligt beslut i kommunfullmäktige",
    " i hela Skåne",
    ", vilket är mer än något annat förbund",
    " och har fått mycket goda resultat",
    ", trots kritik från revisorerna",
)  # fmt: skip
_LEADS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("Insatser som {} har beslutat:", "Kostnad för {}:", "Enligt {} gäller detta:"), _PEOPLE),
    (("För {}:", "Detta gäller {}:", "Kostnad och mål för {}:"), _INITIATIVES),
    (("I {}:", "Insatser i {}:", "Detta gäller i {}:"), _PLACES),
    (("{} har beslutat:", "{} betalar:", "Uppgifter för {}:"), _PARTIES),
    (("Under {}:", "Budget {}:", "Beslutat {}:"), ("1998", "2009", "2033")),
)
"""What leads in to a list, with what each line can be wrongly of."""
_VERBS = re.compile(r"\b(är|har|hade|ska|får|kan|var|fick|kostar|ägs|väljs|räknas|finansierar|bör)\b")


def planted(case: Case, place: int, evidence: str) -> Iterator[Case]:
    """Yield the errors that can be planted into a sentence.

    Args:
        place: of the case among its fellows, so that not all get the same.
        evidence: all that the cited passage says; what stands there is no error.
    """
    if case.wrong:
        return
    makers: tuple[tuple[str, Callable[[str, int, str], Iterator[str]]], ...] = (
        ("figure", _figures), ("year", _years), ("unit", _swaps(_UNITS)), ("modality", _swaps(_MODES)),
        ("opposite", _swaps(_OPPOSITES)), ("initiative", _names(_INITIATIVES)), ("party", _names(_PARTIES)),
        ("place", _names(_PLACES)), ("organ", _names(_ORGANS)), ("person", _names(_PEOPLE)), ("negation", _negations),
        ("two figures", _turned), ("addition", _additions),
    )  # fmt: skip
    for kind, make in makers:
        for said in make(case.sentence, place, evidence):
            if said != case.sentence:
                yield replace(case, sentence=said, wrong=kind)


def led_wrongly(place: int, evidence: str) -> Iterator[str]:
    """Yield lines to lead in to an item, each with a name or a year of something else.

    Args:
        place: of the item's case among its fellows.
        evidence: all that the cited passage says and stands under.
    """
    for lines, names in _LEADS:
        others = [name for name in names if name.casefold() not in evidence.casefold()]
        if others:
            yield lines[place % len(lines)].format(others[place % len(others)])


def _put(text: str, match: re.Match[str], other: str) -> str:
    return text[: match.start()] + other + text[match.end() :]


def _figures(text: str, place: int, evidence: str) -> Iterator[str]:
    for match in _FIGURE.finditer(text):
        digits = match[0]
        if _YEAR.fullmatch(digits):
            continue
        for at in {0, len(digits) - 1}:
            changed = digits[:at] + str((int(digits[at]) + 1 + place % 7) % 9 + 1) + digits[at + 1 :]
            if changed not in evidence and changed.replace(" ", "") not in evidence and changed != digits:
                yield _put(text, match, changed)
    for numeral in _NUMERALS:
        for match in re.finditer(rf"\b{numeral}\b", text, re.IGNORECASE):
            other = _NUMERALS[(_NUMERALS.index(numeral) + 1 + place % 3) % len(_NUMERALS)]
            number = str(_NUMERALS.index(other) + 2)
            if not re.search(rf"\b(?:{other}|{number})\b", evidence, re.IGNORECASE):
                yield _put(text, match, other.capitalize() if match[0][0].isupper() else other)


def _years(text: str, place: int, evidence: str) -> Iterator[str]:
    for match in _YEAR.finditer(text):
        for step in (-1, 1, 2 + place % 3):
            year = str(int(match[0]) + step)
            if year not in evidence:
                yield _put(text, match, year)


def _swaps(pairs: Sequence[tuple[str, str]]) -> Callable[[str, int, str], Iterator[str]]:
    def make(text: str, place: int, evidence: str) -> Iterator[str]:
        for one, other in pairs:
            end = r"(?!\w)" if one[-1].isalpha() else ""
            match = re.search(rf"{'' if one[0] == ' ' else chr(92) + 'b'}{re.escape(one)}{end}", text)
            if match and not re.search(rf"{re.escape(other.strip())}(?!\w)", text):
                yield _put(text, match, other)

    return make


def _names(names: Sequence[str]) -> Callable[[str, int, str], Iterator[str]]:
    def make(text: str, place: int, evidence: str) -> Iterator[str]:
        for name in names:
            match = re.search(rf"(?<!\w){re.escape(name)}(?!\w| 2\.0| Unga| stad)", text)
            others = [one for one in names if one not in text and not re.search(rf"{re.escape(one)}", evidence)]
            if match and others:
                yield _put(text, match, others[place % len(others)])

    return make


def _negations(text: str, place: int, evidence: str) -> Iterator[str]:
    for word, other in ((r" inte\b", ""), (r"\baldrig ", ""), (r"\bingen\b", "en")):
        if re.search(word, text):
            yield re.sub(word, other, text, count=1)
    if not re.search(r"\b(?:inte|aldrig|ingen|varken)\b", text, re.IGNORECASE):
        match = _VERBS.search(text)
        if match:
            yield _put(text, match, f"{match[0]} inte")


def _turned(text: str, place: int, evidence: str) -> Iterator[str]:
    """Swap the two figures of a sentence that has two of one kind."""
    found = [match for match in _FIGURE.finditer(text) if not _YEAR.fullmatch(match[0])]
    if len(found) == 2 and found[0][0] != found[1][0] and "–" not in text[found[0].end() : found[1].start()]:
        one, other = found
        yield text[: one.start()] + other[0] + text[one.end() : other.start()] + one[0] + text[other.end() :]


def _additions(text: str, place: int, evidence: str) -> Iterator[str]:
    stop = text.removesuffix(".")
    yield f"{stop}{_ADDED[place % len(_ADDED)]}."


def cited_wrongly(case: Case, offer: Offer, numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield numbers of sources that a sentence could cite by mistake: some that do not hold all its figures."""
    figures = {str(_NUMERALS.index(word) + 2) for word in case.sentence.lower().split() if word in _NUMERALS}
    figures |= {str(_ENGLISH.index(word) + 2) for word in case.sentence.lower().split() if word in _ENGLISH}
    figures |= {match[0] for match in _FIGURE.finditer(case.sentence) if not _YEAR.fullmatch(match[0])}
    for source in offer.sources[::4]:
        if source.number not in numbers and not (figures and all(one in source.text for one in figures)):
            yield (source.number,)
