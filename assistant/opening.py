"""Open the serving index as a library."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.answers import Scope
from assistant.library import Library
from ingest.generation import Generation, open_generation

DENSE_WEIGHT = 0.15
"""What a cosine similarity of the built-in embedder counts for beside a lexical score. On 1,189 questions on
authorities' texts, whose words the questions use, nDCG@10 is .886 with it and without it; from .3 on it falls."""

DENSE_WEIGHT_OF_MODEL = 0.3
"""The same for a sentence-transformers model of the user's own, until ``FINSAM_EMBEDDING_WEIGHT`` says otherwise. The
English all-MiniLM-L6-v2 finds less in Swedish the more it counts; a multilingual model earns more."""


_REMEMBERED = 8
"""Questions whose vectors are kept: the same one is set beside passages and sought near."""


def open_library(index: Path, weight: float | None = None, today: date | None = None) -> Library:
    """Open the generation that serves in ``index``; ``weight`` overrides what a cosine similarity counts for.

    Raises:
        IndexMissing: there is none, or this version cannot read it.
    """
    generation = open_generation(index)
    passages = generation.passages
    firsts = np.zeros(len(generation.sources) + 1, dtype=np.int64)
    np.cumsum([entry.passages for entry in generation.manifest.entries], out=firsts[1:])
    ordinals = np.arange(len(passages), dtype=np.int64) - firsts[passages.document]
    embed = lru_cache(maxsize=_REMEMBERED)(
        lambda text: np.array(generation.embedder.embed_query(text), dtype=np.float32)
    )
    library = Library(
        sources=generation.sources,
        document=generation.document,
        excerpt=generation.excerpts.__getitem__,
        document_of=passages.document,
        ordinals=ordinals.astype(np.int32),
        lexical=generation.lexical,
        nearest=lambda text, k, scope: _nearest(generation, library, embed(text), k, scope),
        similarities=lambda text, rows: generation.similarities(embed(text), rows),
        dense_weight=_weight(generation.manifest.model) if weight is None else weight,
        # The built-in model knows no more of words than the passages that hold them: nDCG@10 on those 1,189 questions
        # is .886 whether it reorders them or not.
        dense_reorders=bool(generation.manifest.model),
        today=today,
        records=lambda: generation.records,
        touch=generation.touch,
    )
    return library


def _weight(model: str) -> float:
    return DENSE_WEIGHT_OF_MODEL if model else DENSE_WEIGHT


def _nearest(
    generation: Generation, library: Library, vector: NDArray[np.float32], k: int, scope: Scope
) -> Sequence[tuple[int, float]]:
    """Return the passages within ``scope`` nearest to a question's ``vector``.

    A small index or a narrow scope is compared one by one, which is faster than asking Chroma; from a large one Chroma
    is asked for more, twice the share that the scope leaves out.
    """
    rows, size = library.rows(scope), len(library.document_of)
    if size <= SMALL or len(rows) <= MOST_OF * size:
        return generation.nearest(vector, k, rows)
    allowed = library.allowed(scope)
    found = generation.nearest(vector, k + 2 * k * (size - len(rows)) // len(rows))
    return [(row, similarity) for row, similarity in found if allowed[row]][:k]


SMALL = 20_000
"""Passages up to which comparing one by one takes less, half a millisecond, than the 1 to 3 of a question to Chroma."""

MOST_OF = 0.5
"""Share of the passages from which on a scope is searched in Chroma and filtered afterwards."""
