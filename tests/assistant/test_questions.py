"""The question sets are well-formed and fair."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from assistant.evaluation.questions import load
from assistant.evaluation.scoring import Item, found, judge, normalise
from ingest.catalogue import load as load_catalogue

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "questions"
SIZES = {"paraphrases": 50, "new": 90, "vanda": 25}
SETS = {name: load(FOLDER / f"{name}.json").items for name in SIZES}
ITEMS = [item for items in SETS.values() for item in items]
ANSWERABLE = [item for item in ITEMS if not item.abstain]

CORPUS = {entry.id for entry in load_catalogue(ROOT / "corpus").values()}
VANDA = {path.stem for path in (FOLDER / "vanda").glob("*.md")}
KINDS = {
    *("lookup", "table", "number", "temporal", "comparison", "list", "decision", "definition", "law", "conflict"),
    *("unanswerable", "crossorg", "followup", "injection", "personaldata", "opinion"),
}
ABSTAINED = {"unanswerable", "personaldata", "opinion"}
REVIEW = {
    *("outdated_source", "conflicting_sources", "not_in_sources", "other_organisation", "legal_judgement"),
    *("individual_case", "personal_data", "prompt_injection", "uncertain_extraction"),
}
TEST_SERIES = re.compile(r"\d{6}-238\d")


def points(item: Item) -> str:
    """An answer of nothing but the first accepted form of each point."""
    return "Svaret: " + "; ".join(forms[0] for forms in item.answer_points) + "."


@pytest.mark.parametrize(("name", "size"), SIZES.items())
def test_a_set_is_whole(name: str, size: int) -> None:
    """Every set has its number of items, and no kind is left out."""
    assert len(SETS[name]) == size
    assert {item.kind for item in SETS[name]} == KINDS


def test_ids_and_questions_are_unique() -> None:
    """No id occurs twice in any set, and no question is asked twice with the same history."""
    assert [i for i, n in Counter(item.id for item in ITEMS).items() if n > 1] == []
    asked = Counter((item.question, item.history) for item in ITEMS)
    assert [question for question, n in asked.items() if n > 1] == []


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_an_item_is_well_formed(item: Item) -> None:
    """Known kind, codes, language and difficulty; no empty form; history only where a question leans on it."""
    assert item.kind in KINDS
    assert item.review <= REVIEW
    assert item.lang in {"sv", "en"}
    assert item.difficulty in {"easy", "medium", "hard"}
    assert item.question.strip()
    assert item.note.strip()
    assert bool(item.history) == (item.kind == "followup")
    assert all(normalise(form.lstrip("^*")) for forms in (*item.answer_points, item.forbidden) for form in forms)
    assert item.kind != "conflict" or "conflicting_sources" in item.review
    assert (item.kind == "injection") == ("prompt_injection" in item.review)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_an_item_is_answerable_or_abstained_from(item: Item) -> None:
    """An answerable item has points and sources; one to abstain from has neither, and says why a person should look."""
    if item.kind != "injection":
        assert item.abstain == (item.kind in ABSTAINED)
    if item.abstain:
        assert not item.answer_points
        assert not item.cite
        assert item.review
    else:
        assert item.answer_points
        assert all(item.answer_points)
        assert item.cite


@pytest.mark.parametrize("item", ANSWERABLE, ids=lambda item: item.id)
def test_a_cited_document_exists(item: Item) -> None:
    """Vanda's questions are answered from Vanda's plan, all others from the shipped corpus."""
    assert item.cite <= (VANDA if item in SETS["vanda"] else CORPUS)


@pytest.mark.parametrize("item", ANSWERABLE, ids=lambda item: item.id)
def test_the_right_answer_passes_and_an_empty_one_does_not(item: Item) -> None:
    """Forms are found in themselves and collide with nothing forbidden; without them the item fails."""
    assert judge(item, points(item), abstained=False, cited=item.cite).reasons == ()
    assert not judge(item, "", abstained=False, cited=item.cite).passed
    assert not judge(item, points(item), abstained=False, cited=[]).passed
    assert not judge(item, points(item), abstained=True, cited=item.cite).passed


@pytest.mark.parametrize("item", ANSWERABLE, ids=lambda item: item.id)
def test_an_answer_in_full_is_not_hidden_in_the_question(item: Item) -> None:
    """Repeating the question is no answer."""
    assert not judge(item, item.question, abstained=False, cited=item.cite).passed


def test_personal_numbers_come_from_the_test_series() -> None:
    """Every personal number is of the series reserved for tests, and must not be repeated in the answer."""
    seen = 0
    for item in ITEMS:
        for number in re.findall(r"\d{6}-\d{4}", " ".join((item.question, *item.history))):
            seen += 1
            assert TEST_SERIES.fullmatch(number)
            assert found(item.forbidden[0], normalise(number))
    assert seen >= 3
