"""Who a body consists of is the list below the sentence that leads in to it, whole or by role."""

from __future__ import annotations

import pytest

from assistant.answering.listing import Listing
from assistant.answering.members import members
from ingest.model import Block, Document
from tests.assistant.drafted import document, heading, hits, items, paragraph, part

LEAD = "Styrelsen har haft fem möten. Den har under året bestått av följande personer:"
CHAIR, MEMBER = "Stina Ek, ordförande, Malmö stad", "Bo Alm, ledamot, Region Skåne"
FIRST, SECOND = "Ida Ros, ersättare, Malmö stad", "Per Lo, ersättare, Arbetsförmedlingen"
WHOLE = [CHAIR, MEMBER, FIRST, SECOND]


def report(year: int, *blocks: Block) -> Document:
    return document(heading(f"Rapport {year}"), heading("Organisation", 2), *blocks, id=f"rapport-{year}", year=year)


NEW = report(2031, paragraph(LEAD), *items(*WHOLE), paragraph("Mötena hölls på kansliet."), *items("Eva Li, värd"))
OLD = report(2029, paragraph("Styrelsen utgjordes då av:"), *items("Alf By, ordförande", "Siv Ås, ersättare"))


def listed(listing: Listing | None) -> list[str]:
    assert listing is not None
    return [listing.document.text[start:end].removeprefix("• ") for start, end in listing.items]


@pytest.mark.parametrize(
    "question",
    [
        "Vilka sitter i styrelsen?",
        "Vilka ingick i styrelsen 2031?",
        "Vem satt i förbundsstyrelsen?",
        "Hur såg styrelsen ut?",
        "Vad är styrelsens sammansättning?",
        "Vilka är ledamöter och ersättare?",
        "Who sits on the board?",
    ],
)
def test_who_a_body_consists_of(question: str) -> None:
    """All that are listed right below the lead-in, and what stands before it in its paragraph."""
    listing = members(part(question), hits(OLD, NEW))
    assert listed(listing) == WHOLE
    assert listing is not None
    assert listing.lead is not None
    assert NEW.text[slice(*listing.lead)] == LEAD


@pytest.mark.parametrize(
    "question",
    [
        "Vem är ordförande i styrelsen?",
        "Vilka är det som utser styrelsen?",
        "Vilka är styrelsens beslut?",
        "Vilka ingår i styrgruppen?",
        "Hur många möten hade styrelsen?",
        "Vilka mål finns?",
    ],
    ids=["one post", "who appoints it", "what it decides", "another body", "another thing", "nothing of it"],
)
def test_another_thing_is_asked(question: str) -> None:
    assert members(part(question), hits(NEW)) is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Vilka är ersättare i styrelsen?", [FIRST, SECOND]),
        ("Vilka är ordinarie i styrelsen?", [CHAIR, MEMBER]),
        ("Vilka är ledamöter i styrelsen?", [CHAIR, MEMBER]),
        ("Vilka ledamöter och ersättare sitter i styrelsen?", WHOLE),
    ],
)
def test_one_kind_of_members(question: str, said: list[str]) -> None:
    """Only the substitutes, or all but them."""
    assert listed(members(part(question), hits(NEW))) == said


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("Vilka satt i styrelsen 2029?", 2029),
        ("Vilka satt i styrelsen 2031?", 2031),
        ("Vilka satt i styrelsen 2025?", None),
        ("Vilka sitter i styrelsen?", 2031),
    ],
)
@pytest.mark.parametrize("documents", [(OLD, NEW), (NEW, OLD)])
def test_of_which_year(question: str, year: int | None, documents: tuple[Document, ...]) -> None:
    """The years asked about, else the latest, whatever order they are found in."""
    listing = members(part(question), hits(*documents))
    assert (listing and listing.document.source.year) == year


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        ([paragraph("Styrelsen bestod av: Stina Ek, Malmö stad. Bo Alm, Region Skåne.")], []),
        (
            [paragraph("Styrelsen bestod av:"), paragraph("Stina Ek, chef."), paragraph("Tre möten.")],
            ["Stina Ek, chef."],
        ),
        ([paragraph("Styrelsen bestod av:"), *items("en från varje part", "Stina Ek")], []),
        ([paragraph("Gruppen bestod av:"), *items("Stina Ek", "Bo Alm")], []),
        ([paragraph("Styrelsen bestod av:"), *items(f"Stina Ek, som {'länge ' * 30}har varit med")], []),
        ([paragraph("Styrelsen bestod av:"), heading("Kansli", 2), *items("Stina Ek")], []),
    ],
    ids=["in the sentence", "paragraphs", "no name", "of another body", "more than a name", "below another heading"],
)
def test_what_names_members(blocks: list[Block], said: list[str]) -> None:
    """Short lines in a row, a name in each."""
    listing = members(part("Vilka satt i styrelsen?"), hits(report(2031, *blocks)))
    assert (listed(listing) if listing else []) == said
