"""What stands above a block and says what it is about."""

from __future__ import annotations

from assistant.answering.leads import FAR, lead_of, named_above, numbered_headings
from ingest.model import Block, Document, Kind, PlacedBlock
from tests.assistant.drafted import document, heading, items, paragraph


def block(read: Document, words: str) -> PlacedBlock:
    """The block that begins with these words."""
    return next(one for one in read.blocks if read.text.startswith(words, one.start))


def dashes(*texts: str) -> list[Block]:
    return [Block(Kind.ITEM, f"– {text}", level=2, mark="–") for text in texts]


def test_what_leads_in_to_a_list() -> None:
    """The paragraph with a colon at its end, for each of the items below it."""
    read = document(heading("Mål"), paragraph("Så här gör vi. Målen är:"), *items("fler i arbete", "färre sjuka"))
    lead = block(read, "Så här")
    assert lead_of(read, block(read, "• fler")) == lead_of(read, block(read, "• färre")) == lead
    assert lead_of(read, lead) is None


def test_what_leads_in_to_no_list() -> None:
    """A paragraph without a colon, one of another section, and a heading."""
    for above in (
        [paragraph("Målen är flera.")],
        [paragraph("Målen är:"), heading("Övrigt", 2)],
        [heading("Mål:", 2)],
    ):
        read = document(heading("Plan"), *above, *items("fler i arbete"))
        assert lead_of(read, block(read, "• fler")) is None


def test_names_that_open_the_items_above() -> None:
    """The nearest one of each marker, so that a part of an item has the item's name as well."""
    read = document(
        heading("Insatser"),
        *items("Bryggan: en väg ut."),
        *items("Fyren: ett hus."),
        *dashes("Målgrupp: unga vuxna."),
        paragraph("Det började i maj."),
    )
    assert named_above(read, block(read, "Det började")).split() == ["Målgrupp", "Fyren"]
    assert named_above(read, block(read, "– Målgrupp")) == "Fyren"
    assert named_above(read, block(read, "• Bryggan")) == ""


def test_an_item_goes_on_from_none_of_its_own_kind() -> None:
    """An item with a name of its own stands beside those with the same marker; one without goes on from them."""
    read = document(heading("Insatser"), *items("Bryggan: en väg ut.", "Fyren. Ett hus.", "där man får råd"))
    assert named_above(read, block(read, "• Fyren")) == ""
    assert named_above(read, block(read, "• där man")) == "Fyren"


def test_names_of_another_section_or_far_above_say_nothing() -> None:
    near, far = ([paragraph(f"Stycke {n}.") for n in range(count)] for count in (FAR - 1, FAR))
    other = document(heading("A"), *items("Fyren: ett hus."), heading("B"), paragraph("Det är öppet."))
    assert named_above(other, block(other, "Det är öppet")) == ""
    for between, name in ((near, "Fyren"), (far, "")):
        read = document(heading("A"), *items("Fyren: ett hus."), *between, paragraph("Det är öppet."))
        assert named_above(read, block(read, "Det är öppet")) == name


def test_headings_that_are_numbered_on() -> None:
    """From the first one, with text between them, as far as the numbers go."""
    read = document(
        heading("Mål"),
        paragraph("Målen är tre:"),
        *(heading("1. Arbete", 2), paragraph("Fler ska ha arbete."), heading("2. Hälsa", 2), paragraph("Friska.")),
        *(heading("3) Samverkan", 2), heading("7. Övrigt", 2), heading("4. Sist", 2)),
    )
    found = [read.text[start:end] for start, end in numbered_headings(read, block(read, "1. Arbete"))]
    assert found == ["1. Arbete", "2. Hälsa", "3) Samverkan"]
    assert numbered_headings(read, block(read, "2. Hälsa")) == []


def test_one_heading_is_no_list() -> None:
    read = document(heading("Mål"), heading("1. Arbete", 2), paragraph("Text."), heading("Hälsa", 2))
    assert numbered_headings(read, block(read, "1. Arbete")) == []
