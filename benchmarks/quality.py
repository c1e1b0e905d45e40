"""Does the search find what answers? hit@k on quotes, nDCG@10 and recall@10 on a retrieval set.

A passage is a hit when the quote stands in it, letters and digits compared: what parts the cells of a table differs
between the pipelines. Each function is called in a process of its own.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import accumulate
from math import log2
from pathlib import Path
from typing import Any

from benchmarks import ours, textbook
from benchmarks.measure import Figures, MeasurementFailed

QUESTIONS = Path(__file__).with_name("questions.json")
SHARED = Path(__file__).resolve().parents[2] / "shared"
"""Larger question sets stand here where they are at hand."""

DEPTH = 10
"""Passages looked at."""

_ROOM = 3000
"""Characters of passages, best first, that are compared where passages differ in length."""

_BREADTH = 60
"""Passages asked for when ten texts are wanted: several may be of one text."""

_READ = {".md", ".txt", ".jsonl"}
"""What the plain pipeline reads as it stands."""

Search = Callable[[str, int], Sequence[tuple[str, str]]]
"""Question and number of passages to (document, text), best first."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question and the words that answer it."""

    question: str
    document: str
    quote: str


def own_questions() -> list[Item]:
    return [Item(**item) for item in json.loads(QUESTIONS.read_text(encoding="utf-8"))]


def shared_questions() -> list[Item]:
    """The answerable ones, the earlier turns of a conversation put before the question."""
    items = json.loads((SHARED / "eval" / "qa_dev.json").read_text(encoding="utf-8"))
    return [
        Item(" ".join([*item["history"], item["question"]]), item["gold_doc"], item["gold_quote"])
        for item in items
        if not item["abstain"] and item["gold_quote"]
    ]


def check(items: Sequence[Item], folder: Path) -> None:
    """See that every quote stands in its document.

    Raises:
        MeasurementFailed: one does not.
    """
    texts = {path.stem: bare(path.read_text(encoding="utf-8")) for path in readable(folder)}
    for item in items:
        if bare(item.quote) not in texts.get(item.document, ""):
            raise MeasurementFailed(f"{item.document} does not hold {item.quote!r}")


def readable(folder: Path) -> list[Path]:
    """The files of a folder that both pipelines read."""
    return sorted(path for path in folder.iterdir() if path.suffix in _READ)


def hits_ours(folder: str, index: str, items: Sequence[Mapping[str, str]]) -> Figures:
    ours.index(folder, index)
    return _hits(_search_ours(index), [Item(**item) for item in items])


def hits_textbook(folder: str, store: str, items: Sequence[Mapping[str, str]]) -> Figures:
    textbook.index([str(path) for path in readable(Path(folder))], store)
    return _hits(_search_textbook(store), [Item(**item) for item in items])


def retrieval_ours(folder: str, index: str) -> Figures:
    ours.index(folder, index)
    return _ranking(_search_ours(index))


def retrieval_textbook(folder: str, store: str) -> Figures:
    textbook.index([str(path) for path in readable(Path(folder))], store)
    return _ranking(_search_textbook(store))


def retrieval_bm25() -> Figures:
    """Plain BM25 (k1 1.2, b 0.75) over whole texts, cut into words at what is no letter or digit."""
    from benchmarks.bm25 import Bm25

    texts = {f"text-{text['id']}": text["text"] for text in _lines("docs")}
    bm25 = Bm25(list(texts.values()))
    names = list(texts)
    return _ranking(lambda question, k: [(names[row], "") for row in bm25.best(question, k)])


def write_retrieval_texts(folder: Path) -> None:
    """Write the texts of the retrieval set as files, with a catalogue that says nothing of time or place."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    catalogue = []
    for text in _lines("docs"):
        name = f"text-{text['id']}"
        (folder / f"{name}.txt").write_text(text["text"], encoding="utf-8", newline="")
        title = json.dumps(text["text"].splitlines()[0][:120], ensure_ascii=False)
        catalogue.append(f'[[document]]\nid = "{name}"\nfile = "{name}.txt"\ntitle = {title}\n')
        catalogue.append('association = "riket"\ntype = "webb"\n\n')
    (folder / "sources.toml").write_text("".join(catalogue), encoding="utf-8")


def as_arguments(items: Sequence[Item]) -> list[dict[str, str]]:
    return [asdict(item) for item in items]


def bare(text: str) -> str:
    """Letters and digits alone, in lower case."""
    return re.sub(r"[\W_]+", "", text.lower())


def _search_ours(index: str) -> Search:
    from assistant.service import Assistant
    from ingest.settings import Settings

    assistant = Assistant(Settings(index_folder=Path(index), data=Path(index).with_suffix(".data")))
    return lambda question, k: [(hit.document.id, hit.text) for hit in assistant.search(question, k)]


def _search_textbook(store: str) -> Search:
    chroma = textbook.open_store(store, textbook.embeddings())
    return lambda question, k: [
        (found.metadata["document"], found.page_content) for found in chroma.similarity_search(question, k=k)
    ]


def _hits(search: Search, items: Sequence[Item]) -> Figures:
    ranks, missed, within = [], [], 0
    for item in items:
        quote = bare(item.quote)
        texts = [text for _, text in search(item.question, DEPTH)]
        found = [quote in bare(text) for text in texts]
        ranks.append(found.index(True) + 1 if True in found else DEPTH + 1)
        within += any(hit and end <= _ROOM for hit, end in zip(found, accumulate(map(len, texts)), strict=True))
        if ranks[-1] > DEPTH:
            missed.append(item.question)
    hits = {f"hit@{k}": sum(rank <= k for rank in ranks) / len(ranks) for k in (1, 3, 5, 10)}
    return {"questions": len(ranks), **hits, "hit_in_room": within / len(ranks), "missed": missed}


def _ranking(search: Search) -> Figures:
    gains, recalls = [], []
    queries = _lines("queries")
    for query in queries:
        relevant = {f"text-{number}" for number in query["relevant"]}
        found = list(dict.fromkeys(name for name, _ in search(query["text"], _BREADTH)))[:10]
        gain = sum(1 / log2(place + 2) for place, name in enumerate(found) if name in relevant)
        gains.append(gain / sum(1 / log2(place + 2) for place in range(min(len(relevant), 10))))
        recalls.append(len(relevant.intersection(found)) / len(relevant))
    return {"questions": len(queries), "ndcg@10": sum(gains) / len(gains), "recall@10": sum(recalls) / len(recalls)}


def _lines(name: str) -> list[dict[str, Any]]:
    path = SHARED / "eval" / "retrieval" / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
