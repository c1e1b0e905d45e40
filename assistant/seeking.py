"""What kind of thing a question seeks, told by the words it is asked with."""

from __future__ import annotations

import re

from assistant.question import MEASURES, Seeks

_STANDS = r"(?:ligger|låg|sitter|satt|finns|fanns|håller|höll|huserar|hålls|hölls)\b"
"""What "var" asks the place of; before other words it is a form of "vara"."""

_SUM_OF_MONEY = r"(?:avgift|ersättning|kostnad|budget|arvode|lön|belopp|buffert|kapital|ram|bidrag|skuld)"
"""What is high or low in money; anything else is so as a share."""

_CUES: dict[Seeks, tuple[str, ...]] = {
    Seeks.AMOUNT: (
        rf"hur (?:hög|låg)[at]?\b(?=.*{_SUM_OF_MONEY})",
        r"hur my(?:c)?ket|vad (?:\w+ ){0,3}kosta|kosta|belopp|budget|kronor|\bkr\b|\b[tm]kr\b|pengar|medel\b|avgift",
        r"balansomslutning|skuld(?:er|erna)\b|tillgångar|fordringar",
        r"intäkt|utgift|utfall|\blön|tjänar|kapital|anslag|resultat|hur stor[at]?\b",
        r"how much|\bcosts?\b|funding|money|\bfees?\b",
    ),
    Seeks.COUNT: (
        r"hur många|\bantal|how many|number of|\bsnittålder|\bmedelålder|\baverage age",
        r"(?:deltagare|platser|personer|inskrivna)\b(?=.*\b(?:mål|utfall))",
    ),
    Seeks.SHARE: (
        rf"hur (?:hög|låg)[at]?\b(?!.*{_SUM_OF_MONEY})",
        r"procent|andel|hur stor del|%|\bshare\b|per ?cent|proportion|fördelning",
    ),
    Seeks.DATE: (
        r"^(?:och )?när\b|vilk(?:et|a) år\b|datum|sedan när|hur länge|tidplan|vilken tid",
        r"^(?:and )?when\b|what year|how long",
    ),
    Seeks.DURATION: (r"hur länge|hur lång|hur snabbt|how long",),
    Seeks.PERSON: (
        r"\bvem\b(?! (?:kan|får|har rätt|omfattas))|\bvems\b|\bvilka sitter\b|\bheter\b|\bwho\b",
        r"\bordförande\b|\bledam[oö]t|\bersättare\b",
    ),
    Seeks.PARTY: (
        r"\bäg(?:er|s|de|des|are)\b|(?<!take )(?<!takes )(?<!took )(?<!taking )part(?:er)?\b|\bparterna\b",
        r"samverkanspart|huvudm[aä]n|\bvilka (?:är|e|ingår) (?:med|medlemmar)\b",
        r"\bowns?\b|\bowner|\bpart(?:y|ies)\b",
    ),
    Seeks.LIST: (
        r"\bvilka\b(?! (?:\w+ )?år\b)|räkna upp|\blista\b|\bnämn\b|\balla\b|\bsamtliga\b",
        r"vad (?=(?:kan|får|brukar) .*(?:finansiera|stödja|bekosta))",
        r"vad (?=(?:ska|skall|måste|bör|brukar) .*(?:innehålla|ingå|finnas med|stå med|framgå))",
        r"which (?:\w+ ){0,2}\w+s\b|what are the|\blist\b|\bname the\b",
    ),
    Seeks.DEFINITION: (
        r"vad (?:är|betyder|innebär|menas)|står (?:\w+ ){1,3}för\b(?! \d)|förklara|definition|definiera",
        r"what (?:is|does|are)\b|stand for|\bmean(?:s|ing)?\b",
    ),
    Seeks.REASON: (r"varför|anledning|\bskäl|motiver|\bwhy\b|orsak|\breason",),
    Seeks.COMPARISON: (
        r"jämför|skillnad|respektive|\bstörst|\bhögst|\blägst|\bminst\b(?! \d)",
        r"hur mycket (?:\w+ ){0,2}(?:öka|minska|sjunk|sjönk|stig|steg|växer|växte|mer|mindre|högre|lägre|skilj)\w*",
        r"(?:mer|mindre|högre|lägre|större|fler|färre|dyrare|billigare|längre|kortare) .{1,60}\bän\b",
        r"how much .{1,80}\b(?:go(?:es)? (?:up|down)|rise|rose|increase|decrease|fall|fell|grow|grew|drop)",
        r"compare|difference|\bmore than|versus",
    ),
    Seeks.CHANGE: (r"ändra|bytte|byta|förändr|utvecklats|sett ut|över tid|\btrend|\bchange|från (?:19|20)\d\d till",),
    Seeks.CONTACT: (r"telefon|mobilnummer|e-?post|mejl|mailadress|besöksadress|postadress|phone|e-?mail address",),
    Seeks.PLACE: (rf"^(?:och )?var (?:[ip]\S* \w+ )?{_STANDS}|^(?:and )?where\b",),
    Seeks.LAW: (
        r"\bvilk(?:a|en|et) (?:\w+ ){0,2}(?:lag(?:ar|en)?|paragraf(?:er|en)?|lagrum|förordning(?:ar|en)?)\b",
        r"\bwhich (?:\w+ ){0,2}(?:laws?|acts?|sections?)\b",
    ),
    Seeks.MANNER: (
        r"^hur (?!my|många|stor|lyder|låter|heter|länge|lång|har\b|gick|går|ofta|gammal|nära|såg|ser|är|var\b)\w+",
        r"\bhow (?:do|does|can|to)\b",
    ),
    Seeks.SUM: (
        r"(?:kosta|budget|kr\b).{0,80}\btillsammans\b|\btillsammans\b.{0,60}(?:kosta|budget|kr\b)",
        r"kosta\w* (?=(?:de |alla )?(?:\w+ade )?(?:insatserna|projekten)\b)",
        r"allt som allt|allt i allt|i sin helhet",
        r"totalt|\bihop\b|sammanlagt|\bsumm(?:a|er)|\binalles|in total|altogether|hela\b",
    ),
}
_PATTERNS = {kind: re.compile("|".join(cues), re.IGNORECASE) for kind, cues in _CUES.items()}
_WHOLE_WORDS = {kind: re.compile(rf"\w*(?:{'|'.join(cues)})\w*", re.IGNORECASE) for kind, cues in _CUES.items()}
_ASKS_NO_NAME = re.compile(r"(?:och )?(?:vad|hur (?!många)|när|varför|what|how (?!many)|when|why)\b", re.IGNORECASE)
_ASKS_WHY = re.compile(r"(?:och |men |and |but )?(?:varför|why|av vilken anledning)\b", re.IGNORECASE)
_ASKS_NAME = re.compile(r"\bheter\b|\bvems?\b|\bwho\b|\bnamn", re.IGNORECASE)
"""A role in a question is a subject ("när väljs ordföranden"), unless a name is asked for."""
_MEANING = re.compile(
    r"betyder|innebär|menas|står (?:\w+ ){1,3}för\b(?! \d)|förklara|defini|stands? for|\bmean", re.IGNORECASE
)
_YESNO = re.compile(
    rf"(?!(?:och )?var (?:[ip]\S* \w+ )?{_STANDS})"
    r"(?:och |men )?(?:är|har|får|kan|ska|skall|måste|finns|räknas|gäller|blev|var|hade|ingår|behöver|krävs|fick"
    r"|stämmer|deltar|deltog|räcker|kräver|krävde|äger|ägde|ingick|behövs|blir|bör|brukar|vill|skulle|kunde|gick|går"
    r"|gav|ger|tar|tog|når|nådde|klarade|stödjer|stöder|omfattar|omfattas|driver|drev|beslutade|hör|kommer|kom|ligger"
    r"|låg|står|stod|betyder|innebär|tillåts|täcks|täcker|ökar|ökade|minskar|minskade|fortsätter|startade|finansierar"
    r"|finansierade|finansieras|betalar|uppnåddes|avslås|beviljas|återstår|pågår|startar|avslutar|avslutas|fastställdes"
    r"|fördelas|bidrar|sitter|leder|innehåller|uppfyller|ägs|godkänns|antogs|lades"
    r"|is|are|was|were|does|do|did|can|may|must|has|have|will)\b(?! (?:i|på|för|av|till|från|mellan|och)\b)"
    r"|(?:och |men )?(?:\w+er (?:det|den|man|vi|ni)|\w+(?:ar|år|ade|ades|te|tes|ogs|avs|ngs|de|des)"
    r" (?:det|den|man|vi|ni|förbundet|styrelsen|finsam))\b",
    re.IGNORECASE,
)
"""How a question begins that seeks a yes or a no: with its verb."""
_ASKS_NO_AMOUNT = re.compile(
    r"(?:och |men )?(?:vad (?:får|kan|ska|skall|krävs|gäller)|vem|vems|vilka|när|varför"
    r"|hur (?!my|stor|hög|låg|har|såg|ser|gick|går|många)|who|why|when|how (?:do|does|can|to))\b",
    re.I,
)
"""How a question begins that asks about money ("ansöka om medel") without asking how much."""
_AMOUNT_SURE = re.compile(r"hur my(?:c)?ket|kosta|belopp|kronor|hur stor|how much|\bcosts?\b", re.I)
_SUBJECT = re.compile(
    r"avgift|intäkt|utgift|kapital|^lön|resultat|anslag|medel|ordförande|ledam|ersättare|part(?:er)?$|fördelning|^lag|paragraf",
    re.I,
)
"""Cues that are subjects too: what is asked about must hold them."""
_MONEY = re.compile(r"kosta|\bkr\b|kronor|pengar|belopp|budget|avgift|hur mycket|how much|\bcost|anslag|medel\b", re.I)
_WORD = re.compile(r"[^\W_]+")


