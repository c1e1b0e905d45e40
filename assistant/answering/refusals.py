"""What is said when nothing may or can be answered: plainly, with where to turn and what comes nearest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.claims import Claim
from assistant.answering.quoting import cite
from assistant.answers import Answer, Citation, Flag
from assistant.associations import association_name
from assistant.library import Library
from assistant.privacy import mask
from assistant.question import MAX_LENGTH, Declined, Question
from assistant.review import flag

_EMPTY = "Skriv en fråga, till exempel: Vad kan Finsam finansiera?"
_NO_WORDS = "Frågan innehåller inga ord som går att söka på; skriv den med några ord."
_TOO_LONG = "Frågan är {length} tecken lång, och en fråga får vara högst {most} tecken; ställ en kort fråga i taget."
_NOT_STATED = {
    "sv": "Det framgår inte av dokumenten. Kansliet kan svara på frågor som dokumenten inte täcker.",
    "en": "The documents do not say. The office can answer what the documents do not cover.",
}
_SAID = {
    "sv": "Det framgår inte av dokumenten: {said} Kansliet kan svara på frågor som dokumenten inte täcker.",
    "en": "The documents do not say: {said} The office can answer what the documents do not cover.",
}
MARKERS = "-•·* "
"""What a list item may begin with."""

_ELSEWHERE = {
    "sv": "Dokumenten här rör {names} och säger inget om förbundet i {place}. Vänd dig till det förbundet.",
    "en": "The documents here concern {names} and say nothing of the association in {place}. Please ask that one.",
}
_DECLINED = {
    Declined.INDIVIDUAL: {
        "sv": "Om en enskild person kan delta avgör handläggaren hos den ansvariga myndigheten och insatsen själv, "
        "inte assistenten. De allmänna kriterierna står i källorna nedan.",
        "en": "Whether one person can take part is decided by the responsible authority and the initiative, not by "
        "this assistant. The general criteria are in the sources below.",
    },
    Declined.DECISION: {
        "sv": "Om en ansökan beviljas beslutar förbundets styrelse, inte assistenten. "
        "De allmänna kriterierna står i källorna nedan.",
        "en": "Whether an application is granted is decided by the association's board, not by this assistant. "
        "The general criteria are in the sources below.",
    },
    Declined.OPINION: {
        "sv": "Det är en avvägning som förbundets styrelse gör; assistenten har inga egna omdömen. "
        "Det som dokumenten säger står i källorna nedan.",
        "en": "That is for the association's board to weigh; this assistant has no opinions of its own. "
        "What the documents say is in the sources below.",
    },
}
_ONLY_INSTRUCTIONS = {
    "sv": "Texten är en instruktion till maskinen och ingen fråga; den har inte följts. Ställ en fråga om dokumenten.",
    "en": "The text is an instruction to the machine and no question; it was not followed. Ask about the documents.",
}


def not_a_question(asked: str) -> Answer | None:
    """Return an answer that says what is wrong with an empty, wordless or far too long text; None when it is fine."""
    text = asked.strip()
    if not text:
        return Answer("", _EMPTY, abstained=True)
    if len(text) > MAX_LENGTH:
        message = _TOO_LONG.format(length=f"{len(text):,}".replace(",", " "), most=f"{MAX_LENGTH:,}".replace(",", " "))
        return Answer(mask(text)[:80] + " …", message, abstained=True)
    if not any(character.isalnum() for character in text):
        return Answer(text, _NO_WORDS, abstained=True)
    return None


def no_answer(
    question: Question, nearest: tuple[Citation, ...], library: Library, unknown: Sequence[Claim] = ()
) -> Answer:
    """Say that the documents do not hold the answer, and where they say so themselves: that stands first among what is
    nearest."""
    flags = [flag("not_in_sources", language=question.language)]
    text = _NOT_STATED[question.language]
    if unknown:
        said = " ".join(f"”{claim.text.lstrip(MARKERS)}”" for claim in unknown)
        text = _SAID[question.language].format(said=said)
        found = [cite(claim.document, claim.start, claim.end, n) for n, claim in enumerate(unknown, 1)]
        nearest = (*found, *(replace(one, marker=one.marker + len(found)) for one in nearest))
    if question.elsewhere:
        names = " och ".join(sorted(association_name(id) for id in library.associations))
        text = _ELSEWHERE[question.language].format(names=names, place=question.elsewhere)
        flags.append(flag("other_organisation", question.elsewhere, question.language))
    return _abstain(question, text, flags, nearest)


def decline(question: Question, criteria: tuple[Citation, ...]) -> Answer:
    """Leave to people what is theirs to decide, with the general rules to read."""
    if question.declined is None:
        return _abstain(question, _ONLY_INSTRUCTIONS[question.language], [], ())
    flags: list[Flag] = []
    if question.declined is Declined.INDIVIDUAL:
        flags.append(flag("individual_case", language=question.language))
    elif question.declined is Declined.OPINION:
        flags.append(flag("not_in_sources", language=question.language))
    return _abstain(question, _DECLINED[question.declined][question.language], flags, criteria)


def _abstain(question: Question, text: str, flags: list[Flag], nearest: tuple[Citation, ...]) -> Answer:
    if question.personal_data or question.about_person:
        flags.append(flag("personal_data", language=question.language))
    if question.instructions:
        flags.append(flag("prompt_injection", " ".join(question.instructions)[:200], question.language))
    return Answer(
        question=question.asked,
        text=text,
        abstained=True,
        flags=tuple(flags),
        nearest=nearest,
        language=question.language,
    )
