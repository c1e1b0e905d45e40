"""Plain BM25 over words, the least that a search must beat."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

K1 = 1.2
B = 0.75


class Bm25:
    """Weights of all words in all texts, computed once."""

    def __init__(self, texts: Sequence[str]) -> None:
        counted = [Counter(_words(text)) for text in texts]
        lengths = np.array([sum(counts.values()) for counts in counted], dtype=np.float64)
        saturation = K1 * (1 - B + B * lengths / lengths.mean())
        many = Counter(word for counts in counted for word in counts)
        self._weights: dict[str, NDArray[np.float64]] = {word: np.zeros(len(texts)) for word in many}
        for row, counts in enumerate(counted):
            for word, count in counts.items():
                idf = np.log1p((len(texts) - many[word] + 0.5) / (many[word] + 0.5))
                self._weights[word][row] = idf * count * (K1 + 1) / (count + saturation[row])

    def best(self, question: str, k: int) -> list[int]:
        """Return the rows of the ``k`` best texts, best first."""
        known = [self._weights[word] for word in _words(question) if word in self._weights]
        return np.argsort(-np.sum(known, axis=0), kind="stable")[:k].tolist() if known else []


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())
