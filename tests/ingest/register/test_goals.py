"""Goals out of tables, forms, lists and labelled paragraphs."""

from __future__ import annotations

import pytest

from ingest.model import Document
from ingest.register import goals
from ingest.register.model import Goal
from ingest.register.names import own_names
from ingest.register.targets import counted, parted
from tests.ingest.register.documents import page, plan, report

_TABLE = """
## 3. Mål och åtgärder

| Inriktning | Mål | Åtgärd | Mätning | Ansvarig | När |
|---|---|---|---|---|---|
| Tidiga insatser | Fler unga får stöd i tid. | Uppsökande arbete | 80 unga | Kansliet | Hösten 2031 |
| | Vården är med från början. | Möten med vården | Andel ärenden | Samordnaren | |
| Lärande | 3 seminarier ska hållas. 12 brev ska skickas. | Seminarier | | Kansliet | |
"""


def _goals(document: Document) -> list[Goal]:
    return list(goals.extract(document, own_names()))


def test_a_table_gives_each_goal_with_what_its_row_says() -> None:
    first, second, *_ = _goals(plan(_TABLE))
    assert (first.what, first.target, first.year) == ("Fler unga får stöd i tid.", "80 unga", 2031)
    assert (first.area, first.activity, first.responsible) == ("Tidiga insatser", "Uppsökande arbete", "Kansliet")
    assert first.when == "Hösten 2031"
    assert (second.area, second.target, second.responsible) == ("Tidiga insatser", "Andel ärenden", "Samordnaren")


def test_goals_that_share_a_cell_are_told_apart() -> None:
    found = _goals(plan(_TABLE))[2:]
    assert [(one.what, one.target) for one in found] == [
        ("3 seminarier ska hållas.", "3 seminarier"),
        ("12 brev ska skickas.", "12 brev"),
    ]


def test_a_goal_is_quoted_where_it_stands() -> None:
    document = plan(_TABLE)
    for one in _goals(document):
        assert document.text[one.place.start : one.place.end] == one.place.quote
        assert one.what in " ".join(one.place.quote.split())


def test_what_came_of_a_goal_is_no_target_in_a_report() -> None:
    text = "| Mål | Aktivitet | Uppföljning |\n|---|---|---|\n| Fler i arbete | Möten | 14 möten är hållna |\n"
    (found,) = _goals(report(text))
    assert (found.what, found.target) == ("Fler i arbete", "")


@pytest.mark.parametrize(
    "text",
    [
        "| Insats | Mål antal deltagare | Utfall antal deltagare |\n|---|---|---|\n| Bryggan | 40 | 38 |\n",
        "| Målgrupp | Ansvarig |\n|---|---|\n| Unga | Kommunen |\n",
        "Målgruppen är:\n\n- unga\n- äldre\n",
        "Förbundets ändamål är:\n\n- samordning\n",
        "Vid mötet deltog:\n\n- Alma Test\n",
    ],
)
def test_numbers_target_groups_and_other_lists_are_no_goals(text: str) -> None:
    assert _goals(plan(text)) == []


def test_a_list_below_words_of_goals_is_goals() -> None:
    text = (
        "Året har varit bra. Planen för 2032 har två mål:\n\n- Fler unga ska få stöd.\n- Minst 60 personer ska delta.\n"
    )
    found = _goals(report(text))
    assert [(one.what, one.target, one.year) for one in found] == [
        ("Fler unga ska få stöd.", "", 2032),
        ("Minst 60 personer ska delta.", "60 personer", 2032),
    ]


def test_labels_of_a_section_say_whose_and_how() -> None:
    text = """
### Unga

Inriktning: Stödet ska komma tidigt.

Mål:

- 90 unga ska delta.
- FRAM ska nå flera.

Aktivitet: Skolorna besöks.

Ansvarig: Samordnaren ansvarar för målen om unga.
"""
    first, second = _goals(plan(text))
    assert (first.what, first.area, first.activity) == (
        "90 unga ska delta.",
        "Stödet ska komma tidigt.",
        "Skolorna besöks.",
    )
    assert (first.responsible, first.initiative, second.initiative) == ("Samordnaren", "", "FRAM")


def test_a_labelled_paragraph_is_a_goal_as_far_as_it_wants_something() -> None:
    text = "### Möten\n\nMål: Mötena ska bli flera. De ska bli kortare. Förra året var de tio.\n"
    (found,) = _goals(plan(text))
    assert (found.what, found.area) == ("Mötena ska bli flera. De ska bli kortare.", "Möten")


def test_a_sentence_tells_a_goal_when_it_counts_something() -> None:
    text = "Det går bra. Målet för 2031 är att 120 personer ska delta i FRAM. Målet är en god stämning."
    (found,) = _goals(plan(text))
    assert (found.what, found.target) == ("Målet för 2031 är att 120 personer ska delta i FRAM.", "120 personer")


def test_numbered_sections_below_a_heading_of_goals_are_goals() -> None:
    text = "## Utveckling och mål\n\n### 1. Stärka samverkan\n\nDet tar tid.\n\n### 2. Bakgrund\n\nSom förut.\n"
    assert [one.what for one in _goals(plan(text))] == ["Stärka samverkan"]


def test_a_form_tells_its_initiatives_goals() -> None:
    form = "| FRAM | |\n|---|---|\n| Insatsägare | Kommunen |\n| Tidplan | 2031 |\n| Mål | 70 deltagare i arbete |\n"
    text = f"## FRAM\n\n{form}"
    (found,) = _goals(report(text))
    assert (found.what, found.target, found.initiative) == ("70 deltagare i arbete", "70 deltagare", "FRAM")


def test_the_same_words_are_one_goal_with_most_of_what_is_said() -> None:
    text = "Planen har dessa mål:\n\n- Fler i arbete\n\n| Mål | Aktivitet |\n|---|---|\n| Fler i arbete. | Möten |\n"
    (found,) = _goals(plan(text))
    assert found.activity == "Möten"


def test_a_page_of_the_web_has_no_goals_in_running_text() -> None:
    assert _goals(page("Våra mål:\n\n- Fler i arbete\n")) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("* Antal möten * Andel nöjda", ["Antal möten", "Andel nöjda"]),
        ("2 träffar Andel insatser med vården", ["2 träffar", "Andel insatser med vården"]),
        ("Nå 90 unga. Insatserna ska ge arbete.", ["Nå 90 unga. Insatserna ska ge arbete."]),
        ("Prova nya sätt 80 unga ska delta", ["Prova nya sätt", "80 unga ska delta"]),
        ("", []),
    ],
)
def test_where_goals_end(text: str, parts: list[str]) -> None:
    assert parted(text) == parts


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("1 700 personer ska delta 2031", "1 700 personer"),
        ("100 % av projekten", "100 %"),
        ("Projektet avslutas 2031", ""),
        ("Höja nivån", ""),
    ],
)
def test_what_of_a_goal_is_counted(text: str, target: str) -> None:
    assert counted(text) == target
