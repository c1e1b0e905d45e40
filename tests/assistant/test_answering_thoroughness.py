"""How many documents were gone through is counted, never claimed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answering.answerer import Answerer
from assistant.answering.thoroughness import Thoroughness, asks_for_all
from assistant.answers import Scope
from assistant.retrieval import PassageRetriever, Searcher
from ingest.model import Document
from tests.assistant.drafted import NO_GLOSSARY, document, heading, hits, items, library, paragraph, part, terms

PLAN = document(
    heading("Mål"),
    paragraph("Förbundet har två mål för 2031:"),
    *items("Fler börjar arbeta.", "Fler studerar."),
    id="plan",
)
REPORT = document(heading("Rapport"), paragraph("Vädret var vackert."), id="rapport", type="rapport")
TORN = replace(
    document(heading("Bilaga"), paragraph("Sidan är skannad."), id="bilaga"), unread=("Sidan 2 är en bild.",)
)
GRANBY = document(heading("Mål"), paragraph("Granby har egna mål."), id="granby", association="granby")


def answered(folder: Path, question: str, *documents: Document) -> str:
    shelf = library(folder, *documents)
    return Answerer(shelf, NO_GLOSSARY, PassageRetriever(searcher=Searcher(shelf, NO_GLOSSARY))).answer(question).text


def test_every_document_of_the_scope_is_gone_through(tmp_path: Path) -> None:
    """Also one that holds no word of the question; those of another association are not within the scope."""
    text = answered(tmp_path, "Vilka mål har förbundet?", PLAN, REPORT, GRANBY)
    assert text.splitlines()[-1] == "2 av 2 dokument genomgångna."


def test_what_is_partly_unread_is_not_counted(tmp_path: Path) -> None:
    text = answered(tmp_path, "Vilka mål har förbundet?", PLAN, REPORT, TORN)
    assert text.splitlines()[-1] == "2 av 3 dokument genomgångna."


def test_it_is_said_in_english_when_asked_in_english(tmp_path: Path) -> None:
    text = answered(tmp_path, "What are the goals of the association?", PLAN, REPORT)
    assert text.splitlines()[-1] == "2 of 2 documents gone through."


@pytest.mark.parametrize("question", ["Hur var vädret?", "Vilka mål har Granby?"])
def test_a_fact_and_a_lone_document_need_no_count(question: str, tmp_path: Path) -> None:
    assert "genomgångna" not in answered(tmp_path, question, PLAN, REPORT, GRANBY)


def test_only_what_was_looked_at_counts(tmp_path: Path) -> None:
    """Whatever retriever found it."""
    shelf = library(tmp_path, PLAN, REPORT, GRANBY)
    looked = Thoroughness.of_hits(hits(PLAN, GRANBY), Scope(frozenset({"malmo"})), shelf)
    assert looked == Thoroughness(frozenset({"plan"}), frozenset({"plan", "rapport"}))
    assert looked.said("sv") == "1 av 2 dokument genomgångna."


def test_of_two_parts_a_document_must_have_been_looked_at_for_both() -> None:
    first = Thoroughness(frozenset({"a", "b"}), frozenset({"a", "b"}))
    second = Thoroughness(frozenset({"b", "c"}), frozenset({"a", "b", "c"}))
    assert first | second == Thoroughness(frozenset({"b", "c"}), frozenset({"a", "b", "c"}))


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("Vilka insatser finns?", True),
        ("Nämn alla rapporter", True),
        ("Hur många insatser finansieras i mars 2031?", True),
        ("Hur många deltagare har Fyren?", False),
        ("Vem äger Fyren?", False),
    ],
)
def test_all_of_something_is_asked_for(question: str, whole: bool) -> None:
    assert asks_for_all(part(question), terms(question)) is whole


def test_of_many_documents_only_those_that_answer_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.answering.answerer.BREADTH", 1)
    text = answered(tmp_path, "Vilka mål har förbundet?", PLAN, REPORT, GRANBY)
    assert text.splitlines()[-1] == "1 av 2 dokument genomgångna."
