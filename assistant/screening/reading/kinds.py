"""What an amount in a budget is, by the words beside it: a cost, a sum, what others pay, what is asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.screening.draft import Amount
from ingest.tables.sums import is_sum_label


class Role(StrEnum):
    """What a line of money is."""

    ROW = "row"
    SUM = "sum"
    PART_SUM = "part_sum"
    """A sum of a part: "Delsumma", "Summa personal"."""
    OTHERS = "others"
    """What others than the association pay."""
    ASKED = "asked"
    WITHIN = "within"
    """Part of a row that is counted already: "varav resor"."""
    FOREIGN = "foreign"
    """No money of the project: what the association has, what something costs society."""
    PROSE = "prose"
    """A sentence that mentions money, no line of a budget."""


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """An amount with the words beside it."""

    label: str
    role: Role
    amount: Amount
    source: int
    """What it stands in: the number of a table, or -1 for the text."""
    bare: bool
    """No unit stands with it or above it."""
    start: int
    """Of the line, label included."""
    end: int


ASKS = re.compile(
    r"\b(?:an)?sök(?:er|s|a|t|ta|es|te)?\b|\bansökt\b|\bsökande belopp|\bäska\w*|\bbegär\w*|\bönskar (?:oss|få)\b"
    r"|\bskulle (?:vi )?behöva\b|\b(?:ber|be) (?:\w+ ){0,2}?om\b|\bvill (?:\w+ ){0,3}?(?:ha|få)\b|\bpott\b"
    r"|\b(?:behöver|hoppas|önskar)\b|\bansökan (?:avser|gäller|omfattar)\b|\bsöks\b"
    r"|\bappl(?:y|ying|ies|ied) for\b|\brequest\w*|\bask(?:s|ing|ed)? for\b|\bseek(?:s|ing)?\b",
    re.IGNORECASE,
)
"""Words that ask for money."""
_ASKED_LABEL = re.compile(
    r"\b(?:sökt|söks|sökta|ansökt|sökes|att söka|att ansöka|söker)\b|\b(?:från|av|till) (?:finsam"
    r"|(?:samordnings)?förbundet)\b"
    r"|^\W*(?:finsam|(?:samordnings)?förbundet)\b[^.]{0,20}$|finsammedel|\b(?:applied for|requested)\b"
    r"|\bfrom finsam\b",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"medfinans\w*|egen\s?insats\w*|egenfinans\w*|delfinans\w*|samfinans\w*|\begna (?:medel|insatser|resurser"
    r"|kostnader)\b"
    r"|\bi egen (?:tid|regi|budget)\b|\bbidrar(?:\s\w+){0,3}?\smed\b|\bbidrag från\b|\bstår för\b|\bbekosta\w*"
    r"|\bbetala[rs]\b"
    r"|\btäcks av\b"
    r"|\bfinansiera[rs]\b|\bskjuter till\b|\bavgår\b|naturainsats\w*|\b(?:annan|övrig|extern) finansi\w+"
    r"|\bandra finansiärer\b|\bco-?financ\w*|\b(?:own|in[- ]kind|partner) contribution\w*|\bmatch(?:ed)? funding\b"
    r"|\bcontributes\b",
    re.IGNORECASE,
)
"""Words for what others than the association pay."""
_ASSOCIATION = re.compile(r"\b(?:finsam|(?:samordnings)?förbundet)s?\b", re.IGNORECASE)
_WITHIN = re.compile(r"\W*(?:varav|därav|ingår med|of which)\b", re.IGNORECASE)
_PART_SUM = re.compile(
    r"\W*(?:del-?summa|sub-?total|mellansumma)|\W*(?:summa|totalt|total)\s+(?!kr\b|kronor|tkr|kostnad|budget|för\b"
    r"|20\d\d|i\b"
    r"|att\b|belopp|projekt|insats|sök|allt|totalt|alla|utgift|exkl|inkl|\(|hela|per\b|år\b|cost|amount|budget"
    r"|sek\b)(?=[^\W\d])",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"\W*(?:sum(?:ma)?|total(?:t|a)?|sammanlag[td]\w*|grand total|in total|allt som allt)\b"
    r"|^\W*(?:tillsammans|sammantaget|summerat|summering|slutsumma\w*|totalen|i allt|inalles|allt detta|hela \w+"
    r"|det blir|blir"
    r"|att finansiera)(?:\s(?:blir|är|kostar))?(?:\s(?:det|detta|allt))?\b\W*(?:för )?(?:20\d\d|i år|året)?\W*(?:blir"
    r"|är|kr)?\W*$"
    r"|\b(?:alltså|dvs|det vill säga|vilket (?:blir|ger|gör))\W*(?:totalt|sammanlagt)?\W*(?:i år|för året|20\d\d)?\W*$"
    r"|\b(?:total(?:t|a)?|sammanlagt|summan?|in total|tillsammans|allt som allt|totally|altogether)\W*(?:blir|är"
    r"|kr)?\W*$"
    r"|\b(?:projektet|insatsen|det hela|allt|den totala kostnaden|totalkostnaden|hela kostnaden|kostnaden|budgeten"
    r"|the (?:total )?(?:cost|budget)|the project)\s+(?:för (?:projektet|insatsen|året|hela \w+|20\d\d"
    r"|the project)\s)?(?:kostar|beräknas\b[\w\s]{0,14}|uppgår till|landar på|blir|är|costs?|is|amounts to)"
    r"|^\W*(?:total)?(?:budget|kostnad|kostnader|totalkostnad|totalbudget|costs?"
    r"|total cost)\b\W*(?:20\d\d\W*)?(?:kr\W*)?$",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"\b(?:att fördela|kvar att|samhället|samhälls\w+|per capita|årslön|förra året|tidigare beviljat|beviljades"
    r"|beviljats"
    r"|left to distribute|society)\b",
    re.IGNORECASE,
)
_COSTS = re.compile(
    r"\s*\b(?:kostar|beräknas (?:kosta|till|uppgå till)|uppgår till|blir|avsätts|räknas till|costs?"
    r"|is estimated at)\s*$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:är|har|ska|skall|kan|vi|finns|måste|bör|vill|eftersom|att|om|som|räknar|avser|enligt|is|are|has|we"
    r"|because|that)\b",
    re.IGNORECASE,
)
_MAX_WORDS = 14
_TRIM = " \t:;,.|–—-=*•&+>#_"
_LEADING = re.compile(
    r"^(?:(?:pengarna|medlen|summan)\s(?:ska\s)?går?\still\s)?(?:(?:en|ett|och|samt|and|plus|till|för|for|to|avser"
    r"|varav|därav|dels|går till|i|med|på|därtill|dessutom|slutligen|samt en|budget(?:en)?:)\s+)+",
    re.IGNORECASE,
)


def tidy(label: str) -> str:
    """Return a label as a person would name the row."""
    return _LEADING.sub("", _COSTS.sub("", " ".join(label.split()).strip(_TRIM))).strip(_TRIM)


def role(label: str) -> Role:
    """Return what a line of money is by the words beside its amount."""
    if _WITHIN.match(label) and not OTHERS.search(label):
        return Role.WITHIN
    if _FOREIGN.search(label):
        return Role.FOREIGN
    if OTHERS.search(label) and not _ASSOCIATION.search(label):
        return Role.OTHERS
    if _ASKED_LABEL.search(label) or ASKS.search(label):
        return Role.ASKED
    if _PART_SUM.match(label):
        return Role.PART_SUM
    if is_sum_label(label) or _SUM.search(label):
        return Role.SUM
    if _ASSOCIATION.search(label):
        return Role.FOREIGN
    if not _COSTS.search(label) and (_VERB.search(label) or len(label.split()) > _MAX_WORDS):
        return Role.PROSE
    return Role.ROW
