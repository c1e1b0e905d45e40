"""Sentences of Swedish text by offsets: abbreviations, ordinals and initials end none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sentences import split_sentences
from tests.ingest.drafts import squeezed


@pytest.mark.parametrize(
    "sentences",
    [
        ["Förbundet bildades 2031.", "Det har fyra parter."],
        ["Räcker medlen?", "Ja!", "De räcker…", "Länge."],
        ["Stödet ges t.ex. av vården, bl.a. Åby vårdcentral, fr.o.m. januari."],
        ["Parterna är kommunen, regionen m.fl.", "Styrelsen leds av Ek."],
        ["Det kostar 2 mkr.", "Därefter sänks det."],
        ["Det kostar 2 mkr. per år."],
        ["Mötet är den 3. april i sal 4."],
        ["Se 5 kap. 3 § och s. 12 i planen."],
        ["A. Ek och B. Alm deltog."],
        ["Brevet är skrivet av C. Alm på Torget."],
        ["De läser kurs B eller C.", "Några arbetar."],
        ["Bussen går från Malmö C.", "Resan tar en timme."],
        ["Hon sa ”nu räcker det.”", "Sedan gick hon."],
        ["”Räcker det?” frågade han.", "”Ja.”"],
        ["(Se planen.)", "Där står målen."],
        ["Målet nåddes.", "– Det gick bra, säger chefen."],
        ["Kl. 13.00 börjar mötet.", "Det slutar 15.30."],
        ["Läs mer på www.exempel.se/plan.", "Där finns allt."],
        ["Utan punkt sist"],
        [],
    ],
    ids=lambda sentences: " | ".join(sentences)[:40],
)
def test_split(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in split_sentences(text)] == sentences


def test_a_number_and_a_new_line_end_a_sentence() -> None:
    text = "Vi var 12.\nDet var bra."
    assert [text[a:b] for a, b in split_sentences(text)] == ["Vi var 12.", "Det var bra."]


def test_a_part_of_a_text() -> None:
    text = "Ett. Två. Tre."
    assert [text[a:b] for a, b in split_sentences(text, 5, 9)] == ["Två."]


@given(st.text(alphabet="aÅ1 .!?…”()\n–m", max_size=60), st.integers(0, 20), st.integers(0, 60))
def test_sentences_hold_all_words_in_order(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(len(text), start + length)
    spans = split_sentences(text, start, end)
    assert squeezed("".join(text[a:b] for a, b in spans)) == squeezed(text[start:end])
    assert all(a < b and not text[a].isspace() and not text[b - 1].isspace() for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_long_runs_of_stops_take_no_time() -> None:
    """Dot leaders and the like are read once, not once from each dot."""
    text = "." * 200_000 + "a"
    assert split_sentences(text) == [(0, len(text))]
