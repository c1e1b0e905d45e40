"""The report counts what passed, what abstained, which quotes hold and which codes were due."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.answers import Answer, Citation, Flag
from assistant.evaluation.report import CodeCount, Report, Share, evaluate
from assistant.evaluation.scoring import Item
from assistant.evaluation.telling import told, told_failures
from assistant.library import Library

PLAN = "malmo-verksamhetsplan-2027"
QUOTE = "Kansliet svarar inom\nfyra veckor."
"""Stands so in the plan of the small index, in one line."""


def answer(text: str, *codes: str, document: str = PLAN, quote: str = QUOTE, abstained: bool = False) -> Answer:
    citation = Citation(1, document, "Plan", "4. Ansökan", None, quote, 0, 9)
    flags = tuple(Flag(code, "Titta.") for code in codes)
    return Answer("fråga", text, abstained, () if abstained else (citation,), flags)


ANSWERS = {
    "rätt": answer("Inom fyra veckor. [1]\nDet är allt."),
    "fel": answer("Inom fem\tveckor. [1]\nDet är allt.", "outdated_source", "conflicting_sources"),
    "annan källa": answer("Inom fyra veckor. [1]", document="lag-2021-500", quote="Så står det inte."),
    "avstår": answer("Det framgår inte.", "not_in_sources", abstained=True),
}
POINTS = (("fyra veckor", "4 veckor"),)
ITEMS = (
    Item("1", "rätt", "tal", answer_points=POINTS, cite=frozenset({PLAN}), review=frozenset()),
    Item("2", "fel", "tal", answer_points=POINTS, cite=frozenset({PLAN}), review=frozenset({"outdated_source"})),
    Item("3", "annan källa", "lag", answer_points=POINTS, cite=frozenset({PLAN})),
    Item("4", "avstår", "saknas", abstain=True, review=frozenset({"not_in_sources", "personal_data"})),
    Item("5", "avstår", "tal", answer_points=POINTS),
    Item("6", "rätt", "saknas", abstain=True),
)


def scripted(question: str, history: Sequence[str]) -> Answer:
    return ANSWERS[question]


@pytest.fixture
def report(library: Library) -> Report:
    return evaluate(ITEMS, scripted, library)


def test_what_passed(report: Report) -> None:
    assert [result.verdict.passed for result in report.results] == [True, False, False, True, False, False]
    assert [result.item.id for result in report.failures] == ["2", "3", "5", "6"]
    assert report.passed == Share(2, 6)
    assert report.by_kind() == {"lag": Share(0, 1), "saknas": Share(1, 2), "tal": Share(1, 3)}


def test_abstentions(report: Report) -> None:
    assert report.abstained(due=True) == Share(1, 2)
    assert report.abstained(due=False) == Share(1, 4)


def test_quotes_hold_white_space_aside(report: Report) -> None:
    assert report.verbatim() == Share(3, 4)
    assert [result.altered for result in report.results if result.altered] == [("Så står det inte.",)]


def test_review_codes_of_items_that_say_which_are_due(report: Report) -> None:
    assert report.reviewed() == 3
    assert report.by_code() == {
        "conflicting_sources": CodeCount(0, 1, 0),
        "not_in_sources": CodeCount(1, 0, 0),
        "outdated_source": CodeCount(1, 0, 0),
        "personal_data": CodeCount(0, 0, 1),
    }
    assert report.all_codes() == CodeCount(2, 1, 1)
    assert (report.all_codes().precision, report.all_codes().recall) == (Share(2, 3), Share(2, 3))


def test_times(report: Report) -> None:
    """The median, and the time that at most one answer of twenty exceeds."""
    middle, late = report.seconds()
    assert 0 <= middle <= late <= max(result.seconds for result in report.results)


@pytest.mark.parametrize("name", [PLAN, PLAN.upper(), "verksamhetsplan finsam i Malmö 2027", f"{PLAN}.md"])
def test_a_document_by_id_title_or_file(library: Library, name: str) -> None:
    item = Item("1", "rätt", answer_points=POINTS, cite=frozenset({name}))
    report = evaluate([item], scripted, library)
    assert (report.failures, report.unknown_documents) == ((), ())


def test_documents_that_are_not_there(library: Library) -> None:
    """They are told of as they were written, each once; the question fails."""
    items = [Item(id, "rätt", answer_points=POINTS, cite=frozenset({"Plan 1999"})) for id in "ab"]
    report = evaluate(items, scripted, library)
    assert report.unknown_documents == ("Plan 1999",)
    assert report.failures[0].verdict.reasons == ("ingen källa till Plan 1999",)
    assert "Obs! Dokumentet Plan 1999 finns inte i indexet" in told(report)


def test_the_earlier_questions_are_handed_on(library: Library) -> None:
    asked = []

    def ask(question: str, history: Sequence[str]) -> Answer:
        asked.append((question, history))
        return ANSWERS["rätt"]

    evaluate([Item("1", "Och sedan?", history=("Vad?", "När?"), answer_points=POINTS)], ask, library)
    assert asked == [("Och sedan?", ("Vad?", "När?"))]


def test_what_is_told(report: Report) -> None:
    lines = told(report).split("\n")
    timing = next(line for line in lines if line.startswith("Svarstid: median "))
    assert [line for line in lines if line != timing] == [
        "Rätt svar: 2 av 6 (33 %)",
        "  lag         0 av     1",
        "  saknas      1 av     2",
        "  tal         1 av     3",
        "",
        "Avstod när det var rätt: 1 av 2 (50 %)",
        "Avstod fast frågan går att besvara: 1 av 4 (25 %)",
        "Citat som står ordagrant i dokumenten: 3 av 4 (75 %)",
        "  Står inte så: Så står det inte. (3)",
        "Granskningskoder: precision 0,66, täckning 0,66 (2 rätt, 1 i onödan, 1 saknas)",
        "  conflicting_sources  precision 0,00, täckning – (0 rätt, 1 i onödan, 0 saknas)",
        "  not_in_sources       precision 1,00, täckning 1,00 (1 rätt, 0 i onödan, 0 saknas)",
        "  outdated_source      precision 1,00, täckning 1,00 (1 rätt, 0 i onödan, 0 saknas)",
        "  personal_data        precision –, täckning 0,00 (0 rätt, 0 i onödan, 1 saknas)",
        "",
        "Fick inte rätt svar:",
        "  2 (tal): saknar ”fyra veckor”. Svaret: Inom fem veckor. [1] Det är allt.",
        f"  3 (lag): ingen källa till {PLAN}. Svaret: Inom fyra veckor. [1]",
        "  5 (tal): avstod fast frågan går att besvara; saknar ”fyra veckor”. Svaret: Det framgår inte.",
        "  6 (saknas): borde ha avstått. Svaret: Inom fyra veckor. [1] Det är allt.",
    ]
    assert lines[-5:] == told_failures(report).split("\n")


def test_what_was_not_asked_for_is_not_told(library: Library) -> None:
    """No table of kinds when there is one, no codes when none are given, no share of nothing."""
    report = evaluate([Item("1", "rätt", answer_points=POINTS)], scripted, library)
    lines = told(report).split("\n")
    assert lines[:5] == [
        "Rätt svar: 1 av 1 (100 %)",
        "",
        "Avstod när det var rätt: 0 av 0",
        "Avstod fast frågan går att besvara: 0 av 1 (0 %)",
        "Citat som står ordagrant i dokumenten: 1 av 1 (100 %)",
    ]
    assert lines[5].startswith("Svarstid: ")
    assert lines[6:] == ["", "Alla frågor fick rätt svar."]


def test_a_failure_is_one_line(library: Library) -> None:
    """Whatever the file holds."""
    item = Item("1", "rätt", answer_points=(("fem\nveckor",),), cite=frozenset({"Plan\n1999"}))
    report = evaluate([item], scripted, library)
    assert told_failures(report).count("\n") == 1
    assert "Dokumentet Plan 1999 finns inte" in told(report)


def test_long_answers_are_cut(library: Library) -> None:
    long = answer("ord " * 100)
    line = told_failures(evaluate([ITEMS[0]], lambda question, history: long, library)).split("\n")[1]
    assert line.endswith(" ord ord…")
    assert len(line) < 250


def test_the_shape(report: Report) -> None:
    """Everything that is told, for other programs."""
    shape = report.as_json()
    times = shape.pop("seconds")
    items = shape.pop("items")
    assert isinstance(times, dict)
    assert list(times) == ["median", "p95"]
    assert shape == {
        "passed": 2,
        "questions": 6,
        "kinds": {
            "lag": {"passed": 0, "questions": 1},
            "saknas": {"passed": 1, "questions": 2},
            "tal": {"passed": 1, "questions": 3},
        },
        "abstentions": {"due": 2, "right": 1, "wrong": 1},
        "quotes": {"cited": 4, "verbatim": 3, "share": 0.75},
        "review": {
            "all": {"right": 2, "undue": 1, "missing": 1, "precision": 2 / 3, "recall": 2 / 3},
            "conflicting_sources": {"right": 0, "undue": 1, "missing": 0, "precision": 0.0, "recall": None},
            "not_in_sources": {"right": 1, "undue": 0, "missing": 0, "precision": 1.0, "recall": 1.0},
            "outdated_source": {"right": 1, "undue": 0, "missing": 0, "precision": 1.0, "recall": 1.0},
            "personal_data": {"right": 0, "undue": 0, "missing": 1, "precision": None, "recall": 0.0},
        },
        "unknown_documents": [],
    }
    assert isinstance(items, list)
    assert [item["id"] for item in items] == ["1", "2", "3", "4", "5", "6"]
    assert items[2] | {"seconds": 0} == {
        "id": "3",
        "kind": "lag",
        "question": "fråga",
        "passed": False,
        "why": [f"ingen källa till {PLAN}"],
        "answer": "Inom fyra veckor. [1]",
        "abstained": False,
        "documents": ["lag-2021-500"],
        "altered_quotes": ["Så står det inte."],
        "review": [],
        "seconds": 0,
    }
    assert [item["id"] for item in report.as_json(only_failures=True)["items"]] == ["2", "3", "5", "6"]
    assert Report(report.results[2:3]).as_json()["review"] is None


def test_ten_thousand_questions(library: Library) -> None:
    items = [Item(str(number), "fel" if number % 4 else "rätt", answer_points=POINTS) for number in range(10_000)]
    report = evaluate(items, scripted, library)
    assert report.passed == Share(2500, 10_000)
    assert told(report).count("\n") > 7500
