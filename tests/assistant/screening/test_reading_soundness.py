"""Whatever is read, every place is in the text, statements stand in order, and nothing is kept in memory."""

from __future__ import annotations

import gc
import json
import tracemalloc
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.criteria import CriteriaSet, load
from assistant.errors import ScreeningError
from assistant.screening.draft import Draft
from assistant.screening.reading import read, read_text
from ingest.errors import UnreadableFile

READABLE = Path(__file__).parent / "readable"
SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "eval"


def demand_sound(draft: Draft) -> None:
    """Every place is within the text, statements in order and apart."""
    end = len(draft.text)
    spans = [draft.owner, draft.parties, draft.group, draft.place, draft.period, draft.declared_at, draft.requested]
    places = [*draft.statements, *draft.participants, *draft.ages, *draft.asked, *draft.cofinancing]
    for one in [*filter(None, spans), *places, *draft.budget.rows, *draft.budget.stated_sums, *draft.budget.unclear]:
        assert 0 <= one.start < one.end <= end
    for first, second in pairwise(draft.statements):
        assert first.end <= second.start
    for one in draft.statements:
        assert draft.text[one.start : one.end].strip() == draft.text[one.start : one.end]


_PIECES = """Målgrupp;Budget;Mål:;# ;**;| a | 100 000 |;|---|---|;- ;Summa ;45 000 kr/mån;Projektägare: ;Malmö stad;
2026;åtta månader à 5 000 kr;16–64 år;60 deltagare;<!--;-->;☒ ;tkr;varav """
_PIECE = st.sampled_from([*_PIECES.replace("\n", "").split(";"), "\n", "\n\n", "\t", " "])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(_PIECE, st.text(max_size=12)), max_size=40))
def test_any_text_is_read_soundly(parts: list[str]) -> None:
    criteria = load(Path(__file__).resolve().parents[3] / "corpus" / "criteria" / "malmo-2026.toml")
    try:
        draft = read_text("Ansökan om medel till projekt\n\n" + "".join(parts), criteria)
    except (ScreeningError, UnreadableFile):
        return
    demand_sound(draft)


@pytest.mark.parametrize("path", sorted(READABLE.iterdir()), ids=lambda path: path.name)
def test_the_drafts_are_read_soundly(path: Path, criteria: CriteriaSet) -> None:
    demand_sound(read(path, criteria))


def test_reading_keeps_nothing(criteria: CriteriaSet) -> None:
    text = (READABLE / "tre_ar.md").read_text(encoding="utf-8") + "\n\n".join(
        f"## Del {i}\n\n" + "Deltagarna får stöd av en coach som träffar dem varje vecka. " * 5 for i in range(30)
    )
    read_text(text, criteria)
    gc.collect()
    tracemalloc.start()
    for i in range(20):
        read_text(f"{text}\n\nUtkast {i}.", criteria)
    gc.collect()
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 2_000_000


@pytest.mark.skipif(not SHARED.exists(), reason="the drafts with answers are not here")
def test_the_drafts_with_answers(criteria: CriteriaSet) -> None:
    for item in json.loads((SHARED / "screening_dev.json").read_text(encoding="utf-8")):
        for file in item["formats"]:
            draft = read(SHARED / file, criteria)
            assert (draft.requested.sek if draft.requested else None) == item["requested_2026_sek"], file
            declared = item["declared_type"]
            assert (draft.declared_type or "ej angiven") == declared, file
            stated = draft.budget.stated_sum(2026)
            budget = item["budget"] or {"items_sum_sek": None, "stated_sum_sek": None}
            assert draft.budget.sum_of_rows(2026) == budget["items_sum_sek"], file
            assert (stated.sek if stated else None) == budget["stated_sum_sek"], file
            demand_sound(draft)
