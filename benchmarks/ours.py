"""This project's pipeline, measured; each function is called in a process of its own."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import measure
from benchmarks.measure import Figures

K = 10
"""Passages asked for."""


def index(folder: str, index: str, *, anew: bool = True) -> Figures:
    """Build an index, from nothing unless told otherwise: passages, seconds, and when each step had ended.

    The imports of this process are not counted, as they are not for the textbook pipeline; those of the processes that
    every build starts for Chroma are.
    """
    from ingest.build import build

    with tempfile.TemporaryDirectory() as place:
        for name in ("plan.md", "beslut.txt"):
            Path(place, name).write_text("# Uppvärmning\n\nEtt stycke om ingenting.\n", encoding="utf-8")
        build([Path(place)], Path(place, "index"))
    if anew:
        shutil.rmtree(index, ignore_errors=True)
    begun, spent = time.perf_counter(), measure.cpu_seconds()
    steps: dict[str, float] = {}

    def progress(step: str, done: int, total: int) -> None:
        steps[step] = time.perf_counter() - begun

    report = build([Path(folder)], Path(index), progress=progress)
    return {
        "documents": report.documents,
        "passages": report.passages,
        "seconds": time.perf_counter() - begun,
        "cpu_seconds": measure.cpu_seconds() - spent,
        "steps": steps,
    }


def ask(index: str, questions: Sequence[str], warming: Sequence[str], association: str) -> Figures:
    """Search with and without a filter, and answer; the first question opens the index, then it is warmed as the page
    does it."""
    from assistant.answers import Scope
    from assistant.service import Assistant
    from ingest.settings import Settings

    scope = Scope(associations=frozenset({association}))
    begun = time.perf_counter()
    assistant = Assistant(Settings(index_folder=Path(index), data=Path(index).with_suffix(".data")))
    assistant.search(warming[0], K)
    opened = time.perf_counter() - begun
    assistant.warm()
    return {
        "open_seconds": opened,
        "search": measure.latency(lambda question: assistant.search(question, K), warming, questions),
        "filtered": measure.latency(lambda question: assistant.search(question, K, scope), warming, questions),
        "search_peak_mb": measure.peak_mb(),
        "answer": measure.latency(assistant.ask, warming, questions),
        "answer_filtered": measure.latency(lambda question: assistant.ask(question, (), scope), warming, questions),
    }


def cold_answer(index: str, question: str, repeat: int) -> Figures:
    """The command line from start to answer."""
    command = [sys.executable, "-m", "assistant", "ask", question, "--index", index]
    return measure.run_command(command, repeat, FINSAM_DATA=f"{index}.data")


def page(index: str, repeat: int) -> Figures:
    """``python app.py`` until the page answers, and until an index serves behind it."""
    settings = {"FINSAM_INDEX_FOLDER": index, "FINSAM_DATA": f"{index}.data"}
    listening = measure.wait_for_page(lambda port: [sys.executable, "app.py"], repeat, **settings)
    ready = measure.wait_for_page(lambda port: [sys.executable, "app.py"], repeat, "/healthz", **settings)
    return {"listening": listening, "ready": ready}
