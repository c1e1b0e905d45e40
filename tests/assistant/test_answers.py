"""The JSON of an answer is the contract's, field by field."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from assistant.answers import Answer, Citation, Flag, Scope
from assistant.review import CODES

CITATION = Citation(1, "plan-2027", "Plan 2027", "5. Medel", 3, "4 200 000", 120, 129, year=2027, association="malmo")
ANSWER = Answer(
    question="Hur mycket?",
    text="Det är 4 200 000 kr. [1]",
    abstained=False,
    citations=(CITATION,),
    flags=(Flag("legal_judgement", "En människa ska bedöma."),),
    nearest=(CITATION,),
    followups=("Och 2025?",),
)


def test_the_shape_of_an_answer() -> None:
    """The keys of the contract in its order, and nothing that the page keeps for itself."""
    shape = ANSWER.as_json("q1")
    assert list(shape) == ["id", "question", "answer", "abstained", "citations", "review", "answered_by"]
    assert shape == {
        "id": "q1",
        "question": "Hur mycket?",
        "answer": "Det är 4 200 000 kr. [1]",
        "abstained": False,
        "citations": [
            {
                "marker": 1,
                "document": "plan-2027",
                "title": "Plan 2027",
                "section": "5. Medel",
                "page": 3,
                "quote": "4 200 000",
                "start": 120,
                "end": 129,
            }
        ],
        "review": [{"code": "legal_judgement", "message": "En människa ska bedöma."}],
        "answered_by": "extractive",
    }


def test_a_single_question_has_no_id() -> None:
    assert "id" not in ANSWER.as_json()
    assert ANSWER.as_json("")["id"] == ""


def test_codes_alone() -> None:
    """What the scorer of questions reads."""
    assert ANSWER.as_json("q1", only_codes=True)["review"] == ["legal_judgement"]


CITATIONS = st.builds(
    Citation,
    marker=st.integers(1, 99),
    document=st.text(),
    title=st.text(),
    section=st.text(),
    page=st.none() | st.integers(1, 999),
    quote=st.text(),
    start=st.integers(0),
    end=st.integers(0),
)
ANSWERS = st.builds(
    Answer,
    question=st.text(),
    text=st.text(),
    abstained=st.booleans(),
    citations=st.lists(CITATIONS, max_size=3).map(tuple),
    flags=st.lists(st.builds(Flag, st.sampled_from(CODES), st.text()), max_size=3).map(tuple),
)


@given(ANSWERS, st.booleans())
def test_any_answer_goes_through_json_and_back(answer: Answer, only_codes: bool) -> None:
    shape = answer.as_json("q", only_codes)
    assert json.loads(json.dumps(shape, ensure_ascii=False)) == shape


def test_an_empty_scope_limits_nothing() -> None:
    assert Scope() == Scope(frozenset(), frozenset(), frozenset())
