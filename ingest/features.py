"""Text to counted features: whole words, character 4-grams within words, and Swedish stems.

A feature is a number below :data:`SPACE`, the hash of its characters. No vocabulary is kept, so what is counted in
one text depends on no other text, run or machine. Whole batches are hashed at once over one array of code points; a
question, too short for that to pay, is hashed word by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import Stemmer
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

SPACE = 1 << 24
"""Number of feature values. Among 300,000 distinct features 2 % share their value with another one."""

GRAM = 4
"""Characters in a gram."""

_BATCH = 2000
"""Texts hashed at once: larger batches fall out of the processor's cache, smaller ones stem the same words again."""

_PRIME = 0x9E3779B97F4A7C15
_PRIME_INVERSE = pow(_PRIME, -1, 1 << 64)
_FACTORS = (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53)
"""Of the finalizer of MurmurHash3."""

_WORD, _GRAM, _STEM = 0x517CC1B7, 0x27220A95, 0x6C62272E
"""Families of features: the same letters as a word, a gram and a stem are three features."""

_LIMIT = (1 << 64) - 1
_RUN = re.compile(r"[^\W_]+")
"""A word: a run of letters and digits."""


class Counts(NamedTuple):
    """How often each feature stands in each text: two float32 arrays of shape (texts, :data:`SPACE`)."""

    grams: csr_array
    """Whole words, and the 4-grams of words of four characters or more."""
    stems: csr_array
    """Swedish stems; stop words are left out."""


def count(texts: Sequence[str]) -> Counts:
    """Count the features of ``texts``; a text without letters or digits has none."""
    parts = [Counts(_gram_counts(found), _stem_counts(found)) for found in _scans(texts)]
    return Counts(_stack([part.grams for part in parts]), _stack([part.stems for part in parts]))


def count_recurring(texts: Sequence[str]) -> Counts:
    """Count the features of ``texts`` that recur, each distinct one once: passages of a section share its headings."""
    distinct = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    counted = count(list(distinct))
    places = [distinct[text] for text in texts]
    return Counts(counted.grams[places], counted.stems[places])


class Word(NamedTuple):
    """The features of one word, as :func:`count` counts them."""

    grams: tuple[int, ...]
    """The word itself and its 4-grams, each as often as it stands there."""
    stem: int | None
    """None for a stop word."""


def words(text: str) -> list[Word]:
    """Return the features of each word of ``text``, in its order."""
    return [_word(word) for word in _RUN.findall(text.lower())]


def find(wanted: NDArray[np.integer[Any]], kept: NDArray[np.int32]) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:
    """Look features up among ascending ones: a mask of those that are there, and the places of these."""
    places = np.searchsorted(kept, wanted)
    known = places < len(kept)
    known[known] = kept[places[known]] == wanted[known]
    return known, places[known]


