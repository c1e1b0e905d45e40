"""What is not for a machine: one person's case, a decision on an application, an opinion, a legal judgement."""

from __future__ import annotations

import re

from assistant.question import Declined


def _any(*patterns: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile("|".join(patterns), flags)


_PERSON = _any(
    r"\b[Mm]in (?:klient|patient|deltagare|brukare|son|dotter|man|fru|sambo|bror|syster|mamma|pappa)\b",
    r"\b[Mm]in (?:kompis|vän|granne)\b",
    r"\b[Jj]ag\b|\b[Mm]ig\b|\b(?:hon|han|hen|henne|honom|Hon|Han|Hen)\b",
    r"\b[Ee]n (?:klient|person|patient|man|kvinna|deltagare) (?:som|på|i|med|är)\b",
    r"\b[Vv]år (?:klient|patient|deltagare)\b|\[personuppgift\]",
    r"\b[Mm]y (?:client|patient|son|daughter|friend)\b|\bI\b|\b(?:she|he|She|He)\b",
    r"^(?:[Hh]ar|[Ff]år|[Kk]an|[Ss]ka|[Bb]ör|[Dd]oes|[Cc]an|[Mm]ay|[Ii]s) "
    r"(?!Finsam|Malmö|Lund|Region|Skåne|Kommun|Stad|Styrels|FRAM|IPS)(?!\w+e[nt]\b)[A-ZÅÄÖ][a-zåäö]{2,8}\b",
    flags=0,
)
_ENTITLED = _any(
    r"rätt till|rätt att (?:delta|vara|få|gå|komma)",
    r"\bfår?\b.{0,40}\b(?:plats|delta|vara med|hjälp|stöd|gå|börja|komma in)\b|kvalificer|uppfyller",
    r"(?:tillhör|\bhör\b.{0,40}\btill) .{0,20}målgrupp|\bplats (?:i|på|hos)\b|berättigad",
    r"kan .{0,30}(?:delta|vara med|få)|\bpassa[rn]?\b",
    r"kommer jag (?:med|in)|should (?:she|he) be|\baccepted (?:to|in)|lämplig för",
    r"inskriven|utskriven|antagen|fått (?:nej|avslag|ja|plats)|får? (?:nej|avslag)\b|\bi kö\b",
    r"ska .{0,25}(?:skrivas in|anvisas)|\b(?:take part|participate|join)\b|eligib|entitled|qualif",
    r"\bget (?:a place|into|in)\b",
    r"\b(?:erbjud|anvis|remitter|placer)\w*\b|\bskriv\w* in\b",
    r"\b(?:ska|bör) (?:vi|jag|man) (?:ta in|ta emot|skriva ut)\b",
    r"\b(?:offer|refer|enrol)\w*\b",
)
_IN_GENERAL = _any(
    r"\b(?:vem|vilka|man|who)\b.{0,30}\b(?:kan|får|som|can|may)\b|\b(?:skriva|lämna|göra|söka|ansöka).{0,20}(?:ansökan|medel|pengar)"
)
"""Somebody in their work asks who may take part, or how one applies."""
_WHEN = _any(r"\s*(?:när|hur|vem|vilka|when|how|who)\b")
_OPINION = _any(
    r"\b(?:borde|bör) (?:vi|man|styrelsen|förbundet|kansliet|ni)\b|^(?:och |men |eller )?ska vi (?!söka|ansöka)",
    r"\b(?:vad|vilke[nt]|vilka|hur|när) (?:\w+ ){0,3}ska vi "
    r"(?:göra|prioritera|satsa|välja|tänka|tycka|säga|svara|lägga)\b",
    r"tycker du|du tycker|vad tycker|anser du|din åsikt|ditt omdöme|din bedömning",
    r"rekommenderar du|vad rekommenderar|råder du|rangordna",
    r"vilke[nt] (?:\w+ ){0,3}ska (?:styrelsen|vi|förbundet|kansliet) (?:ta|välja|satsa|prioritera)",
    r"vilke[nt] (?:\w+ ){0,4}(?:är|fungerar|sköts) (?:\w+ )?(?:bäst|bättre|sämst|viktigast)\b",
    r"vem är (?:bäst|bättre|sämst)|\bshould (?:we|they|the board)\b|rank the",
    r"do you (?:\w+ )?(?:think|recommend|believe|feel)",
    r"\b(?:är|var) .{1,40}(?:lyckad|lyckat|värt det|vär(?:da?|t) (?:pengarna|kostnaden|satsningen|besväret))\b",
    r"\b(?:är|var|vore) det (?:\w+ )?(?:klokt|bra|dåligt|vettigt|smart|rimligt|dumt|vist|värt|slöseri)"
    r" (?:av|att|om|med|för)\b",
    r"\b(?:är|var|vore) det (?:\w+ )?(?:rätt|fel) (?:(?:av|om|för)\b|att (?!\w+na\b)(?:\w+a|ge|gå|få|se|stå)\b)",
    r"\bis it (?:wise|right|smart|sensible|reasonable|a good idea)\b",
    r"\b(?:mest|minst) (?:lämplig|duktig|kompetent|effektiv|trovärdig)\w*|\bo?lämplig\w* för (?:uppdrag|jobb)",
    r"your (?:own |honest )?(?:opinion|verdict|view)|which (?:\w+ ){0,4}is (?:the )?(?:best|better|worst)\b",
)
_DECISION = _any(
    r"\b(?:ska|bör|borde|kommer|kan|får|är|blir) (?!.{0,60}\b(?:en|varje) (?:\w+ )?ansökan\b).{0,60}"
    r"\b(?:ansökan|projektet|förslaget|vi|ni)\b.{0,60}"
    r"(?:beviljas?|godkännas?|avslås|få pengar|få ja|få nej|beviljad|godkänd)",
    r"bekräfta att .{0,80}(?:bevilja|godkän|fått|får|tilldela)|bevilja (?:vår|min|denna|den här)",
    r"approve (?:our|my|the|this)|(?:should|will) .{0,40}(?:be (?:granted|approved)|get (?:the )?money)",
)
_BY_DOCUMENT = _any(
    r"\b(?:enligt|säger|skriver|according to) (?:\S+ ){0,3}"
    r"\w*(?:plan|rapport|redovisning|beslut|lag|princip|dokument|report|act)(?:en|et|erna|et?s?)?\b"
)
"""What a document says is asked for, whatever words of judgement stand around."""
_LEGAL = _any(
    r"laglig|olaglig|strider .{0,30}lag|tillåt|förbjud|\bfinns (?:det )?(?:\w+ )?hinder|\bhinder (?:mot|för att)",
    r"juridisk|lagbrott|bryter .{0,20}(?:mot|lag)|\bjäv",
    r"får (?:man|vi|förbundet|finsam|styrelsen|en|kommunen) (?:enligt lag|lov)|\blegal|\blawful|\ballowed",
)
_PRIVATE = _any(
    r"(?:tjänar|\w*lön(?:en)?|inkomst|diagnos|personnummer|bostadsadress|hemadress|telefonnummer|mobilnummer)\b",
    r"\b(?:privat|gift|barn|salary|earns?)\b",
)
_TREATED = r"(?:deltagar|klient|patient|brukare|brukarna)"
_CLIENT = rf"(?:{_TREATED}|inskrivn|(?:alla|dem|de|personer(?:na)?) som\b)"
_OF_CLIENTS = _any(
    rf"(?:\bnamn\w*|\bheter\b)(?: (?!för\b|där\b|som\b|med\b|insats|projekt)\S+){{0,5}} {_CLIENT}",
    rf"(?:personnummer|adress|telefon|mobil|diagnos|sjukdom|journal)(?:(?! ska\b| där\b).){{0,60}}{_CLIENT}",
    rf"(?:{_TREATED}|alla som del)\w*(?:(?!insats|projekt).){{0,40}}"
    r"(?:\bnamn|\bheter\b|personnummer|adress|telefon|mobil|diagnos|journal)",
    r"(?:\bnames?\b|addresses|phone|diagnos[ei]s|medical).{0,60}"
    r"(?:participants?|clients?|patients?|people who|those who|persons? who)",
)
"""Who took part, or what is private about them: no document says it, and none may."""
_HOW_MANY = _any(r"\bhur (?:många|stor)|\bandel|\bantal|how (?:many|large)|\bshare\b")
"""Counts tell nothing of anybody."""
_ROLE = _any(r"chef|utredare|ordförande|ledam|director|investigator|\bchair|\bhen\b|\bhon\b|\bhan\b|\[personuppgift\]")


def declined(asked: str, honest: str) -> Declined | None:
    """Return why a question is left to people, or None.

    Args:
        asked: all that was written, personal data masked.
        honest: the same without instructions to the machine.
    """
    if _PERSON.search(honest) and _ENTITLED.search(honest) and not _IN_GENERAL.search(honest):
        return Declined.INDIVIDUAL
    if _DECISION.search(asked) and not _WHEN.match(honest):
        return Declined.DECISION
    return Declined.OPINION if _OPINION.search(honest) and not _BY_DOCUMENT.search(honest) else None


def asks_for_law(text: str) -> bool:
    """True when a text asks whether something is allowed."""
    return bool(_LEGAL.search(text))


def asks_about_person(text: str) -> bool:
    """True when a text asks for something private about someone in a role."""
    return bool(_PRIVATE.search(text) and _ROLE.search(text)) or asks_about_clients(text)


def says_private(text: str) -> bool:
    """True when a text says something of what is private about a person."""
    return bool(_PRIVATE.search(text))


def asks_about_clients(text: str) -> bool:
    """True when a text asks who took part in an initiative, or for something private about those who did."""
    return bool(_OF_CLIENTS.search(text)) and not _HOW_MANY.search(text)
