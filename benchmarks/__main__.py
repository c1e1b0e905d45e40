"""Measure this project beside the plain pipeline of the textbooks.

    python -m benchmarks [--quick] [--sizes 1000 10000 100000] [--only NAME] [--write]

Without ``--write`` the tables are printed and nothing is kept but what lies in ``benchmarks/data``.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks import measure, ours, quality, textbook, texts
from benchmarks.measure import ROOT, Figures, apart
from benchmarks.report import insert, render

HERE = Path(__file__).resolve().parent
ASSOCIATION = texts.ASSOCIATIONS[2]
RECORDS = 10_000
"""Of the register: far more than an association has in all its years."""
QUESTION = "Hur mycket pengar finns det kvar att söka i år?"


@dataclass(frozen=True, slots=True)
class Run:
    """What to measure, and how thoroughly."""

    sizes: tuple[int, ...]
    repeat: int
    questions: int
    sample: int
    """Bytes of text that the textbook pipeline indexes: it needs an hour for 100,000 passages."""
    is_quick: bool

    @property
    def base(self) -> Path:
        """The textbook store of the sample, which larger ones are filled up from."""
        return texts.WORK / "textbook" / "sample"


def indexing(run: Run) -> Figures:
    """Passages and megabytes a second, from a folder of files to an index that serves."""
    sampled = [str(path) for path in texts.sample(texts.corpus(max(run.sizes)), run.sample)]
    return {
        "ours": {str(size): _index(run, size) for size in run.sizes},
        "textbook": _speed(apart("textbook.index", files=sampled, store=run.base)),
    }


def asking(run: Run) -> Figures:
    """Milliseconds for a question, with and without a filter."""
    if not run.base.is_dir():
        indexing(run)
    return {str(size): _ask(run, size) for size in run.sizes}


def starting(run: Run) -> Figures:
    """Seconds from a command to an answer, and to a page that listens; on our own corpus."""
    index, store = _own_indexes()
    return {
        "answer": {
            "ours": ours.cold_answer(str(index), QUESTION, run.repeat),
            "textbook": textbook.cold_answer(str(store), QUESTION, run.repeat),
        },
        "page": {"ours": ours.page(str(index), run.repeat), "textbook": textbook.page(str(store), run.repeat)},
    }


def finding(run: Run) -> Figures:
    """How often the passage that answers is found."""
    own = quality.own_questions()
    quality.check(own, ROOT / "corpus")
    found = {"own": _hits("corpus", ROOT / "corpus", own)}
    if (quality.SHARED / "eval" / "qa_dev.json").is_file():
        found["shared"] = _hits("shared", quality.SHARED / "seeds", quality.shared_questions())
    if (quality.SHARED / "eval" / "retrieval").is_dir():
        folder = texts.WORK / "retrieval"
        quality.write_retrieval_texts(folder)
        found["retrieval"] = {
            "ours": apart("quality.retrieval_ours", folder=folder, index=f"{folder}-index"),
            "bm25": apart("quality.retrieval_bm25"),
        }
        if not run.is_quick:
            found["retrieval"]["textbook"] = apart("quality.retrieval_textbook", folder=folder, store=f"{folder}-store")
    return found


def screening(run: Run) -> Figures:
    """Milliseconds a draft, memory of a pile, and right verdicts, beside a checklist of words."""
    index, _ = _own_indexes()
    return {
        "speed": apart("screening.speed", index=index, folder=texts.WORK / "drafts", repeat=3 * run.repeat),
        "verdicts": apart("screening.verdicts", index=index, folder=texts.WORK / "damaged"),
    }


def register(run: Run) -> Figures:
    """Milliseconds to filter and sort the board's register, beside a plain loop over its texts."""
    return apart("register.selecting", records=RECORDS, repeat=3 * run.repeat)


def phrasing(run: Run) -> Figures:
    """Planted errors and good sentences that pass the check of a model's sentences, beside one of figures alone."""
    index, _ = _own_indexes()
    return apart("phrasing.checking", index=index)