@cache
def stop_words() -> frozenset[str]:
    """The small Snowball list, from ``stopwords.txt``."""
    lines = (Path(__file__).parent / "stopwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=20_000)
def _word(word: str) -> Word:
    codes = [ord(letter) for letter in word]
    grams = (_gram(word[place : place + GRAM]) for place in range(len(codes) - GRAM + 1))
    features = (_feature(_hash(reversed(codes)), _WORD), *grams)
    if word in stop_words():
        return Word(features, None)
    stem = _stemmer().stemWord(word)
    return Word(features, _feature(_hash(ord(letter) for letter in reversed(stem)), _STEM))


@lru_cache(maxsize=50_000)
def _gram(letters: str) -> int:
    return _feature(_hash(map(ord, letters)), _GRAM)


def _hash(codes: Iterable[int]) -> int:
    """Polynomial hash modulo 2**64, the last code at power 0."""
    value = 0
    for code in codes:
        value = (value * _PRIME + code) & _LIMIT
    return value


def _feature(value: int, family: int) -> int:
    """Do to one hash what :func:`_scatter` does to many."""
    value ^= family
    for factor in _FACTORS:
        value = ((value ^ (value >> 33)) * factor) & _LIMIT
    return (value ^ (value >> 33)) & (SPACE - 1)


@dataclass(frozen=True, slots=True)
class _Scan:
    """The words of some texts: runs of letters and digits, in lower case."""

    text: str
    codes: NDArray[np.uint32]
    """Code points of ``text``."""
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    rows: NDArray[np.int64]
    """For each word, the index of the text in which it stands."""
    size: int
    """Number of texts."""


def _scans(texts: Sequence[str]) -> Iterator[_Scan]:
    for start in range(0, len(texts), _BATCH):
        yield _scan(texts[start : start + _BATCH])


def _scan(texts: Sequence[str]) -> _Scan:
    lowered = [text.lower() for text in texts]
    joined = "\n".join(lowered) + "\n"
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    inside = np.zeros(len(codes) + 2, dtype=np.int8)
    inside[1:-1] = _word_characters(codes)
    edges = np.diff(inside)
    starts = np.flatnonzero(edges == 1)
    limits = np.cumsum([len(text) + 1 for text in lowered], dtype=np.int64)
    rows = np.searchsorted(limits, starts, side="right")
    return _Scan(joined, codes, starts, np.flatnonzero(edges == -1), rows, len(texts))


def _gram_counts(found: _Scan) -> csr_array:
    codes = found.codes.astype(np.uint64)
    total = max(len(codes) - GRAM + 1, 0)
    hashes = codes[:total].copy()
    for step in range(1, GRAM):
        hashes = hashes * np.uint64(_PRIME) + codes[step : step + total]
    many = np.maximum(found.ends - found.starts - GRAM + 1, 0)
    grams = _scatter(hashes[_ranges(found.starts, many)], _GRAM)
    words = _scatter(_word_hashes(found), _WORD)
    return _tally(np.concatenate([_keys(found.rows, words), _keys(np.repeat(found.rows, many), grams)]), found.size)


def _stem_counts(found: _Scan) -> csr_array:
    _, first, inverse = np.unique(_word_hashes(found), return_index=True, return_inverse=True)
    starts, ends = found.starts[first].tolist(), found.ends[first].tolist()
    words = [found.text[start:end] for start, end in zip(starts, ends, strict=True)]
    kept = np.fromiter((word not in stop_words() for word in words), dtype=np.bool_, count=len(words))
    stems = _scatter(_word_hashes(_scan([" ".join(_stemmer().stemWords(words))])), _STEM)
    mask = kept[inverse]
    return _tally(_keys(found.rows[mask], stems[inverse[mask]]), found.size)


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("swedish")


@cache
def _letters_and_digits() -> NDArray[np.bool_]:
    return np.fromiter((chr(code).isalnum() for code in range(1 << 16)), dtype=np.bool_, count=1 << 16)


def _word_characters(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    inside = _letters_and_digits()[np.minimum(codes, 0xFFFF)]
    for place in np.flatnonzero(codes > 0xFFFF):
        inside[place] = chr(codes[place]).isalnum()
    return inside


def _word_hashes(found: _Scan) -> NDArray[np.uint64]:
    """Polynomial hash of each word, modulo 2**64: a difference of running sums, shifted back to power 0."""
    sums = np.zeros(len(found.codes) + 1, dtype=np.uint64)
    np.cumsum(found.codes * _powers(_PRIME, len(found.codes)), out=sums[1:])
    return (sums[found.ends] - sums[found.starts]) * _powers(_PRIME_INVERSE, len(found.codes))[found.starts]


def _powers(base: int, size: int) -> NDArray[np.uint64]:
    powers = np.full(size, base, dtype=np.uint64)
    powers[:1] = 1
    np.cumprod(powers, out=powers)
    return powers


def _scatter(hashes: NDArray[np.uint64], family: int) -> NDArray[np.uint64]:
    """Spread hashes evenly over the feature space, with the finalizer of MurmurHash3."""
    mixed = hashes ^ np.uint64(family)
    for factor in _FACTORS:
        mixed = (mixed ^ (mixed >> np.uint64(33))) * np.uint64(factor)
    return (mixed ^ (mixed >> np.uint64(33))) & np.uint64(SPACE - 1)


def _ranges(starts: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Concatenate ``arange(start, start + count)`` for every pair."""
    ends = np.cumsum(counts)
    places: NDArray[np.int64] = np.arange(counts.sum()) + np.repeat(starts - (ends - counts), counts)
    return places


def _keys(rows: NDArray[np.int64], features: NDArray[np.uint64]) -> NDArray[np.uint64]:
    return (rows.astype(np.uint64) << np.uint64(32)) | features


def _tally(keys: NDArray[np.uint64], size: int) -> csr_array:
    keys = np.sort(keys)
    first = np.flatnonzero(np.concatenate([keys[:1] == keys[:1], keys[1:] != keys[:-1]]))
    counts = np.diff(np.append(first, len(keys))).astype(np.float32)
    unique = keys[first]
    bounds = np.searchsorted(unique >> np.uint64(32), np.arange(size + 1, dtype=np.uint64))
    features = (unique & np.uint64(0xFFFFFFFF)).astype(np.int32)
    return csr_array((counts, features, bounds.astype(np.int32)), shape=(size, SPACE))


def _stack(parts: Sequence[csr_array]) -> csr_array:
    return csr_array(vstack(parts, format="csr")) if parts else csr_array((0, SPACE), dtype=np.float32)
