"""Compare figures: does every number of an original stand in its restatement?

    python -m benchmarks.figures ORIGINALS CORPUS

``ORIGINALS`` holds ``<id>.txt``, ``CORPUS`` the restatement ``<id>.md``. Amounts, counts, percentages, dates, years
and small numbers written as words are taken; the row of a table whose cells only spaces part must stand in one line of
the restatement, in its order. What is rightly left out (page numbers, the axis of a chart) is listed with its reason
in ``figures_left_out.toml``. Exit status: 0 when nothing is missing, 1 when something is, 2 when a file is.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from benchmarks.numbers import Number, numbers, plain
from ingest.tables.splits import figure_words, splits

LEFT_OUT = Path(__file__).with_name("figures_left_out.toml")


@dataclass(frozen=True, slots=True)
class Missing:
    """A number, or a row of them, that the restatement lacks, with the words around it."""

    figure: str
    context: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of the figures of one document."""

    found: int = 0
    left_out: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    needless: tuple[str, ...] = ()
    """Figures of the list of those left out that no longer need to be there."""


class LeftOut(BaseModel):
    """A figure that a restatement rightly lacks."""

    model_config = ConfigDict(extra="forbid")

    document: str
    figure: str
    reason: str = Field(min_length=3)


class _List(BaseModel):
    model_config = ConfigDict(extra="forbid")

    left_out: list[LeftOut] = []


@dataclass(slots=True)
class _Known:
    """The numbers of a restatement."""

    numbers: set[tuple[str, str]] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    rows: list[list[str]] = field(default_factory=list)

    def has(self, reading: Sequence[Number]) -> bool:
        """True when one number stands anywhere, or several stand next to each other in one line."""
        if len(reading) == 1:
            number = reading[0]
            return (number.key, number.unit) in self.numbers if number.unit else number.key in self.keys
        keys = [number.key for number in reading]
        size = len(keys)
        return any(row[at : at + size] == keys for row in self.rows for at in range(len(row) - size + 1))


def compare(original: str, restatement: str, left_out: Sequence[str] = ()) -> Comparison:
    """Compare the numbers of two texts; ``left_out`` are figures as they stand in the original."""
    text, known = plain(original), _known(restatement)
    asked = list(_asked(text))
    lacking = [
        Missing(" ".join(text[start:end].split()), _around(text, start, end))
        for start, end, readings in asked
        if not any(known.has(reading) for reading in readings)
    ]
    excused = [missing.figure for missing in lacking if missing.figure in left_out]
    return Comparison(
        found=len(asked) - len(lacking),
        left_out=tuple(excused),
        missing=tuple(missing for missing in lacking if missing.figure not in left_out),
        needless=tuple(figure for figure in left_out if figure not in excused),
    )


def read_left_out(path: Path = LEFT_OUT) -> list[LeftOut]:
    """The list of figures left out; raises ``ValidationError`` or ``TOMLDecodeError`` when it is not one."""
    return _List.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).left_out


def compare_folders(originals: Path, corpus: Path, left_out: Sequence[LeftOut]) -> Mapping[str, Comparison]:
    """Compare each ``<id>.txt`` of ``originals`` with ``<id>.md`` of ``corpus``, by id.

    Raises:
        FileNotFoundError: there is no original, or one has no restatement.
    """
    paths = sorted(originals.glob("*.txt"))
    if not paths:
        raise FileNotFoundError(f"{originals} holds no original (*.txt)")
    return {
        path.stem: compare(
            path.read_text(encoding="utf-8"),
            (corpus / f"{path.stem}.md").read_text(encoding="utf-8"),
            [entry.figure for entry in left_out if entry.document == path.stem],
        )
        for path in paths
    }


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.figures", description=__doc__)
    parser.add_argument("originals", type=Path)
    parser.add_argument("corpus", type=Path)
    options = parser.parse_args(arguments)
    try:
        results = compare_folders(options.originals, options.corpus, read_left_out())
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 2
    for id, result in results.items():
        excused, lacking = len(result.left_out), len(result.missing)
        print(f"{id}: {result.found + excused + lacking} figures in the original, {result.found} found, ", end="")
        print(f"{excused} left out with a reason, {lacking} missing")
        for missing in result.missing:
            print(f"  missing: {missing.figure!r} in {missing.context!r}")
        for figure in result.needless:
            print(f"  listed as left out without need: {figure!r}")
    return int(any(result.missing or result.needless for result in results.values()))


def _known(restatement: str) -> _Known:
    known = _Known()
    for line in restatement.splitlines():
        row = numbers(line)
        known.rows.append([number.key for number in row])
        for number in row:
            known.numbers.add((number.key, number.unit))
            known.keys |= {number.key, *_wider(number.key)}
    return known


def _wider(key: str) -> Iterator[str]:
    """A day also tells its month and year."""
    parts = key.split("-")
    if len(parts) > 1 and re.fullmatch(r"(?:19|20)\d\d", parts[0]):
        yield from ("-".join(parts[:size]) for size in range(1, len(parts)))


def _asked(original: str) -> Iterator[tuple[int, int, list[list[Number]]]]:
    """What is asked of the restatement: (start, end, ways to read it as numbers)."""
    rows = list(_rows(original))
    for start, end in rows:
        cells = [split.cells for split in splits(original[start:end].split())]
        yield start, end, [[number for text in texts for number in numbers(text)] for texts in cells]
    for number in numbers(original):
        if not any(start <= number.start < end for start, end in rows):
            yield number.start, number.start + len(number.text), [[number]]


def _rows(original: str) -> Iterator[tuple[int, int]]:
    """The runs of two figures or more at the ends of lines, where nothing but spaces parts the cells."""
    for match in re.finditer(r".+", original):
        line = match[0].rstrip()
        words = figure_words(line)[1]
        run = re.search(" +".join(map(re.escape, words)) + "$", line) if words else None
        if run and sum(any(sign.isdigit() for sign in word) for word in words) > 1:
            yield match.start() + run.start(), match.start() + run.end()


def _around(text: str, start: int, end: int) -> str:
    return " ".join(text[max(0, start - 40) : end + 30].split())


if __name__ == "__main__":
    sys.exit(main())
