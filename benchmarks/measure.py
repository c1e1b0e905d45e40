"""Time, memory and the machine. Whatever is measured runs in a process of its own, so that memory is its own too.

    python -m benchmarks.measure MODULE.FUNCTION JSON-ARGUMENTS OUT.json

calls a function of this package in a fresh process and writes what it returns, with the process's peak memory.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module, metadata
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[1]

Figures = dict[str, Any]
"""What was measured, as it stands in the stored results: seconds, milliseconds (``_ms``), megabytes (``_mb``)."""

PACKAGES = ("chromadb", "gradio", "langchain-core", "numpy", "scipy", "sentence-transformers", "torch")

_KILOBYTE = 1 if sys.platform == "darwin" else 1024
"""Bytes in a unit of ``ru_maxrss``."""


class MeasurementFailed(Exception):
    """A process that was measured has failed; the text ends with what it wrote to standard error."""


def apart(task: str, **arguments: Any) -> Figures:
    """Call ``benchmarks.<task>`` in a process of its own.

    Returns:
        What it returned, with ``peak_mb``: the process's greatest resident memory plus that of its largest child.
    """
    with TemporaryDirectory() as folder:
        out = Path(folder) / "figures.json"
        command = [sys.executable, "-m", "benchmarks.measure", task, json.dumps(arguments, default=str), str(out)]
        done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
        if done.returncode:
            raise MeasurementFailed(f"{task} ended with {done.returncode}: {done.stderr[-1500:]}")
        figures: Figures = json.loads(out.read_text(encoding="utf-8"))
        return figures


def environment(**more: str) -> dict[str, str]:
    """Environment of a measured process: nothing is looked up outside the machine."""
    quiet = {"HF_HUB_OFFLINE": "1", "ANONYMIZED_TELEMETRY": "False", "GRADIO_ANALYTICS_ENABLED": "False"}
    return {**os.environ, **quiet, "PYTHONPATH": str(ROOT), **more}


def run_command(arguments: Sequence[str], repeat: int, **more: str) -> Figures:
    """Run a command a few times, from start to end: the median in seconds, all of them, and the peak memory."""
    seconds, peaks = [], []
    for _ in range(repeat):
        begun = time.perf_counter()
        process = subprocess.Popen(
            arguments, cwd=ROOT, env=environment(**more), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds.append(time.perf_counter() - begun)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise MeasurementFailed(f"{' '.join(arguments)} ended with {process.returncode}")
        peaks.append(usage.ru_maxrss * _KILOBYTE / 1e6)
    return {"seconds": statistics.median(seconds), "all_seconds": seconds, "peak_mb": statistics.median(peaks)}


def wait_for_page(command: Callable[[int], Sequence[str]], repeat: int, path: str = "/", **more: str) -> Figures:
    """Start a server on a free port, wait until ``path`` answers with 200, and end it; seconds, the median."""
    seconds = [_until_answer(command, path, more) for _ in range(repeat)]
    return {"seconds": statistics.median(seconds), "all_seconds": seconds}


def _until_answer(command: Callable[[int], Sequence[str]], path: str, more: dict[str, str]) -> float:
    port = _free_port()
    begun = time.perf_counter()
    process = subprocess.Popen(
        command(port),
        cwd=ROOT,
        env=environment(FINSAM_PORT=str(port), **more),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while time.perf_counter() - begun < 120:
            if process.poll() is not None:
                raise MeasurementFailed(f"{' '.join(command(port))} ended with {process.returncode}")
            if _answers(f"http://127.0.0.1:{port}{path}"):
                return time.perf_counter() - begun
            time.sleep(0.02)
    finally:
        process.terminate()
        process.wait(timeout=30)
    raise MeasurementFailed(f"{' '.join(command(port))} does not answer within two minutes")


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def _free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return int(place.getsockname()[1])


def latency(ask: Callable[[str], object], warming: Iterable[str], questions: Sequence[str]) -> Figures:
    """Ask one question after the other, after those that warm up.

    Returns:
        Median and 95th percentile of the clock, and the median of the processor's time, in milliseconds.
    """
    for question in warming:
        ask(question)
    taken, worked = [], []
    for question in questions:
        begun, idle = time.perf_counter(), time.process_time()
        ask(question)
        taken.append((time.perf_counter() - begun) * 1000)
        worked.append((time.process_time() - idle) * 1000)
    return {
        "p50_ms": percentile(taken, 0.5),
        "p95_ms": percentile(taken, 0.95),
        "cpu_ms": percentile(worked, 0.5),
        "questions": len(taken),
    }


def percentile(values: Sequence[float], share: float) -> float:
    """The value that ``share`` (0…1) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, ceil(share * len(ordered) - 1e-9) - 1)]


def peak_mb() -> float:
    """Greatest resident memory of this process so far, plus that of its largest ended child; megabytes."""
    own, children = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return (own + children) * _KILOBYTE / 1e6


def cpu_seconds() -> float:
    """Processor time of this process and its ended children: what a busy machine changes least."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def load() -> float:
    """Processes that wanted to run during the last minute, on average."""
    return os.getloadavg()[0]


def machine() -> Figures:
    """Describe the machine and the versions that figures depend on."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "python": platform.python_version(),
        "packages": {name: metadata.version(name) for name in PACKAGES},
    }


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    lines = information.read_text(encoding="utf-8").splitlines() if information.is_file() else []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.processor()


def main(arguments: Sequence[str]) -> int:
    task, given, out = arguments
    module, _, name = task.rpartition(".")
    figures: Figures = getattr(import_module(f"benchmarks.{module}"), name)(**json.loads(given))
    Path(out).write_text(json.dumps({"peak_mb": peak_mb(), **figures}), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
