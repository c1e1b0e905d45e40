"""A model is offered the cited places first, then the nearest, each cut into what can support a claim."""

from __future__ import annotations

from assistant.answering.answerer import Reply
from assistant.answering.draft import Draft
from assistant.answering.quoting import cite
from assistant.answers import Answer
from assistant.phrasing.offering import MOST_SOURCES, lead_in, offer, units_of
from ingest.model import Document
from tests.assistant.drafted import document, heading, hits, items, library, paragraph, table

PLAN = document(
    heading("Plan 2031"),
    heading("Mål", 2),
    paragraph("Målgruppen är unga. Den är bred."),
    paragraph("Förbundet prioriterar i år:"),
    *items("unga vuxna", "Kompassen – en insats för vuxna. Den har 40 platser."),
    heading("Medel", 2),
    table(("Insats", "Budget 2031", "Ägare"), ("FRAM", "120", "Malmö stad"), ("KUR", "80", ""), units=("", "kr", "")),
    title="Verksamhetsplan 2031",
)


def told(read: Document) -> list[str]:
    return [unit.text for passage in read.passages for unit in units_of(read, passage)]


def test_sentences_items_and_rows() -> None:
    """An item stands after its lead-in; a row says its heads and units; what is quoted is the place itself."""
    assert told(PLAN) == [
        "Målgruppen är unga.",
        "Den är bred.",
        "Förbundet prioriterar i år:",
        "Förbundet prioriterar i år: unga vuxna",
        "Förbundet prioriterar i år: Kompassen – en insats för vuxna.",
        "Förbundet prioriterar i år: Den har 40 platser.",
        "FRAM: Budget 2031: 120 kr; Ägare Malmö stad",
        "KUR: Budget 2031: 80 kr",
    ]
    units = [unit for passage in PLAN.passages for unit in units_of(PLAN, passage)]
    assert PLAN.text[units[1].start : units[1].end] == "Den är bred."
    assert [len(unit.facts) for unit in units][-2:] == [2, 1]


def test_a_unit_knows_what_it_stands_under() -> None:
    """The document's title and its headings, for a row the table, and for the rest of an item what it is about."""
    units = [unit for passage in PLAN.passages for unit in units_of(PLAN, passage)]
    assert units[0].under == "Verksamhetsplan 2031 · Plan 2031 · Mål"
    assert units[5].under == "Verksamhetsplan 2031 · Plan 2031 · Mål · Kompassen"
    assert units[6].under == "Verksamhetsplan 2031 · Plan 2031 · Medel"


def test_only_what_leads_in_is_a_lead_in() -> None:
    read = document(paragraph("Detta är en mening."), *items("ett", "två"), heading("Nytt"), *items("tre"))
    assert [lead_in(read, block) for block in read.blocks if block.mark] == ["", "", ""]


def reply(read: Document, *cited: str, worked: str = "") -> Reply:
    places = [(read.text.index(words), read.text.index(words) + len(words)) for words in cited]
    citations = tuple(cite(read, start, end, n) for n, (start, end) in enumerate(places, 1))
    return Reply(
        Answer("Fråga?", "Svar.", False, citations),
        hits=tuple(hits(read)),
        draft=Draft(worked=[worked] if worked else []),
    )


def test_what_the_answer_cites_comes_first(tmp_path: object) -> None:
    offered = offer(reply(PLAN, "FRAM"), library(tmp_path, PLAN), 10_000)  # type: ignore[arg-type]
    assert offered.sources[0].text.startswith("FRAM: Budget 2031: 120 kr")
    assert [source.number for source in offered.sources] == [*range(1, len(offered.sources) + 1)]
    assert len({(source.document.id, source.units[0].start) for source in offered.sources}) == len(offered.sources)


def test_what_is_cited_is_there_however_little_room_there_is(tmp_path: object) -> None:
    offered = offer(reply(PLAN, "FRAM"), library(tmp_path, PLAN), 0)  # type: ignore[arg-type]
    assert [source.text[:4] for source in offered.sources] == ["FRAM"]


def test_there_is_an_end_to_what_is_offered(tmp_path: object) -> None:
    long = document(*(paragraph(f"Stycke {n} säger något om saken. " * 16) for n in range(40)))
    offered = offer(reply(long, "Stycke 0"), library(tmp_path, long), 10**9)  # type: ignore[arg-type]
    assert len(offered.sources) == 1 + MOST_SOURCES


def test_what_was_reckoned_rests_on_the_sources_of_its_figures(tmp_path: object) -> None:
    line = "Tillsammans 200 kr."
    offered = offer(reply(PLAN, "FRAM", "KUR", worked=f"{line} [1] [2]"), library(tmp_path, PLAN), 0)  # type: ignore[arg-type]
    (statement,) = offered.statements
    assert statement.text == line
    assert statement.sources == {1}
