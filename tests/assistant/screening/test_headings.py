"""Headings and labels of applications are known with numbers, capitals, damage and words besides."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.screening.draft import Topic
from assistant.screening.reading.headings import alone, label, name, opening


@pytest.mark.parametrize(
    ("heading", "topics"),
    [
        ("Bakgrund", "background"),
        ("3. Målgrupp", "group"),
        ("3 Målgrupp", "group"),
        ("IV. Metod", "method"),
        ("MÅLGRUPP", "group"),
        ("MALGRUPP:", "group"),
        ("M Å L G R U P P", "group"),
        ("Målgruop", "group"),
        ("Måglrupp", "group"),
        ("Impl3mentering", "after"),
        ("Syfte och mål", "purpose goals"),
        ("Mål och uppföljning", "goals follow_up"),
        ("Projektägare och parter", "owner parties"),
        ("Budget för 2026 (kr)", "budget"),
        ("Vilka har varit med?", "involvement"),
        ("Vad händer sedan?", "after"),
        ("Därefter", "after"),
        ("Efter projektet", "after"),
        ("Avgränsningar", "limits"),
        ("AI, risker och dataskydd", "ai"),
        ("Target group", "group"),
        ("Amount applied for (SEK)", "amount"),
    ],
)
def test_known_headings(heading: str, topics: str) -> None:
    found = name(heading)
    assert found is not None
    assert found.topics == tuple(Topic(topic) for topic in topics.split())


@pytest.mark.parametrize(
    "heading", ["Vägen in till jobb", "Unga med psykisk ohälsa", "Projektledare 75 % 450 000", "", "7"]
)
def test_other_lines_are_no_headings(heading: str) -> None:
    assert name(heading) is None


def test_the_name_of_the_paper_is_about_nothing() -> None:
    found = name("PROJEKTANSÖKAN FINSAM 2026")
    assert found is not None
    assert (found.topics, found.is_form) == ((), True)


@pytest.mark.parametrize(
    ("text", "topic"), [("Sökt belopp 2026", "amount"), ("Insatsens målgrupp", "group"), ("Sökande", "owner")]
)
def test_labels(text: str, topic: str) -> None:
    found = label(text)
    assert found is not None
    assert found.topics[0] == topic


@pytest.mark.parametrize(
    "text", ["Vi har tre mål", "Deltagarna ska inte", "Resultatet är i korthet som vi tror det", "Styrelsen"]
)
def test_the_beginning_of_a_sentence_is_no_label(text: str) -> None:
    assert label(text) is None


def test_an_exact_label_says_nothing_besides() -> None:
    assert label("Målgrupp", exact=True) is not None
    assert label("Deltagarna registreras", exact=True) is None
    assert label("90 deltagare", exact=True) is None


def _everyday() -> list[list[str]]:
    lines = (Path(__file__).parent / "everyday_headings.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines]


@pytest.mark.parametrize(("topic", "heading"), _everyday())
def test_headings_in_everyday_words(topic: str, heading: str) -> None:
    found = name(heading)
    assert found is not None
    assert found.topics[0] == topic


@pytest.mark.parametrize(
    "heading", ["Tillsammans för framtiden", "Vägen tillbaka", "En väg in", "Arbete åt alla", "Bästa styrelse"]
)
def test_the_name_of_a_project_is_no_heading_in_everyday_words(heading: str) -> None:
    assert name(heading) is None


def test_a_label_in_everyday_words_is_no_beginning_of_a_sentence() -> None:
    assert label("Vilka samarbetar?") is not None
    assert label("Bakgrunden är enkel") is None


def test_a_short_line_that_stands_alone_may_be_a_heading() -> None:
    assert alone("Så går det till") is not None
    assert alone("VARFÖR JUST VI") is not None
    assert alone("Så går det till", is_first=False) is None


@pytest.mark.parametrize(
    ("paragraph", "topic"),
    [
        ("Målet är att tio ska arbeta.", Topic.GOALS),
        ("Idén har vuxit fram på en kurs.", Topic.INVOLVEMENT),
        ("När projektet är slut tar vi över.", Topic.AFTER),
        ("Vi mötte målet i fjol.", None),
    ],
)
def test_what_a_paragraph_opens_with(paragraph: str, topic: Topic | None) -> None:
    assert opening(paragraph) == (None if topic is None else (topic,))
