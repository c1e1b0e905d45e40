"""Data files of decisions and initiatives become sentences that say no more than the record does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.errors import UnreadableFile
from ingest.ledger import Decision, Initiative, parse_records
from ingest.model import Kind
from ingest.readers import read

CORPUS = Path(__file__).resolve().parents[2] / "corpus"

DECISION: dict[str, object] = {
    "date": "2031-05-14",
    "date_kind": "beslutsdatum",
    "kind": "beslut",
    "body": "styrelsen",
    "association": "storvik",
    "subject": "Broar till arbete",
    "decision": "Insatsen får pengar i två år",
    "confidence": "high",
    "source_title": "Protokoll 3/2031",
    "source_address": "document:storvik-protokoll-2031-3",
}
INITIATIVE: dict[str, object] = {
    "name": "Broar till arbete",
    "association": "storvik",
    "type": "I",
    "parties": ["Storviks kommun", "Försäkringskassan"],
    "source_addresses": ["document:storvik-protokoll-2031-3"],
}


def written(folder: Path, *records: dict[str, object]) -> Path:
    path = folder / "poster.jsonl"
    path.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), encoding="utf-8")
    return path


def records_of(name: str) -> tuple[Decision, ...] | tuple[Initiative, ...]:
    return parse_records((CORPUS / name).read_bytes(), name)


def sentences(path: Path) -> list[str]:
    return [block.text for block in read(path).blocks if block.kind is not Kind.HEADING]


@pytest.mark.parametrize(
    ("change", "lead"),
    [
        ({}, "Beslut, styrelsen, beslutsdatum 2031-05-14: "),
        (
            {"kind": "positivt ställningstagande"},
            "Positivt ställningstagande (inte ett beviljande), styrelsen, beslutsdatum 2031-05-14: ",
        ),
        ({"kind": "plan eller budget", "date_kind": "planår", "date": "2031"}, "Plan eller budget, styrelsen, planår"),
        ({"kind": "förslag", "date_kind": "publicering"}, "Förslag, styrelsen, publicerad 2031-05-14: "),
        ({"kind": "uppdrag", "date_kind": "månad", "date": "2031-05"}, "Uppdrag, styrelsen, maj 2031: "),
        (
            {"kind": "händelse", "date_kind": "år", "date": "2031", "date_note": "ca"},
            "Händelse, styrelsen, år 2031 (ca)",
        ),
    ],
)
def test_kind_and_date_open_the_sentence(tmp_path: Path, change: dict[str, object], lead: str) -> None:
    """A quote of the first sentence carries what was done and what the date is the date of."""
    assert sentences(written(tmp_path, DECISION | change))[0].startswith(lead)


def test_amount_says_what_it_is(tmp_path: Path) -> None:
    """An amount applied for is never told as granted, and a rough figure is told as rough."""
    asked = {"amount_sek": 1950000, "amount_kind": "sökt", "kind": "positivt ställningstagande"}
    rough = {"amount_sek": 3000000, "amount_kind": "beviljat", "amount_approximate": True}
    first, second = sentences(written(tmp_path, DECISION | asked, DECISION | rough))
    assert "Belopp: 1 950 000 kr, sökt belopp, inte beslutat." in first
    assert "Belopp: omkring 3 000 000 kr, beviljat belopp." in second


def test_reason_confidence_and_source(tmp_path: Path) -> None:
    """Reason, doubt and source follow; a sure record has no word of doubt."""
    doubtful = {"reason": "Behovet har ökat", "confidence": "medium", "source_address": "https://example.org/notis"}
    sure, unsure = sentences(written(tmp_path, DECISION, DECISION | doubtful))
    assert "dubbelkontrollerad" not in sure
    assert sure.endswith("Källa: Protokoll 3/2031 (storvik-protokoll-2031-3)")
    assert "Skäl: Behovet har ökat. Uppgiften är inte dubbelkontrollerad." in unsure
    assert unsure.endswith("Protokoll 3/2031, https://example.org/notis")


def test_years_are_headings_in_order(tmp_path: Path) -> None:
    """Records of one year stand below one heading, whatever order the file has."""
    years = ["2032-01-02", "2031-05-14", "2032-03-04"]
    reading = read(written(tmp_path, *(DECISION | {"date": year} for year in years)))
    assert [block.text for block in reading.blocks if block.kind is Kind.HEADING] == ["År 2031", "År 2032"]
    assert [block.kind for block in reading.blocks].count(Kind.PARAGRAPH) == 3


def test_initiative_is_told_under_its_name(tmp_path: Path) -> None:
    """Parties, unknown owner, amounts by kind and results each become a sentence below the name."""
    full = INITIATIVE | {
        "aliases": ["Broarna"],
        "likely_aliases": ["Bryggan"],
        "amounts": [
            {"period": "2031", "sek": 1200000, "kind": "budget"},
            {"period": "2032", "sek": 2400000, "kind": "sökt", "note": "ansökan om fortsättning"},
        ],
        "results": ["12 av 30 deltagare har fått arbete"],
    }
    reading = read(written(tmp_path, full))
    assert reading.blocks[0].kind is Kind.HEADING
    assert reading.blocks[0].text == "Broar till arbete"
    text = reading.blocks[1].text
    assert "är en individinriktad insats (I)" in text
    assert "Andra namn: Broarna." in text
    assert "inte belagt: Bryggan." in text
    assert "Ägaren framgår inte av källorna." in text
    items = [block.text for block in reading.blocks if block.kind is Kind.ITEM]
    assert items == [
        "• Broar till arbete, 2031: 1 200 000 kr, budgeterat belopp.",
        "• Broar till arbete, 2032: 2 400 000 kr, sökt belopp, inte beslutat, ansökan om fortsättning.",
        "• Broar till arbete – 12 av 30 deltagare har fått arbete.",
    ]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"kind": "löfte"}, "kind: ska vara 'beslut', "),
        ({"belopp": 5}, "belopp: fältet finns inte i schemat"),
        ({"subject": None}, "subject: ska vara text"),
        ({"date": "14 maj 2031"}, "date: ska ha formen "),
        ({"date": "2031"}, "posten: date ska vara en hel dag"),
        ({"amount_sek": 100}, "amount_sek och amount_kind"),
        ({"amount_sek": "100 kr", "amount_kind": "budget"}, "amount_sek: ska vara ett heltal"),
        (
            {"kind": "positivt ställningstagande", "amount_sek": 1, "amount_kind": "beviljat"},
            "ett positivt ställningstagande kan inte ha amount_kind beviljat",
        ),
        ({"association": "annanstans"}, "association: ska vara storvik som på första raden"),
    ],
)
def test_a_fault_names_file_line_and_field(tmp_path: Path, change: dict[str, object], fault: str) -> None:
    """The office can find and mend the line without reading code."""
    with pytest.raises(UnreadableFile) as caught:
        read(written(tmp_path, DECISION, DECISION | change))
    assert str(caught.value).startswith("poster.jsonl, rad 2: ")
    assert fault in str(caught.value)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "är tom"),
        (b"\n\n", "är tom"),
        (b'{"decision": "x"', "rad 1: raden är inte JSON"),
        (b"[1, 2]", "rad 1: raden ska vara ett JSON-objekt"),
        (b'{"titel": "x"}', "saknar både"),
        (b'{"decision": "\xe5"}', "UTF-8"),
    ],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: bytes, fault: str) -> None:
    """What is no data file gives one sentence, never a traceback of the JSON reader."""
    path = tmp_path / "poster.jsonl"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=fault):
        read(path)


def test_kinds_are_not_mixed(tmp_path: Path) -> None:
    """A decision among initiatives is named by its line."""
    with pytest.raises(UnreadableFile, match="rad 2: beslut och insatser står i samma fil"):
        read(written(tmp_path, INITIATIVE, DECISION))


def test_the_shipped_files() -> None:
    """Every shipped record is read, and a positive position names itself as no grant."""
    for name, kind, count in (
        ("styrelsebeslut.jsonl", Decision, 124),
        ("styrelsebeslut-lund.jsonl", Decision, 23),
        ("insatser.jsonl", Initiative, 39),
        ("insatser-lund.jsonl", Initiative, 12),
    ):
        records = records_of(name)
        assert len(records) >= count
        assert all(isinstance(record, kind) for record in records)
        assert read(CORPUS / name).blocks
    asked = [
        record
        for record in records_of("styrelsebeslut.jsonl")
        if isinstance(record, Decision) and record.kind == "positivt ställningstagande"
    ]
    assert asked
    assert all(record.amount_kind in (None, "sökt") for record in asked)
