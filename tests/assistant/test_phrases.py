"""Turns of phrase are read as the documents' words for them; what only looks like one is left as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import assistant
from assistant.phrases import in_plain_words

# For each row of phrases.tsv, in its order: a question, how it is read, and a question that only looks like it.
ROWS = (
    ("Fyren o Bryggan i Malmö?", "Fyren och Bryggan i Malmö?", "Är Fyren öppen kl. 8 till 17 i Södra O?"),
    ("Vad kostar Fyren resp. Bryggan?", "Vad kostar Fyren respektive Bryggan?", "Vad är respengar?"),
    ("Vad kostar Fyren enl planen?", "Vad kostar Fyren enligt planen?", "Vad är en enlistad?"),
    ("Vilka slutade pga sjukdom?", "Vilka slutade på grund av sjukdom?", "Vad är ett pgarum?"),
    ("Vad gäller fr.o.m. 2031?", "Vad gäller från och med 2031?", "When does it run from 2031?"),
    ("Vad gäller t.o.m. 2031?", "Vad gäller till och med 2031?", "Är kassan tom 2031?"),
    ("När drog Region Skåne igång Fyren?", "När startar Region Skåne Fyren?", "Vilka drog sig ur Fyren?"),
    ("När lade styrelsen ner Fyren?", "När avslutar styrelsen Fyren?", "Hur mycket tid lade styrelsen ner på Fyren?"),
    ("Varför är Fyren nerlagd?", "Varför är Fyren avslutas?", "Är Fyren förlagd till Malmö?"),
    ("Varför fick Fyren nej?", "Varför avslås Fyren?", "Får Fyren söka igen efter avslag?"),
    ("Vilka projekt fick grönt ljus 2031?", "Vilka projekt beviljas 2031?", "Fick Fyren pengar, ja eller nej?"),
    ("Vad satte styrelsen av till Fyren?", "Vad budgeterat styrelsen till Fyren?", "Vem satte på lampan till Fyren?"),
    ("När klubbades budgeten för Fyren?", "När fastställdes budgeten för Fyren?", "Har klubbarna i Malmö en budget?"),
    ("Är Malmö stad med i Fyren?", "deltar Malmö stad i Fyren?", "Är Fyren klar till midsommar?"),
    ("Har Region Skåne suttit med?", "Har Region Skåne deltar?", "Vem sitter i styrelsen?"),
    ("Vad går Fyren ut på?", "Vad innebär Fyren?", "När går tiden för Fyren ut?"),
    ("Vad handlar Fyren om?", "Vad innebär Fyren?", "Fyren handlar om unga."),
    ("Vad siktar Fyren på?", "Vad mål är Fyren?", "Hur högt siktar Fyren?"),
    ("Vad siktar Fyren mot?", "Vad mål är Fyren?", "Vad talar mot Fyren?"),
    ("Hur länge höll Fyren på?", "Hur länge pågår Fyren?", "Vem håller ordning på pengarna i Fyren?"),
    ("Vem ska man höra av sig till i Malmö?", "Vem ska man kontakta i Malmö?", "Kan vi få höra av er om Fyren?"),
    (
        "Vem vänder man sig till för att söka till Fyren?",
        "Vem kontaktar man för att söka till Fyren?",
        "Vem vänder sig Fyren till?",
    ),
    ("Vem står bakom Fyren?", "Vem äger Fyren?", "Vem står först i kön till Fyren?"),
    ("Vem håller i klubban?", "Vem är ordförande?", "Vem håller i Fyren?"),
    (
        "Hur mycket sköt Region Skåne till?",
        "Hur mycket bidrar Region Skåne med?",
        "Varför sköt man upp Fyren till 2031?",
    ),
    ("Hur delas pengarna upp?", "Hur fördelas pengarna?", "Vem delar ut pengarna som Fyren tagit upp?"),
    ("Vad måste vi rätta oss efter?", "Vad måste vi följa?", "Vem håller ordning efter mötet?"),
    ("Vilka lagar lyder Fyren under?", "Vilka lagar följer Fyren?", "Hur lyder visionen?"),
    ("Vilka insatser i Malmö pågår 2031?", "Vilka insatser i Malmö finns 2031?", "Hur länge pågår Fyren?"),
    ("Vilka individinsatser finns?", "Vilka individinriktade insatser finns?", "Vilka insatser för individen finns?"),
    ("Från när till när gäller planen?", "när gäller planen?", "Från när gäller planen?"),
    ("Vad går Fyren på?", "vad kostar Fyren?", "Vad går på tork i Fyren?"),
    ("Hur mycket gick Fyren back?", "Hur mycket har Fyren underskott?", "Gick Fyren tillbaka?"),
    ("Vad satsade Region Skåne på Fyren?", "vad kostar Region Skåne Fyren?", "Vem satsar på Fyren?"),
    ("Vilka ställer upp i Fyren?", "Vilka deltar i Fyren?", "Vilka mål ställer Fyren upp?"),
    ("Hur mkt kostar Fyren?", "Hur mycket kostar Fyren?", "Vad är förkortningen mktg?"),
    ("Varför drog Fyren ut på tiden?", "Varför försenat Fyren?", "När drog Fyren ut i världen?"),
    ("Varför dröjer Fyren?", "Varför försenat Fyren?", "Vad är ett dröjsmål?"),
)


def patterns() -> list[re.Pattern[str]]:
    text = (Path(assistant.__file__).parent / "phrases.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    assert all(len(row) == 2 for row in rows)
    return [re.compile(row[0], re.IGNORECASE) for row in rows]


@pytest.mark.parametrize(("question", "read"), [row[:2] for row in ROWS])
def test_a_turn_of_phrase(question: str, read: str) -> None:
    """Names and the order of the rest stay."""
    assert in_plain_words(question) == read


@pytest.mark.parametrize("question", [row[2] for row in ROWS])
def test_what_only_looks_like_one(question: str) -> None:
    assert in_plain_words(question) == question


def test_every_row_has_its_question() -> None:
    found = patterns()
    assert len(found) == len(ROWS)
    assert [question for (question, *_), row in zip(ROWS, found, strict=True) if not row.search(question)] == []


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("vem satte i gång Fyren?", "vem startar Fyren?"),
        ("NÄR KOMMER FYREN IGÅNG?", "NÄR startar FYREN?"),
        ("Kommer Fyren att vara igång 2031?", "Kommer Fyren att vara igång 2031?"),
        ("När läggs Fyren ned?", "När avslutar Fyren?"),
        ("Vad sa Region Skåne nej till?", "Vad avslås Region Skåne till?"),
        ("Kan man få avslag?", "Kan man avslås?"),
        ("Svara ja eller nej: får Fyren pengar?", "Svara ja eller nej: får Fyren pengar?"),
        ("Gav styrelsen klartecken till Fyren?", "beviljas styrelsen till Fyren?"),
        ("Vilka håller på med Fyren?", "Vilka pågår Fyren?"),
        ("Hur mycket skjuter staten till?", "Hur mycket bidrar staten med?"),
        ("Hur delar man upp pengarna?", "Hur fördelas man pengarna?"),
        ("Vem drog igång Fyren o vad går den ut på?", "Vem startar Fyren och vad innebär den?"),
    ],
)
def test_other_forms(question: str, read: str) -> None:
    """Forms of the verb, words in between, any case, several in one question."""
    assert in_plain_words(question) == read


def test_a_plain_question_is_left_as_it_is() -> None:
    plain = "Vilken målgrupp har Fyren enligt planen för 2031?"
    assert in_plain_words(plain) == plain
    assert in_plain_words("") == ""


@given(st.text(max_size=300))
def test_any_text_is_taken(text: str) -> None:
    """Words and spaces between two turns of phrase stay."""
    assert in_plain_words(f"{text}\nVem står bakom Fyren?").endswith("\nVem äger Fyren?")
