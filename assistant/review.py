"""Why a person should look at an answer: the codes and one plain sentence for each, in Swedish and English.

An ordinary, well-supported answer carries none: a banner that always shows is a banner that nobody reads.
"""

from __future__ import annotations

from assistant.answers import Flag

_MESSAGES: dict[str, tuple[str, str]] = {
    "outdated_source": (
        "Uppgiften står bara i ett äldre dokument ({detail}); kontrollera att den fortfarande gäller.",
        "Only an older document says this ({detail}); check that it still holds.",
    ),
    "conflicting_sources": (
        "Källorna är inte överens ({detail}); någon behöver ta reda på vad som stämmer.",
        "The sources disagree ({detail}); someone needs to find out which is right.",
    ),
    "not_in_sources": (
        "Dokumenten besvarar inte frågan; vänd dig till kansliet.",
        "The documents do not answer the question; please ask the office.",
    ),
    "other_organisation": (
        "Uppgiften gäller {detail}; den behöver inte gälla i det förbund du frågar om.",
        "This concerns {detail}; it may not hold for the association you ask about.",
    ),
    "legal_judgement": (
        "Frågan kräver en juridisk bedömning, som en person måste göra.",
        "The question needs a legal judgement, which a person must make.",
    ),
    "individual_case": (
        "Frågan gäller en enskild person; det avgör handläggaren hos ansvarig myndighet, aldrig assistenten.",
        "The question concerns one person; the responsible authority decides that, never the assistant.",
    ),
    "personal_data": (
        "Frågan rör personuppgifter; de har inte sparats och återges inte.",
        "The question touches personal data; they are not stored and not repeated.",
    ),
    "prompt_injection": (
        "Texten innehåller en instruktion till maskinen; den visas här men har inte följts: {detail}",
        "The text holds an instruction to the machine; it is shown here and was not followed: {detail}",
    ),
    "uncertain_extraction": (
        "Uppgiften kommer ur en trasig tabell eller ett diagram ({detail}); jämför med originalet.",
        "This was taken from a broken table or a chart ({detail}); compare with the original.",
    ),
}

CODES = tuple(_MESSAGES)


def flag(code: str, detail: str = "", language: str = "sv") -> Flag:
    """Return the flag of ``code``; ``detail`` fills its sentence where it asks for one."""
    swedish, english = _MESSAGES[code]
    return Flag(code, (english if language == "en" else swedish).format(detail=detail))
