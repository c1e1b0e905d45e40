"""The office's own files as records: every one, with its words, at the paragraph that was written for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ingest.catalogue import load
from ingest.collect import collect
from ingest.errors import UnreadableFile
from ingest.ledger import parse_records
from ingest.model import Document
from ingest.register import from_ledger
from ingest.register.model import Decision, Initiative, Measure, Money, Record, Stance
from ingest.register.names import names_of

CORPUS = Path(__file__).resolve().parents[3] / "corpus"
DECISION: dict[str, Any] = {
    "date": "2031-05-14",
    "date_kind": "beslutsdatum",
    "kind": "beslut",
    "body": "styrelsen",
    "association": "storvik",
    "subject": "Broar till arbete",
    "decision": "Insatsen får fortsätta i två år.",
    "reason": "Fler har börjat arbeta",
    "initiatives": ["Broarna"],
    "confidence": "high",
    "source_title": "Protokoll 3/2031",
    "source_address": "document:storvik-protokoll-2031-3",
}
INITIATIVE: dict[str, Any] = {
    "name": "Broar till arbete",
    "aliases": ["Broarna"],
    "association": "storvik",
    "type": "I",
    "parties": ["Storviks kommun", "Försäkringskassan"],
    "owner": "Storviks kommun",
    "period": "2031–2033",
    "target_group": "Unga utan gymnasieexamen",
    "amounts": [
        {"period": "2031", "sek": 1200000, "kind": "budget"},
        {"period": "2032", "sek": 900000, "kind": "sökt"},
        {"period": "2031–2033", "sek": 3000000, "kind": "projektbudget", "approximate": True},
        {"period": "etapp 1", "sek": 500000, "kind": "bidrag", "note": "från fonden"},
    ],
    "results": ["12 har börjat arbeta"],
    "source_addresses": ["document:storvik-protokoll-2031-3"],
}


def read(folder: Path, *rows: dict[str, Any]) -> tuple[Record, ...]:
    path = folder / "poster.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    records = parse_records(path.read_bytes(), path.name)
    document = collect([folder], {}).documents[0]
    known = from_ledger.extract(document, records, names_of())
    names = names_of([one for one in known if isinstance(one, Initiative)])
    return placed(document, from_ledger.extract(document, records, names))


def placed(document: Document, found: tuple[Record, ...]) -> tuple[Record, ...]:
    for one in found:
        assert one.place.quote == document.text[one.place.start : one.place.end]
    return found


def test_a_decision(tmp_path: Path) -> None:
    (one,) = read(tmp_path, DECISION)
    assert isinstance(one, Decision)
    assert one.what == "Broar till arbete – Insatsen får fortsätta i två år"
    assert (one.stance, one.body, one.date, one.date_kind) == (
        Stance.DECIDED,
        "styrelsen",
        "2031-05-14",
        "beslutsdatum",
    )
    assert (one.reason, one.sek, one.doubt) == ("Fler har börjat arbeta", None, "")
    assert one.place.section == "År 2031"
    assert one.what in one.place.quote


@pytest.mark.parametrize(
    ("change", "stance"),
    [
        ({"decision": "Insatsen beviljades medel."}, Stance.GRANTED),
        ({"amount_sek": 5, "amount_kind": "beviljat"}, Stance.GRANTED),
        ({"decision": "Styrelsen avslog ansökan."}, Stance.REJECTED),
        ({"kind": "positivt ställningstagande"}, Stance.POSITIVE),
        ({"kind": "förslag"}, Stance.PROPOSED),
        ({"kind": "villkor"}, Stance.POSITION),
        ({"kind": "ställningstagande"}, Stance.POSITION),
        ({"kind": "händelse"}, Stance.EVENT),
        ({"kind": "uppdrag"}, Stance.DECIDED),
        ({"kind": "plan eller budget"}, Stance.DECIDED),
    ],
)
def test_kinds_are_kept_apart(tmp_path: Path, change: dict[str, Any], stance: Stance) -> None:
    one, *_ = read(tmp_path, DECISION | change)
    assert isinstance(one, Decision)
    assert one.stance == stance


def test_doubts_are_told(tmp_path: Path) -> None:
    change = {"confidence": "medium", "amount_sek": 5, "amount_kind": "sökt", "amount_approximate": True}
    (one,) = read(tmp_path, DECISION | change | {"date_note": "trolig dag"})
    assert one.doubt == "Uppgiften är inte dubbelkontrollerad. Beloppet är ungefärligt. Om datumet: trolig dag."


def test_decisions_stand_by_year_as_in_the_document(tmp_path: Path) -> None:
    """Those of one year keep the order of the file."""
    rows = [DECISION | {"subject": subject, "date": date} for subject, date in _DATED]
    found = read(tmp_path, *rows)
    assert [one.what.split(" – ")[0] for one in found if isinstance(one, Decision)] == ["Tre", "Ett", "Två"]


_DATED = [("Ett", "2031-05-14"), ("Två", "2031-01-02"), ("Tre", "2030-12-01")]


def test_an_amount_of_a_budget_is_money_too(tmp_path: Path) -> None:
    """What is applied for or granted is not."""
    budget = {"kind": "plan eller budget", "amount_sek": 1200000, "amount_kind": "budget"}
    decision, money = read(tmp_path, DECISION | budget)
    assert isinstance(decision, Decision)
    assert isinstance(money, Money)
    assert (money.year, money.measure, money.sek, money.written) == (2031, Measure.BUDGET, 1_200_000, "1 200 000")
    assert money.initiative == "Broarna"
    assert len(read(tmp_path, DECISION | {"amount_sek": 5, "amount_kind": "sökt"})) == 1


@pytest.mark.parametrize(
    ("text", "period", "doubt"),
    [
        ("Broarna 2031-09-01–2033-02-28: budget 1 200 000 kr.", "2031-09–2033-02", ""),
        ("Budget 1 200 000 kr, beslutad 2031-05-14.", "", "Tiden som beloppet gäller framgår inte."),
    ],
)
def test_the_budget_of_a_whole_project_is_of_its_time_and_no_year(
    tmp_path: Path, text: str, period: str, doubt: str
) -> None:
    change = {"decision": text, "amount_sek": 1200000, "amount_kind": "projektbudget"}
    _, money = read(tmp_path, DECISION | change)
    assert isinstance(money, Money)
    assert (money.year, money.period, money.doubt) == (None, period, doubt)


def test_an_amount_of_a_stage_is_of_the_time_that_the_initiative_gives_it(tmp_path: Path) -> None:
    amounts = [
        {"period": "etapp 1", "sek": 1200000, "kind": "budget"},
        {"period": "etapp 3", "sek": 5, "kind": "budget"},
    ]
    period = "etapp 1: 2031-02-01–2032-03-31; etapp 2: 2032–2033"
    _, one, other = read(tmp_path, INITIATIVE | {"period": period, "amounts": amounts})
    assert isinstance(one, Money)
    assert isinstance(other, Money)
    assert (one.year, one.period, one.doubt) == (None, "2031-02–2032-03", "")
    assert (other.period, other.doubt) == ("", "Avser etapp 3.")


def test_an_initiative_and_its_amounts(tmp_path: Path) -> None:
    """What was applied for is no budget; a contribution is income; what names no year says what it is for."""
    one, *amounts = read(tmp_path, INITIATIVE)
    assert isinstance(one, Initiative)
    assert (one.name, one.aliases, one.owner, one.type) == ("Broar till arbete", ("Broarna",), "Storviks kommun", "I")
    assert one.parties == ("Storviks kommun", "Försäkringskassan")
    assert (one.period, one.target_group) == ("2031–2033", "Unga utan gymnasieexamen")
    assert [(m.year, m.period, m.sek, m.is_income, m.doubt) for m in amounts if isinstance(m, Money)] == [
        (2031, "", 1_200_000, False, ""),
        (None, "2031-01–2033-12", 3_000_000, False, "Beloppet är ungefärligt."),
        (None, "", 500_000, True, "Avser etapp 1. Från fonden."),
    ]
    assert all(one.written in m.place.quote for m in amounts)


def test_an_initiative_of_unknown_type_has_none(tmp_path: Path) -> None:
    one, *_ = read(tmp_path, INITIATIVE | {"type": "okänd", "likely_aliases": ["Bron"]})
    assert isinstance(one, Initiative)
    assert one.type == ""
    assert one.doubt == "Troligen samma insats, men inte belagt: Bron."


def test_decisions_name_initiatives_by_the_names_of_the_register(tmp_path: Path) -> None:
    document, records = written(tmp_path, DECISION)
    names = names_of([Initiative(from_place(document), "storvik", "Broar till arbete", "x", ("Broarna",))])
    (one,) = from_ledger.extract(document, records, names)
    assert isinstance(one, Decision)
    assert one.initiatives == ("Broar till arbete",)


def test_other_records_than_the_document_s_are_refused(tmp_path: Path) -> None:
    document, _ = written(tmp_path, DECISION)
    other = parse_records(json.dumps(DECISION | {"subject": "Annat ärende"}).encode(), "poster.jsonl")
    with pytest.raises(UnreadableFile, match="bygg om indexet"):
        from_ledger.extract(document, other, names_of())


def written(folder: Path, *rows: dict[str, Any]) -> tuple[Document, Any]:
    path = folder / "poster.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return collect([folder], {}).documents[0], parse_records(path.read_bytes(), path.name)


def from_place(document: Document) -> Any:
    (one,) = from_ledger.extract(document, parse_records(json.dumps(DECISION).encode(), "x.jsonl"), names_of())
    return one.place


def test_the_shipped_files_come_in_whole() -> None:
    """Every decision and every initiative of the files in the corpus has its record."""
    names = {entry.id: file for file, entry in load(CORPUS).items() if entry.form == "data"}
    documents = {one.id: one for one in collect([CORPUS], {}).documents if one.source.form == "data"}
    assert documents.keys() == names.keys()
    for id, document in documents.items():
        records = parse_records((CORPUS / names[id]).read_bytes(), names[id])
        found = placed(document, from_ledger.extract(document, records, names_of()))
        assert sum(1 for one in found if isinstance(one, (Decision, Initiative))) == len(records)
        assert all(one.what in one.place.quote for one in found if isinstance(one, Decision))
        assert all(one.written in one.place.quote for one in found if isinstance(one, Money))
