"""What a later claim adds is said, and what a sentence leads in to: numbered headings as well as a list."""

from __future__ import annotations

from assistant.answering.claims import Claim, claim_of_text
from assistant.answering.composition import ADDED, compose
from assistant.answering.parts import PartAnswer
from ingest.model import Document
from tests.assistant.drafted import document, heading, items, paragraph

PLAN = document(
    heading("Plan"),
    paragraph("Fyren tar emot unga. Den ligger i hamnen och är öppen varje dag. Så är det."),
    heading("Mål", 2),
    paragraph("Målen är tre:"),
    *(heading("1. Arbete", 3), paragraph("Fler ska ha arbete."), heading("2. Hälsa", 3), heading("3. Samverkan", 3)),
    heading("Övrigt", 2),
    paragraph("Två saker återstår:"),
    *(heading("Kansli", 3), paragraph("Det bemannas.")),
)


def claim(read: Document, words: str) -> Claim:
    start = read.text.index(words)
    return claim_of_text(read, start, start + len(words))


def said(*claims: Claim) -> list[str]:
    return compose([PartAnswer((one,)) for one in claims]).lines


def test_what_a_later_claim_adds() -> None:
    """From where the first one ends, and not what was said."""
    short = claim(PLAN, "Fyren tar emot unga.")
    long = claim(PLAN, "Fyren tar emot unga. Den ligger i hamnen och är öppen varje dag.")
    assert said(short, long) == ["Fyren tar emot unga. [1]", "Den ligger i hamnen och är öppen varje dag. [2]"]
    assert said(long, short) == ["Fyren tar emot unga. Den ligger i hamnen och är öppen varje dag. [1]"]
    draft = compose([PartAnswer((short, long))])
    assert [one.quote.strip() for one in draft.citations] == [
        "Fyren tar emot unga.",
        "Den ligger i hamnen och är öppen varje dag.",
    ]


def test_too_little_is_no_addition() -> None:
    """A word or two are not worth a line of their own."""
    words = "Den ligger i hamnen och är öppen varje dag."
    more = claim(PLAN, f"{words} Så är det.")
    assert len(" Så är det.") < ADDED
    assert len(said(claim(PLAN, words), more)) == 1


def test_numbered_headings_after_what_leads_in_to_them() -> None:
    """They are the list; what stands below each is not said."""
    assert said(claim(PLAN, "Målen är tre:")) == [
        "Målen är tre: [1]",
        "- Arbete [2]",
        "- Hälsa [3]",
        "- Samverkan [4]",
    ]


def test_a_heading_without_a_number_is_no_list() -> None:
    assert said(claim(PLAN, "Två saker återstår:")) == ["Två saker återstår: [1]"]


def test_an_item_below_no_lead_in() -> None:
    """A paragraph that does not lead in to it is not said with it; one that does is, as far as its last sentence."""
    plain = document(heading("Mål"), paragraph("Målen är tre."), *items("fler i arbete"))
    led = document(heading("Mål"), paragraph("Så har vi sagt. Våra mål för åren som kommer:"), *items("fler i arbete"))
    assert said(claim(plain, "• fler i arbete")) == ["fler i arbete. [1]"]
    assert said(claim(led, "• fler i arbete")) == ["Våra mål för åren som kommer: [1]", "fler i arbete. [2]"]
