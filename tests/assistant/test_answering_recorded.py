"""What is asked of decisions, amounts, goals and results is answered whole from the register, each line quoted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.answering.composition import compose
from assistant.answering.parts import Desk, PartAnswer, answer_part
from assistant.answering.recorded import MOST, Shelf
from assistant.answers import Scope
from assistant.library import Library
from ingest.register.model import Record
from tests.assistant.drafted import NO_GLOSSARY, hits, library, part
from tests.assistant.registered import ACCOUNTS, GRANTED, PLAN, RECORDS

Ask = Callable[..., PartAnswer]


@pytest.fixture
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Library]:
    def opened(records: tuple[Record, ...] = RECORDS) -> Library:
        return library(tmp_path_factory.mktemp("recorded"), ACCOUNTS, PLAN, records=records)

    return opened


@pytest.fixture
def ask(shelf: Callable[..., Library]) -> Ask:
    def answered(question: str, records: tuple[Record, ...] = RECORDS, scope: Scope | None = None) -> PartAnswer:
        desk = Desk(shelf(records), NO_GLOSSARY, frozenset(), scope=scope or Scope())
        return answer_part(part(question), hits(ACCOUNTS, PLAN), desk)

    return answered


def said(answer: PartAnswer) -> list[str]:
    return [claim.text.removeprefix("• ") for claim in answer.claims]


REFUSAL = "12 maj 2030, § 4: Ansökan från Hamnen om 400 tkr till Kajutan avslås. Målgruppen är för snäv."
GRANT = "12 maj 2030, § 5: Fyren beviljas 900 tkr för 2031."
ANNUAL_PLAN = "9 september 2030, § 9: Årsplanen för 2031 fastställs."


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Vilka beslut fattade styrelsen 2030?", [REFUSAL, GRANT, ANNUAL_PLAN]),
        ("Vad beslutade styrelsen den 12 maj 2030?", [REFUSAL, GRANT]),
        ("Vilka beslut togs i september 2030?", [ANNUAL_PLAN]),
        ("Vilka ansökningar avslogs 2030, och varför?", [REFUSAL]),
        ("Vilka insatser fick avslag?", [REFUSAL]),
        ("Vad har styrelsen beviljat?", [GRANT]),
        ("Vad har styrelsen beslutat om Fyren?", [GRANT]),
        ("Vad beslutade styrelsen om Kajutan?", [REFUSAL]),
        ("När fastställde styrelsen årsplanen för 2031?", [ANNUAL_PLAN]),
        ("När beviljades Fyren medel?", [GRANT]),
        ("Fick Fyren avslag?", [GRANT]),
        ("Lista styrelsens beslut från 2030", [REFUSAL, GRANT, ANNUAL_PLAN]),
    ],
)
def test_decisions_are_told_whole(question: str, expected: list[str], ask: Ask) -> None:
    """Those of the time, the initiative, the subject and the kind that are asked for, the oldest first."""
    assert said(ask(question)) == expected


@pytest.mark.parametrize(
    "question",
    [
        "Vilka ansökningar bordlades 2030?",
        "Vilka ansökningar har avslagits 2031?",
        "Vad har styrelsen beslutat om ridskolan?",
    ],
)
def test_what_was_never_decided_is_not_told(question: str, ask: Ask) -> None:
    """Neither by another decision nor by a sentence on something else."""
    assert not ask(question)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "Nådde Fyren sitt mål?",
            ["Fyren: 40 (Mål (antal deltagare))", "Fyren: 35 (Utfall (antal deltagare))"],
        ),
        (
            "Uppnådde Bryggan målet för antalet deltagare 2030?",
            ["Bryggan: 20 (Mål (antal deltagare))", "Bryggan: 20 (Utfall (antal deltagare))"],
        ),
        (
            "Hur har budgeten för Fyren utvecklats?",
            ["Fyren: 800 000 kr (Budget 2030)", "Fyren: 900 000 kr (Budget 2031)"],
        ),
        ("Hur många deltagare hade Fyren 2030?", ["Fyren: 35 (Utfall (antal deltagare))"]),
        ("Vilka mål ansvarar kansliet för?", ["Kansliet ska hålla 5 kurser."]),
        ("Hur många ortsbor är målet för 2031?", ["Under 2031 ska 60 ortsbor delta i insatserna."]),
    ],
)
def test_figures_are_told_beside_each_other(question: str, expected: list[str], ask: Ask) -> None:
    """A goal with its outcome, the years of an amount, what one answers for; each from its own column."""
    assert said(ask(question)) == expected


@pytest.mark.parametrize(
    ("question", "subjects"),
    [
        ("Vilka strukturinriktade insatser fanns i budgeten 2030?", ["Bryggan"]),
        ("Vilka individinriktade insatser finns 2031?", ["Fyren"]),
    ],
)
def test_initiatives_of_one_type_are_rows_of_the_budget(question: str, subjects: list[str], ask: Ask) -> None:
    listing = ask(question).listing
    assert listing is not None
    assert [fact.subject for fact in listing.facts] == subjects


@pytest.mark.parametrize(
    "question",
    [
        "Hur fattas beslut i styrelsen?",
        "Vem beslutar om insatserna?",
        "Vilka beslut kräver enighet?",
        "Hur många beslut fattade styrelsen?",
        "Räkna upp insatserna som är beslutade för 2031",
        "Vad är ett beslut?",
    ],
)
def test_rules_and_counts_are_not_asked_of_the_register(question: str, shelf: Callable[..., Library], ask: Ask) -> None:
    told = {record.place.start for record in RECORDS[:3]}
    answer = ask(question)
    assert len({claim.start for claim in answer.claims} & told) < 3


def test_what_lies_outside_the_scope_is_not_told(ask: Ask) -> None:
    assert not ask("Vilka beslut fattade styrelsen 2030?", scope=Scope(associations=frozenset({"lund"}))).claims


def test_many_decisions_are_cut_and_it_is_said_that_there_are_more(ask: Ask) -> None:
    """The latest are told, so that what was decided last is not missed."""
    many = tuple(replace(GRANTED, what=f"Fyren beviljas {n} tkr", date=f"2030-05-{n + 1:02}") for n in range(MOST + 2))
    answer = ask("Vad beslutade styrelsen 2030?", many)
    assert len(answer.claims) == MOST
    assert answer.is_cut
    assert "fler i registret" in compose([answer]).text


def test_every_line_is_quoted_from_its_document(ask: Ask) -> None:
    draft = compose([ask("Vilka beslut fattade styrelsen 2030?")])
    assert [citation.quote for citation in draft.citations] == [f"• {one}" for one in (REFUSAL, GRANT, ANNUAL_PLAN)]


def test_several_are_a_list_and_two_are_not(ask: Ask) -> None:
    lines = compose([ask("Vilka beslut fattade styrelsen 2030?")]).text.split("\n")
    assert [line[:2] for line in lines] == ["- "] * 3
    assert not compose([ask("Vad beslutade styrelsen den 12 maj 2030?")]).text.startswith("- ")


def test_a_record_is_a_candidate_where_no_passage_tells_it(shelf: Callable[..., Library]) -> None:
    """On the same scale, and once: found passages do not make it two."""
    desk = Desk(shelf(), NO_GLOSSARY, frozenset())
    question = part("Vilket belopp har Fyren i budget 2031?")
    alone = answer_part(question, [], desk)
    assert said(alone) == ["Fyren: 900 000 kr (Budget 2031)"]
    assert said(answer_part(question, hits(ACCOUNTS, PLAN), desk)) == said(alone)


def test_the_shelf_holds_what_lies_within_the_scope(shelf: Callable[..., Library]) -> None:
    opened = shelf()
    assert len(Shelf.of(opened, Scope()).entries) == len(RECORDS)
    assert Shelf.of(opened, Scope(years=frozenset({1999}))).entries == []
