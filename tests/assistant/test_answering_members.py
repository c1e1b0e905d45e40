"""Who a body consists of is the list below the sentence that leads in to it, whole or by role."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answering.listing import Listing
from assistant.answering.members import members, partners
from assistant.library import Library
from ingest.model import Block, Document
from tests.assistant.drafted import document, heading, hits, items, library, paragraph, part, terms

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
        ([paragraph("Styrelsen bestod av:"), heading("Eva Li", 2), *items("Stina Ek")], []),
    ],
    ids=[
        "in the sentence",
        "paragraphs",
        "no name",
        "of another body",
        "more than a name",
        "below another heading",
    ],
)
def test_what_names_members(blocks: list[Block], said: list[str]) -> None:
    """Short lines in a row, a name in each."""
    listing = members(part("Vilka satt i styrelsen?"), hits(report(2031, *blocks)))
    assert (listed(listing) if listing else []) == said


ALL = "Finsam i Ortby är Ortby kommun, Region Viken, Arbetsförmedlingen och Försäkringskassan."
LONGER = f"{ALL.removesuffix('.')}, som har samverkat i förbundet länge."
OLDER = document(
    heading("Plan"), paragraph("Förbundet är Arbetsförmedlingen, Försäkringskassan, Region Viken, Ås stad.")
)
PARTNERS = document(heading("Plan"), paragraph(f"Det är så här. {LONGER} Klart."), paragraph(ALL), id="ny", year=2032)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("members"), OLDER, PARTNERS, today=date(2032, 5, 3))


def named(question: str, shelf: Library, *documents: Document) -> str:
    claim = partners(part(question), terms(question), hits(*documents), shelf)
    return claim.text if claim else ""


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("Vilka är medlemmar i förbundet?", True),
        ("Vilka parter ingår i samordningsförbundet?", True),
        ("Vem står bakom förbundet?", True),
        ("Vilka är förbundets medlemmar?", True),
        ("Vilka är med?", True),
        ("Vilka parter deltar i Fyren inom förbundet?", False),
        ("Hur många deltar i förbundet?", False),
        ("Vilka mål har förbundet?", False),
    ],
)
def test_who_makes_up_the_association(question: str, answered: bool, shelf: Library) -> None:
    """When nothing is named that has parties of its own: the shortest sentence that names one of each kind."""
    assert named(question, shelf, PARTNERS) == (ALL if answered else "")


def test_who_makes_it_up_now(shelf: Library) -> None:
    """By what is in force, whatever stands first."""
    assert named("Vilka är medlemmar i förbundet?", shelf, OLDER, PARTNERS) == ALL
    assert named("Vilka är medlemmar i förbundet?", shelf, OLDER).startswith("Förbundet är")


@pytest.mark.parametrize(
    ("text", "type"),
    [
        (ALL.replace("Arbetsförmedlingen", "staten"), "verksamhetsplan"),
        (ALL.replace("Finsam i Ortby", "De"), "verksamhetsplan"),
        (ALL, "lag"),
        (ALL, "beslut"),
    ],
    ids=["not all four", "of something else", "of all associations", "of one matter"],
)
def test_what_does_not_name_the_partners(text: str, type: str, shelf: Library) -> None:
    read = document(heading("Plan"), paragraph(text), type=type)
    assert named("Vilka är medlemmar i förbundet?", shelf, read) == ""
