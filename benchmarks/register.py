"""How fast the board's register is read, filtered and sorted, beside the loop that one would write first.

The loop looks for the words as they are typed, in small letters, in every record, so it finds no other forms of them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks import measure
from benchmarks.measure import Figures

WORDS = ("kartläggning", "medel ohälsa", "insats 17", "finnsinte")


def selecting(records: int, repeat: int) -> Figures:
    """Ask a register of so many records for words, kinds, years and initiatives, sorted by different columns.

    Returns:
        Milliseconds of a question (median, 95th percentile and the slowest), of the loop (median), of reading the
        records from their file (median), of opening the register, and of the figures of its plots.
    """
    from assistant.register.entries import Kind, texts_of
    from assistant.register.selection import Column, Order, Register, Wanted
    from assistant.register.series import figures
    from ingest.register import storage
    from tests.assistant.register.records import SOURCES, many

    made = many(records)
    with TemporaryDirectory() as folder:
        storage.save(made, Path(folder))
        read = [_milliseconds(storage.load, Path(folder)) for _ in range(repeat)]
    begun = perf_counter()
    register = Register(made, SOURCES)
    opened = (perf_counter() - begun) * 1000
    limits = (
        Wanted(),
        Wanted(kinds=frozenset({Kind.DECISION}), years=frozenset({2010, 2011})),
        Wanted(initiatives=frozenset({"Insats 17"}), since="2005", until="2020-06"),
        *(Wanted(text=words) for words in WORDS),
    )
    asked = [(wanted, Order(column)) for wanted in limits for column in Column]
    taken = [_milliseconds(register.select, *one) for _ in range(repeat) for one in asked]
    texts = [" ".join(texts_of(record)) for record in made]
    plain = [_milliseconds(_loop, texts, words) for _ in range(repeat) for words in WORDS]
    return {
        "records": records,
        "read_ms": measure.percentile(read, 0.5),
        "opened_ms": opened,
        "select_ms": measure.percentile(taken, 0.5),
        "select_p95_ms": measure.percentile(taken, 0.95),
        "slowest_ms": max(taken),
        "loop_ms": measure.percentile(plain, 0.5),
        "figures_ms": _milliseconds(figures, register.entries),
    }


def _loop(texts: list[str], words: str) -> list[int]:
    return [place for place, text in enumerate(texts) if all(word in text.lower() for word in words.lower().split())]


def _milliseconds(do: Callable[..., object], *given: object) -> float:
    begun = perf_counter()
    do(*given)
    return (perf_counter() - begun) * 1000
