"""A table that a question names, and that the answer was not taken from, is told of."""

from __future__ import annotations

from pathlib import Path

from assistant.answering.answerer import Answerer
from assistant.answers import Answer
from assistant.retrieval import PassageRetriever, Searcher
from ingest.model import Document
from tests.assistant.drafted import NO_GLOSSARY, document, heading, library, paragraph

BROKEN = document(
    heading("Ekonomi"),
    paragraph("Förbundets eget kapital var 412 000 kronor vid årets slut."),
    paragraph("Balansräkning"),
    paragraph("Noter"),
    id="bokslut",
)
WHOLE = document(
    heading("Ekonomi"),
    heading("Balansräkning", level=2),
    paragraph("Förbundets eget kapital var 412 000 kronor vid årets slut."),
    id="bokslut",
)


def asked(folder: Path, question: str, source: Document) -> Answer:
    shelf = library(folder, source)
    return Answerer(shelf, NO_GLOSSARY, PassageRetriever(searcher=Searcher(shelf, NO_GLOSSARY))).answer(question)


def codes(answer: Answer) -> list[str]:
    assert not answer.abstained
    return [flag.code for flag in answer.flags]


def test_an_answer_from_beside_the_named_table_is_uncertain(tmp_path: Path) -> None:
    answer = asked(tmp_path, "Hur stort var eget kapital enligt balansräkningen?", BROKEN)
    assert codes(answer) == ["uncertain_extraction"]
    assert "balansräkning" in answer.flags[0].message


def test_an_answer_from_the_named_table_is_not(tmp_path: Path) -> None:
    assert codes(asked(tmp_path, "Hur stort var eget kapital enligt balansräkningen?", WHOLE)) == []


def test_a_question_that_names_no_table_carries_no_flag(tmp_path: Path) -> None:
    assert codes(asked(tmp_path, "Hur stort var eget kapital?", BROKEN)) == []


def test_nothing_is_offered_from_beside_a_table_that_no_document_has(tmp_path: Path) -> None:
    assert asked(tmp_path, "Hur stort var eget kapital enligt resultaträkningen?", BROKEN).abstained
