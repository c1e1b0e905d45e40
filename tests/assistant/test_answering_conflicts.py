"""What the documents say otherwise about what is said is found, and nothing more."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.claims import Claim, claims_of_tables, claims_of_text
from assistant.answering.conflicts import Conflict, conflicts_of_list, find_conflicts, same_value
from assistant.answering.evidence import gather
from assistant.answering.listing import find_listings
from assistant.answering.selection import rank, select
from ingest.model import Block
from tests.assistant.drafted import document, heading, hits, items, library, paragraph, part, table, terms

REMARK = "Raderna i kolumnen Budget ger 12 tkr för ”Summa intäkter”, dokumentet anger 13 tkr."


def conflicts(question: str, folder: Path, *blocks: Block) -> tuple[list[Claim], list[Conflict]]:
    """What is chosen from a document, and what in it disagrees."""
    read = document(*blocks)
    asked, words, found = part(question), terms(question), hits(read)
    shelf = library(folder, read)
    text = claims_of_text(gather(asked, words, found), words)
    ranked = rank([*text, *claims_of_tables(asked, words, found, shelf)], asked, shelf)
    chosen = select(ranked, asked, words)
    return chosen, find_conflicts(asked, words, chosen, ranked)


def owners(title: str, owner: str) -> list[Block]:
    return [heading(title, 2), table(["Insats", "Ägare"], ["Fyren", owner], ["Kompassen", "Malmö stad"], title=title)]


def test_another_value_for_the_same(tmp_path: Path) -> None:
    """Two tables of one year name different owners: the other one is shown too."""
    blocks = [*owners("Insatser", "Region Skåne"), *owners("Uppföljning av insatser", "Malmö stad")]
    chosen, found = conflicts("Vem äger Fyren?", tmp_path, heading("Plan"), *blocks)
    assert len(chosen) == 1
    (conflict,) = found
    assert conflict.claim is not None
    assert conflict.claim.fact is not None
    assert conflict.claim.fact.subject == "Fyren"
    assert {"Region Skåne", "Malmö stad"} == set(conflict.detail.split(" eller "))


def test_the_same_value_twice_is_no_conflict(tmp_path: Path) -> None:
    blocks = [*owners("Insatser", "Region Skåne"), *owners("Uppföljning av insatser", "Region Skåne")]
    chosen, found = conflicts("Vem äger Fyren?", tmp_path, heading("Plan"), *blocks)
    assert chosen
    assert found == []


@pytest.mark.parametrize(("subject", "expected"), [("Summa intäkter", [REMARK.rstrip(".")]), ("Summa kostnader", [])])
def test_a_sum_that_does_not_add_up(subject: str, expected: list[str], tmp_path: Path) -> None:
    """The remark on that very sum, not on another of the table."""
    block = table(
        ["Post", "Budget"],
        *(["Avgifter", "5"], ["Bidrag", "7"], ["Summa intäkter", "13"], ["Summa kostnader", "13"]),
        units=["", "tkr"],
        sums=[2, 3],
        remarks=[REMARK],
    )
    chosen, found = conflicts(f"Hur stor är {subject.lower()}?", tmp_path, heading("Budget"), block)
    assert [claim.fact.subject for claim in chosen if claim.fact] == [subject]
    assert [conflict.detail for conflict in found] == expected


def test_a_remark_on_what_is_said(tmp_path: Path) -> None:
    """A restatement's own remark that holds all that the claim holds of what is asked."""
    said = paragraph("Avgiften för Fyren är 5 000 kr.")
    noted = paragraph("Obs: Avgiften för Fyren är 6 000 kr i bilagan.")
    other = paragraph("Obs: Lokalen för Kompassen har två adresser.")
    _, found = conflicts("Vilken avgift har Fyren?", tmp_path, heading("Plan"), said, noted, other)
    assert [conflict.claim.text for conflict in found if conflict.claim] == [
        "Obs: Avgiften för Fyren är 6 000 kr i bilagan."
    ]


def test_a_remark_on_something_else(tmp_path: Path) -> None:
    said = paragraph("Avgiften för Fyren är 5 000 kr.")
    other = paragraph("Obs: Avgiften för Kompassen är 6 000 kr i bilagan.")
    chosen, found = conflicts("Vilken avgift har Fyren?", tmp_path, heading("Plan"), said, other)
    assert chosen
    assert found == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Malmö stad", "malmö  stad", True),
        ("Malmö stad, Region Skåne", "Region Skåne och Malmö stad", False),
        ("Malmö stad, Region Skåne", "Region Skåne, Malmö stad", True),
        ("Malmö stad", "Region Skåne", False),
        ("210901", "2021-09-01", True),
        ("2021-09-01–2023-08-31", "210901–230831", True),
        ("210901", "2021-10-01", False),
        ("pågår", "2021-10-01", False),
    ],
)
def test_when_two_cells_say_the_same(first: str, second: str, expected: bool) -> None:
    assert same_value(first, second) is expected


@pytest.mark.parametrize(
    ("lead", "below", "expected"),
    [
        ("Förbundet har fyra mål:", "Sist.", ["texten anger fyra, men tre räknas upp"]),
        ("Förbundet har tre mål:", "Sist.", []),
        ("Förbundets mål:", "Sist.", []),
        ("Förbundets mål:", "Obs: Originalet säger fyra mål.", ["se anmärkningen i dokumentet"]),
        ("Förbundet har fyra mål:", "Obs: Bara tre nämns.", ["se anmärkningen i dokumentet"]),
    ],
)
def test_lists_that_fall_short(lead: str, below: str, expected: list[str]) -> None:
    """By the number announced, or by the remark right below."""
    read = document(heading("Mål"), paragraph(lead), *items("Ett.", "Två.", "Tre."), paragraph(below))
    question = "Vilka mål har förbundet?"
    found = conflicts_of_list(find_listings(part(question), terms(question), hits(read))[0])
    assert [conflict.detail for conflict in found] == expected
    assert [conflict.claim.text for conflict in found if conflict.claim] == ([below] if "Obs" in below else [])


def test_a_list_at_the_end_of_a_document() -> None:
    read = document(heading("Mål"), paragraph("Förbundets mål:"), *items("Ett.", "Två.", "Tre."))
    assert conflicts_of_list(find_listings(part("Vilka mål?"), terms("Vilka mål?"), hits(read))[0]) == ()