def kinds_sought(clause: str) -> frozenset[Seeks]:
    """Return the kinds of things that a clause seeks; a clause that begins with its verb seeks a yes or a no."""
    if begins_with_verb(clause):
        return frozenset({Seeks.YESNO})
    found = {kind for kind, pattern in _PATTERNS.items() if pattern.search(clause)}
    if Seeks.PERSON in found and _ASKS_NO_NAME.match(clause) and not _ASKS_NAME.search(clause):
        found.discard(Seeks.PERSON)
    if Seeks.COUNT in found and not _MONEY.search(clause):
        found.discard(Seeks.AMOUNT)
    if Seeks.SHARE in found:
        found -= {Seeks.COUNT, Seeks.AMOUNT}
    if (_ASKS_NO_AMOUNT.match(clause) or Seeks.DATE in found) and not _AMOUNT_SURE.search(clause):
        found.discard(Seeks.AMOUNT)
    if _ASKS_WHY.match(clause):
        found -= MEASURES | {Seeks.COMPARISON, Seeks.SUM}
    if Seeks.CONTACT in found:
        found.discard(Seeks.DEFINITION)
    if Seeks.DEFINITION in found and found & MEASURES:
        found -= MEASURES if _MEANING.search(clause) else {Seeks.DEFINITION}
    return frozenset(found)


def begins_with_verb(clause: str) -> bool:
    """True when a clause begins as one that seeks a yes or a no does."""
    return bool(_YESNO.match(clause))


def cue_words(text: str) -> frozenset[str]:
    """Return the words, lower case, that only say what kind of thing ``text`` seeks ("kostar", not "medlemsavgift")."""
    return frozenset(
        word.lower()
        for pattern in _WHOLE_WORDS.values()
        for match in pattern.finditer(text)
        for word in _WORD.findall(match.group())
        if not _SUBJECT.search(word)
    )
