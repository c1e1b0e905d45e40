"""Small documents to build an index of, and what is asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.generation import Generation, open_generation
from ingest.serving import current_folder

SUBJECTS = ["budget", "målgrupp", "samverkan", "uppföljning", "rehabilitering", "jobbcoach", "styrelsen", "revision"]


def write_plan(folder: Path, subject: str, extra: str = "") -> None:
    sections = "\n\n".join(
        f"## Avsnitt {number}\n\nOm {subject} i Avesund, del {number}. {extra}\n\n"
        + f"Förbundet beskriver {subject} närmare här och prövar nya arbetssätt tillsammans med parterna. " * 5
        for number in range(5)
    )
    (folder / f"{subject}.md").write_text(f"# Plan för {subject} 2031\n\n{sections}\n", encoding="utf-8")


def write_plans(folder: Path) -> Path:
    """Make the folder, with a document of five passages or so for each subject."""
    folder.mkdir()
    for subject in SUBJECTS:
        write_plan(folder, subject)
    return folder


@contextmanager
def opened(index: Path) -> Iterator[Generation]:
    generation = open_generation(index)
    try:
        yield generation
    finally:
        generation.close()


def answers(index: Path, subject: str) -> bool:
    """Whether both halves of the index find the subject's own document first."""
    with opened(index) as generation:
        words = int(generation.lexical.scores([(subject, 1.0)]).argmax())
        (near, similarity), *_ = generation.nearest(generation.embedder.embed_query(f"Plan för {subject}"), 3)
        ids = {generation.sources[generation.passages.document[row]].id for row in (words, near)}
        return ids == {subject} and -1 <= similarity <= 1 + 1e-5


def serving(index: Path) -> str:
    folder = current_folder(index)
    assert folder is not None
    return folder.name
