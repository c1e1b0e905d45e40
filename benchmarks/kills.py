"""Kill builds at random moments and see that the index opens and answers after every one.

    python -m benchmarks.kills [--kills 100] [--seed 0] [--json OUT]

A corpus of 60 small documents is generated in a temporary folder and indexed. Then, time after time, a few documents
change, a build is started (every third from scratch), and ``kill -9`` hits it at a random moment: every second time
the build alone, else with its child processes. After each kill a new process opens the index, and must find a document
by its words and by its vector, and its text. Kills that come too late to hit a build are not counted among ``--kills``.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from itertools import count
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
SUBJECTS = ("budgeten", "målgruppen", "samverkan", "uppföljningen", "rehabiliteringen", "jobbcoachen", "revisionen")
DOCUMENTS = 60


def write(folder: Path, number: int, version: int) -> None:
    """Write document ``number``; its own word stands in it and nowhere else."""
    subject = SUBJECTS[number % len(SUBJECTS)]
    sections = "\n\n".join(
        f"## Avsnitt {part}\n\nI {word(number)} gäller lydelse {version} av del {part}. "
        + f"Parterna prövar {subject} tillsammans och följer upp den efter halva tiden. " * 6
        for part in range(6)
    )
    text = f"# Plan {number} för {word(number)}\n\n{sections}\n"
    (folder / f"plan-{number}.md").write_text(text, encoding="utf-8")


def word(number: int) -> str:
    return "Bergslund" + "aeiouyåäö"[number % 9] + "dfklmnrst"[number // 9] + "a"


def start(corpus: Path, index: Path, *, rebuild: bool) -> subprocess.Popen[bytes]:
    arguments = [str(corpus), "--index", str(index), *(["--rebuild"] if rebuild else [])]
    return subprocess.Popen(
        [sys.executable, "-m", "ingest", *arguments],
        cwd=HOME,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def answers(index: Path, number: int) -> bool:
    """Whether a new process finds the document both ways."""
    arguments = [sys.executable, "-m", "benchmarks.kills", "--ask", str(index), "--document", str(number)]
    return subprocess.run(arguments, cwd=HOME, check=False).returncode == 0


def ask(index: Path, number: int) -> int:
    """In the new process: 0 when the index answers, else 1."""
    from ingest.generation import open_generation

    generation = open_generation(index)
    vector = generation.embedder.embed_query(f"Plan {number} för {word(number)}")
    rows = [int(generation.lexical.scores([(word(number), 1.0)]).argmax()), generation.nearest(vector, 1)[0][0]]
    sources = [generation.sources[generation.passages.document[row]].id for row in rows]
    text = generation.document(sources[0]).text
    whole = generation.store.count() == len(generation.passages)
    generation.close()
    return 0 if whole and sources == [f"plan-{number}"] * 2 and word(number) in text else 1


def run(kills: int, seed: int) -> dict[str, object]:
    chance = random.Random(seed)
    tally: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        corpus, index = Path(folder, "dokument"), Path(folder, "index")
        corpus.mkdir()
        for number in range(DOCUMENTS):
            write(corpus, number, 0)
        begun = time.monotonic()
        start(corpus, index, rebuild=False).wait()
        whole = time.monotonic() - begun
        for kill in count():
            if tally["killed while building"] == kills:
                break
            for number in chance.sample(range(DOCUMENTS), 3):
                write(corpus, number, kill + 1)
            before = (index / "current").read_text(encoding="utf-8")
            build = start(corpus, index, rebuild=kill % 3 == 0)
            time.sleep(chance.uniform(0, whole))
            tally["builds"] += 1
            tally["killed while building"] += build.poll() is None
            with suppress(ProcessLookupError):
                (os.kill if kill % 2 else os.killpg)(build.pid, signal.SIGKILL)
            build.wait()
            tally["new index served"] += (index / "current").read_text(encoding="utf-8") != before
            tally["answered afterwards"] += answers(index, chance.randrange(DOCUMENTS))
        last = start(corpus, index, rebuild=False).wait()
    return {"kills": kills, "seed": seed, "build_seconds": round(whole, 1), "last_build": last, **tally}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--ask", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--document", type=int, default=0, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.ask:
        return ask(options.ask, options.document)
    result = run(options.kills, options.seed)
    print(json.dumps(result, indent=2))
    if options.json:
        options.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return 0 if result["answered afterwards"] == result["builds"] and result["last_build"] == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