PARTS: dict[str, Callable[[Run], Figures]] = {
    "indexing": indexing,
    "asking": asking,
    "starting": starting,
    "finding": finding,
    "screening": screening,
    "register": register,
    "phrasing": phrasing,
}


def _index(run: Run, size: int) -> Figures:
    """Index one corpus several times (a large one once): the run of median speed."""
    corpus = texts.corpus(size)
    times = 1 if size > 20_000 else run.repeat
    runs = [apart("ours.index", folder=corpus.folder, index=_index_folder(size)) for _ in range(times)]
    middle = statistics.median_low(one["seconds"] for one in runs)
    chosen = next(one for one in runs if one["seconds"] == middle)
    return _speed({**chosen, "bytes": corpus.size, "all_seconds": [one["seconds"] for one in runs]})


def _speed(figures: Figures) -> Figures:
    seconds = figures["seconds"]
    speeds = {"passages_per_second": figures["passages"] / seconds, "mb_per_second": figures["bytes"] / 1e6 / seconds}
    return {**figures, **speeds}


def _ask(run: Run, size: int) -> Figures:
    corpus = texts.corpus(size)
    index, store = _index_folder(size), texts.WORK / "textbook" / str(size)
    # Nothing happens when it is there already and was built by the code of now.
    apart("ours.index", folder=corpus.folder, index=index, anew=False)
    apart("textbook.fill", store=store, base=run.base, size=size)
    given = {
        "questions": texts.questions(corpus, run.questions),
        "warming": texts.questions(corpus, 10, seed=1),
        "association": ASSOCIATION,
    }
    return {
        "ours": apart("ours.ask", index=index, **given),
        "textbook": apart("textbook.ask", store=store, **given),
    }


def _hits(name: str, folder: Path, items: Sequence[quality.Item]) -> Figures:
    given = {"folder": folder, "items": quality.as_arguments(items)}
    return {
        "ours": apart("quality.hits_ours", index=texts.WORK / f"{name}-index", **given),
        "textbook": apart("quality.hits_textbook", store=texts.WORK / f"{name}-store", **given),
    }


def _own_indexes() -> tuple[Path, Path]:
    """The project's own corpus, indexed by both pipelines."""
    index, store = texts.WORK / "corpus-index", texts.WORK / "corpus-store"
    apart("ours.index", folder=ROOT / "corpus", index=index)
    apart("textbook.index", files=[str(path) for path in quality.readable(ROOT / "corpus")], store=store)
    return index, store


def _index_folder(size: int) -> Path:
    return texts.WORK / "ours" / str(size)


def _version() -> str:
    command = ["git", "describe", "--always", "--dirty"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="small sizes, few questions: a few minutes")
    parser.add_argument("--sizes", type=int, nargs="+", default=None, help="passages (1000 10000 100000)")
    parser.add_argument("--only", choices=PARTS, help="one part of it")
    parser.add_argument("--write", action="store_true", help="store the results and renew the tables of README.md here")
    options = parser.parse_args(arguments)
    if options.write and (options.only or options.quick):
        parser.error("--write is for whole runs")
    if options.quick:
        run = Run(tuple(options.sizes or (1000,)), 1, 20, 60_000, is_quick=True)
    else:
        run = Run(tuple(options.sizes or (1000, 10_000, 100_000)), 3, 100, 400_000, is_quick=False)
    figures: Figures = {
        "date": date.today().isoformat(),
        "version": _version(),
        "machine": measure.machine(),
        "load": {"before": measure.load()},
    }
    for name in [options.only] if options.only else PARTS:
        print(f"{name} ...", file=sys.stderr, flush=True)
        figures[name] = PARTS[name](run)
        figures["load"][name] = measure.load()
    print(render(figures))
    kept = texts.WORK / "last.json" if not options.write else HERE / "results" / f"{figures['date']}.json"
    kept.parent.mkdir(exist_ok=True)
    kept.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if options.write:
        insert(HERE / "README.md", render(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
