"""The catalogue is read strictly; a fault is told in Swedish, with file, document, field and what was expected."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ingest.catalogue import AUTHORITY, NAME, Entry, load
from ingest.errors import CatalogueError

ENTRY = """
[[document]]
id = "plan-2031"
file = "plan.pdf"
title = "Verksamhetsplan 2031"
association = "adala"
type = "verksamhetsplan"
"""


def entries(folder: Path, text: str) -> dict[str, Entry]:
    (folder / NAME).write_text(text, encoding="utf-8")
    return load(folder)


def test_no_catalogue_is_an_empty_one(tmp_path: Path) -> None:
    assert load(tmp_path) == {}
    assert entries(tmp_path, "# inget ännu") == {}


def test_entries_by_file(tmp_path: Path) -> None:
    text = f"""{ENTRY}
valid_from = 2031-01-01
valid_to = 2031-12-31
supersedes = ["plan-2030"]
address = "https://exempel.se/plan.pdf"
"""
    source = entries(tmp_path, text)["plan.pdf"].source()
    assert (source.id, source.file, source.association) == ("plan-2031", "plan.pdf", "adala")
    assert (source.starts, source.ends, source.supersedes) == (date(2031, 1, 1), date(2031, 12, 31), ("plan-2030",))
    assert (source.form, source.guessed) == ("original", ())


@pytest.mark.parametrize(
    ("fields", "starts", "ends"),
    [
        ("", None, None),
        ("published = 2031", date(2031, 1, 1), None),
        ("published = 2031-05-02", date(2031, 5, 2), None),
        ("period_from = 2031-01-01\nperiod_to = 2031-08-31", date(2031, 1, 1), date(2031, 8, 31)),
        ("valid_from = 2031-02-01\npublished = 2030", date(2031, 2, 1), None),
    ],
)
def test_days(tmp_path: Path, fields: str, starts: date | None, ends: date | None) -> None:
    source = entries(tmp_path, ENTRY + fields)["plan.pdf"].source()
    assert (source.starts, source.ends) == (starts, ends)


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    assert "plan.pdf" in entries(tmp_path, "\ufeff" + ENTRY)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            ENTRY.replace('type = "verksamhetsplan"', 'type = "plan"'),
            ("plan-2031", "type", "verksamhetsplan", "'plan'"),
        ),
        (ENTRY.replace('type = "verksamhetsplan"', ""), ("plan-2031", "type", "saknas")),
        (ENTRY.replace("title =", "titel ="), ("plan-2031", "title", "saknas")),
        (f"{ENTRY}utgiven = 2031", ("plan-2031", "utgiven", "finns inte")),
        (ENTRY.replace("Verksamhetsplan 2031", ""), ("plan-2031", "title", "tomt")),
        (ENTRY.replace('"plan-2031"', '"Plan 2031"'), ("Plan 2031", "id", "formen")),
        (ENTRY.replace('id = "plan-2031"', ""), ("document.0.id", "saknas")),
        (ENTRY.replace('"plan-2031"', "7"), ("document.0.id", "text")),
        (f'{ENTRY}valid_from = "i fjol"', ("plan-2031", "valid_from", "datum")),
        (f"{ENTRY}published = 99999", ("plan-2031", "published", "ett år", "99999")),
        (f'{ENTRY}published = "i fjol"', ("plan-2031", "published", "ett år", "i fjol")),
        (f"{ENTRY}retired = 7", ("plan-2031", "retired", "true")),
        (f"{ENTRY}valid_from = 2031-02-01\nvalid_to = 2031-01-01", ("plan-2031", "2031-02-01", "efter")),
        (ENTRY + ENTRY.replace("plan.pdf", "b.pdf"), ("id", "mer än en gång", "plan-2031")),
        (ENTRY + ENTRY.replace("plan-2031", "b"), ("file", "mer än en gång", "plan.pdf")),
        ("document = 7", ("document", "lista")),
        ("[document]\nid = 'a'", ("document", "lista")),
        ("[[document]\n", ("TOML", "line 1")),
    ],
)
def test_faults(tmp_path: Path, text: str, words: tuple[str, ...]) -> None:
    with pytest.raises(CatalogueError) as caught:
        entries(tmp_path, text)
    message = str(caught.value)
    assert message.startswith(str(tmp_path / NAME))
    assert message.endswith("försök igen.")
    assert "\n" not in message
    assert "Input should" not in message
    for word in words:
        assert word in message


def test_other_encodings_are_refused(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(ENTRY.replace("adala", "ådala").encode("cp1252"))
    with pytest.raises(CatalogueError, match="UTF-8"):
        load(tmp_path)


def test_types_are_those_that_have_a_weight(tmp_path: Path) -> None:
    for type_ in AUTHORITY:
        text = ENTRY.replace('type = "verksamhetsplan"', f'type = "{type_}"')
        assert entries(tmp_path, text)["plan.pdf"].type == type_
