"""The gold lists, as what is wanted of an extraction. The head of each file says what its keys mean."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ingest.register.model import Decision, Goal, Money, Record, Result
from tests.ingest.register.matching import Wanted, bare, holds, months, plain

GOLD = Path(__file__).parent / "gold"
_FACTORS = {"kr": 1, "tkr": 1_000, "mkr": 1_000_000}

Facts = dict[str, Any]


def load(kind: str) -> Facts:
    """A gold file: decisions, money, goals or results."""
    return tomllib.loads((GOLD / f"{kind}.toml").read_text(encoding="utf-8"))


def repeated(facts: Facts) -> Iterator[Facts]:
    """An entry that is told several times: once as it is, then as optional."""
    for number in range(facts.get("times", 1)):
        yield facts | {"optional": facts.get("optional", False) or number > 0}


def decisions() -> list[Wanted]:
    return [decision(facts) for facts in load("decisions")["decision"]]


def decision(facts: Facts) -> Wanted:
    """Also for minutes, where a decision has its paragraph."""

    def fits(record: Record) -> bool:
        return (
            isinstance(record, Decision)
            and record.place.document == facts["document"]
            and record.stance in facts["stance"]
            and holds(record.what, facts["has"])
            and bare(record.paragraph) == bare(facts.get("paragraph", record.paragraph))
        )

    return Wanted(_named(facts), fits, lambda record: _decision_faults(facts, record), facts.get("optional", False))


def _decision_faults(facts: Facts, record: Record) -> list[str]:
    assert isinstance(record, Decision)
    faults = []
    if plain(facts.get("body", "")) not in plain(record.body):
        faults.append(f"body {record.body!r}")
    if "reason" in facts and not (
        holds(record.reason, facts["reason"]) and bool(record.reason) == bool(facts["reason"])
    ):
        faults.append(f"reason {record.reason!r}")
    if record.date != facts.get("date", record.date) or record.date == facts.get("not_date", "-"):
        faults.append(f"date {record.date!r}")
    if record.sek != facts.get("sek", record.sek):
        faults.append(f"sek {record.sek!r}")
    if not holds(" ".join((*record.initiatives, record.what)), [facts.get("initiative", "")]):
        faults.append(f"initiatives {record.initiatives!r}")
    if not holds(" ".join(record.reservations), facts.get("reservations", [])):
        faults.append(f"reservations {record.reservations!r}")
    if record.reservations and not facts.get("reservations"):
        faults.append(f"reservations {record.reservations!r}")
    return faults


def _is_reason(text: str, words: list[str]) -> bool:
    return holds(text, words) if words else not text


def money() -> list[Wanted]:
    return [amount(facts) for facts in amounts()]


def amounts() -> Iterator[Facts]:
    """One entry a cell that is not empty."""
    for table in load("money")["table"]:
        shared = {key: table[key] for key in ("document", "unit", "optional", "sheet") if key in table}
        for row in table["rows"]:
            for column, sek in zip(table["columns"], row["cells"], strict=True):
                if sek != "":
                    yield {"period": "", **shared, **column, **row, "sek": sek, "written": _written(sek, table["unit"])}


def _written(sek: int, unit: str) -> str:
    """The digits in the document's unit, with a comma and no minus sign."""
    return f"{abs(sek) / _FACTORS[unit]:.3f}".rstrip("0").rstrip(".").replace(".", ",")


def amount(facts: Facts) -> Wanted:
    def fits(record: Record) -> bool:
        return (
            isinstance(record, Money)
            and record.place.document == facts["document"]
            and _is_named(facts, record.label, *((record.initiative, record.table) if "sheet" in facts else ()))
            and _is_when(facts["year"], (facts["period"],), record)
            and record.measure in facts["measure"].split("|")
            and (abs(record.sek) == abs(facts["sek"]) if "cost" in facts else record.sek == facts["sek"])
        )

    return Wanted(_named(facts), fits, lambda record: _amount_faults(facts, record), facts.get("optional", False))


def _amount_faults(facts: Facts, record: Record) -> list[str]:
    assert isinstance(record, Money)
    faults = []
    if record.unit != facts["unit"]:
        faults.append(f"unit {record.unit!r}")
    if facts["written"] not in "".join(record.written.split()):
        faults.append(f"written {record.written!r}")
    if record.is_sum != facts.get("sum", record.is_sum):
        faults.append(f"is_sum {record.is_sum}")
    if record.is_income != facts.get("income", record.is_income):
        faults.append(f"is_income {record.is_income}")
    return faults


def goals() -> list[Wanted]:
    return [goal(facts) for entry in load("goals")["goal"] for facts in repeated(entry)]


def goal(facts: Facts) -> Wanted:
    def fits(record: Record) -> bool:
        return (
            isinstance(record, Goal)
            and record.place.document == facts["document"]
            and facts["year"] in (0, record.year)
            and holds(record.what, facts["has"])
        )

    return Wanted(_named(facts), fits, lambda record: _goal_faults(facts, record), facts.get("optional", False))


def _goal_faults(facts: Facts, record: Record) -> list[str]:
    assert isinstance(record, Goal)
    faults = []
    if not holds(f"{record.target} {record.what}", facts.get("target", [])):
        faults.append(f"target {record.target!r}")
    if plain(record.responsible) != plain(facts.get("responsible", record.responsible)):
        faults.append(f"responsible {record.responsible!r}")
    if not holds(record.area, facts.get("area", [])):
        faults.append(f"area {record.area!r}")
    return faults


def results() -> list[Wanted]:
    return [result(facts) for entry in numbers() for facts in repeated(entry)]


def numbers() -> Iterator[Facts]:
    """One entry a goal or an outcome."""
    for table in load("results")["table"]:
        shared = {key: table[key] for key in ("document", "year", "optional", "what") if key in table}
        for row in table["rows"]:
            kept = {key: value for key, value in row.items() if key not in ("goal", "outcome")}
            for key, measure in (("goal", "mål"), ("outcome", "utfall")):
                if key in row:
                    yield {**shared, **kept, "number": row[key], "measure": measure, "periods": table[key]}


def result(facts: Facts) -> Wanted:
    def fits(record: Record) -> bool:
        return (
            isinstance(record, Result)
            and record.place.document == facts["document"]
            and (_is_named(facts, record.label) or _is_named(facts, record.initiative))
            and _is_when(facts["year"], facts["periods"], record)
            and record.measure == facts["measure"]
            and record.number == facts["number"]
            and any(plain(word) in plain(record.what) for word in facts["what"])
        )

    return Wanted(_named(facts), fits, lambda record: _result_faults(facts, record), facts.get("optional", False))


def _result_faults(facts: Facts, record: Record) -> list[str]:
    assert isinstance(record, Result)
    return [] if str(facts["number"]) in "".join(record.written.split()) else [f"written {record.written!r}"]


def _is_named(facts: Facts, *texts: str) -> bool:
    if "label" in facts:
        return bare(facts["label"]) in map(bare, texts)
    return any(holds(text, facts["has"]) for text in texts)


def _is_when(year: int, periods: tuple[str, ...], record: Money | Result) -> bool:
    in_time = "*" in periods or months(record.period) in [months(period) for period in periods]
    return year in (0, record.year) and in_time


_UNNAMED = frozenset({"cells", "sum", "income", "cost", "optional", "times", "reason"})


def _named(facts: Facts) -> str:
    return " ".join(str(value) for key, value in facts.items() if key not in _UNNAMED)
