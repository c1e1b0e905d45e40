"""A file of questions is read whole, or refused in one Swedish sentence that says where it is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import BatchError
from assistant.evaluation.questions import Questions, load
from assistant.evaluation.scoring import Item

GOOD = {"id": "a", "question": "Hur stor är ramen?", "answer_points": [["27,8 Mkr"]]}


def file(tmp_path: Path, content: object, name: str = "frågor.json") -> Path:
    path = tmp_path / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def refused(path: Path) -> str:
    """What is said of a file that cannot be read: one sentence or two, in one line."""
    with pytest.raises(BatchError) as caught:
        load(path)
    said = str(caught.value)
    assert said.startswith(str(path))
    assert said.endswith(".")
    assert "\n" not in said
    return said.removeprefix(str(path))


def test_every_field(tmp_path: Path) -> None:
    full = GOOD | {
        "kind": "number",
        "history": ["Vad är ramen?"],
        "answer_points": [["27,8 Mkr", "27,8 miljoner"], ["2026"]],
        "forbidden": ["33,4"],
        "cite": ["plan", "plan"],
        "gold_quote": "27,8 Mkr",
        "gold_doc": "plan",
        "review": ["outdated_source"],
        "note": "ur avsnitt 5",
        "lang": "sv",
        "difficulty": "easy",
    }
    assert load(file(tmp_path, [full])).items == (
        Item(
            id="a",
            question="Hur stor är ramen?",
            kind="number",
            history=("Vad är ramen?",),
            answer_points=(("27,8 Mkr", "27,8 miljoner"), ("2026",)),
            forbidden=("33,4",),
            cite=frozenset({"plan"}),
            gold_quote="27,8 Mkr",
            gold_doc="plan",
            review=frozenset({"outdated_source"}),
            note="ur avsnitt 5",
            lang="sv",
            difficulty="easy",
        ),
    )


def test_the_least_that_is_needed(tmp_path: Path) -> None:
    """An id, a question, and what a right answer holds or that there is none; a number will do for a text."""
    read = load(
        file(tmp_path, [GOOD | {"id": 7, "answer_points": [[2026]]}, {"id": "b", "question": "x", "abstain": 1}])
    )
    assert [(item.id, item.answer_points, item.abstain) for item in read.items] == [
        ("7", (("2026",),), False),
        ("b", (), True),
    ]
    assert [item.review for item in read.items] == [None, None]


def test_no_codes_due_is_not_the_same_as_nothing_said(tmp_path: Path) -> None:
    assert load(file(tmp_path, [GOOD | {"review": []}])).items[0].review == frozenset()


def test_fields_of_others_are_told_of(tmp_path: Path) -> None:
    """Files of other programs may hold more; what is passed over is named."""
    read = load(file(tmp_path, [GOOD | {"grupp": 1}, GOOD | {"id": "b", "grupp": 2, "owner": "kansliet"}]))
    assert read.unused == ("grupp", "owner")


def test_json_by_another_name(tmp_path: Path) -> None:
    assert len(load(file(tmp_path, "\n " + json.dumps([GOOD]), "frågor.txt")).items) == 1


def test_half_surrogates(tmp_path: Path) -> None:
    """JSON can hold what no terminal can show."""
    read = load(file(tmp_path, '[{"id": "\\ud83d", "question": "Vad \\udc00?", "abstain": true, "\\ud83d": 1}]'))
    assert read == Questions((Item("?", "Vad ??", abstain=True),), ("?",))


def test_ten_thousand(tmp_path: Path) -> None:
    assert len(load(file(tmp_path, [GOOD | {"id": number} for number in range(10_000)])).items) == 10_000


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", " är tom"),
        (b"\xef\xbb\xbf \n", " är tom"),
        ("{", " är ingen giltig JSON: det tar stopp vid rad 1, tecken 2; rätta där."),
        ('[\n {"id": 1,}\n]', "rad 2, tecken 11"),
        ("[" * 100_000, "ingen giltig JSON"),
        ("[" + "9" * 5000 + "]", "ingen giltig JSON"),
        (GOOD, " ska vara en lista av frågor: [{…}, {…}]."),
        ("null", " ska vara en lista av frågor"),
        ([], " innehåller inga frågor"),
        ([GOOD, "fråga"], ': post 2 ska vara ett objekt med "id" och "question".'),
        (b"\x00\x01\x02", " är ingen textfil"),
        (b"\x81\x8d\xff", " är ingen textfil"),
        (b"PK\x03\x04...", " är en bok eller ett dokument (.xlsx, .docx); spara frågorna som CSV"),
        (b"\xd0\xcf\x11\xe0...", " är en äldre bok eller ett äldre dokument (.xls, .doc); spara "),
        (b"%PDF-1.7", " är en PDF"),
    ],
)
def test_no_list_of_questions(tmp_path: Path, content: object, said: str) -> None:
    assert said in refused(file(tmp_path, content))


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ({"id": None}, ": post 2: id: ska vara text (värdet är None)"),
        ({"id": " "}, ": post 2: id: får inte vara tomt"),
        ({"id": "b\nc", "question": ""}, ": post 2 (b c): question: får inte vara tomt"),
        ({"question": ""}, ": post 2 (b): question: får inte vara tomt"),
        ({"question": ["x"]}, ": post 2 (b): question: ska vara text"),
        ({"answer_points": "27,8 Mkr"}, "(b): answer_points: ska vara en lista (värdet är '27,8 Mkr')"),
        ({"answer_points": ["27,8 Mkr"]}, "(b): answer_points.0: ska vara en lista"),
        ({"answer_points": [["27,8"], []]}, "(b): answer_points.1: ska ha minst 1 värde"),
        ({"answer_points": [["27,8", " "]]}, "(b): answer_points.0.1: får inte vara tomt"),
        ({"answer_points": [["^"]]}, "(b): answer_points.0.0: får inte vara tomt"),
        ({"answer_points": [[None]]}, "(b): answer_points.0.0: ska vara text"),
        ({"forbidden": [""]}, "(b): forbidden.0: får inte vara tomt"),
        ({"cite": "plan"}, "(b): cite: ska vara en lista"),
        ({"history": "Vad?"}, "(b): history: ska vara en lista"),
        ({"abstain": "kanske"}, "(b): abstain: ska vara true eller false (värdet är 'kanske')"),
        ({"review": ["gammal"]}, "(b): review.0: koden 'gammal' finns inte; välj bland outdated_source, "),
        ({"answer_points": []}, "(b) säger varken vad svaret ska innehålla (answer_points) eller"),
    ],
)
def test_an_ill_formed_item(tmp_path: Path, fault: dict[str, Any], said: str) -> None:
    """The item and the field are named, and what was expected there."""
    assert said in refused(file(tmp_path, [GOOD, GOOD | {"id": "b"} | fault]))


@pytest.mark.parametrize("field", ["id", "question"])
def test_a_field_that_is_left_out(tmp_path: Path, field: str) -> None:
    item = {name: value for name, value in GOOD.items() if name != field}
    assert f"{field}: fältet saknas" in refused(file(tmp_path, [item]))


def test_an_id_twice(tmp_path: Path) -> None:
    content = [GOOD, GOOD | {"id": "b"}, GOOD]
    assert refused(file(tmp_path, content)) == ": post 1 och post 3 har samma id (a); ge varje fråga ett eget id."


def test_no_file(tmp_path: Path) -> None:
    assert refused(tmp_path / "saknas.json") == " finns inte; ange en fil med frågor (.json, .csv eller .tsv)."
    assert refused(tmp_path) == " är en mapp; ange en fil med frågor (.json, .csv eller .tsv)."
    beyond = file(tmp_path, [GOOD]) / "frågor.json"
    assert " går inte att läsa (" in refused(beyond)
