"""Headings and labels of applications are known with numbers, capitals, damage and words besides."""

from __future__ import annotations

import pytest

from assistant.screening.headings import label, name
from assistant.screening.model import Topic


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
