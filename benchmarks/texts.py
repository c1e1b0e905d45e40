"""A corpus of any size, made of the words of our own: plans, reports and decisions that no one has written.

A Markov chain over the sentences of ``corpus/*.md`` writes the running text. One word in thirty is a new compound of
two known ones, so that the vocabulary grows with the corpus as Swedish does. The same size gives the same files on
every machine.
"""

from __future__ import annotations

import json
import random
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORK = Path(__file__).resolve().parent / "data"
"""Everything that a run writes and that can be made again."""

ASSOCIATIONS = tuple(f"forbund-{number}" for number in range(1, 9))
"""Owners of the documents, in turn: a filter on one of them lets an eighth of the passages through."""

TYPES = ("verksamhetsplan", "redovisning", "beslut", "rapport")
YEARS = range(2016, 2027)

_PASSAGE = 460
"""Characters of text for each passage asked for, tables and headings counted."""

_COMPOUNDS = 1 / 30
_SEED = 20260101
_MARK = re.compile(r"^\s*(?:[-•*]|\d+\.)\s+")
_NOUN = re.compile(r"[a-zåäö]{5,10}")


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder of texts, read by both pipelines."""

    folder: Path
    files: tuple[Path, ...]
    size: int
    """Bytes, the catalogue left out."""


@dataclass(frozen=True, slots=True)
class Words:
    """What texts are made of."""

    following: dict[str, list[str]]
    first: list[str]
    headings: list[str]
    nouns: list[str]


def corpus(passages: int) -> Corpus:
    """Return a corpus of about so many passages of ours, written to :data:`WORK` when it is not there yet."""
    folder = WORK / "texts" / _fingerprint() / str(passages)
    if not (folder / "sources.toml").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        _write(folder, passages)
    files = tuple(sorted(path for path in folder.iterdir() if path.suffix in (".md", ".txt")))
    return Corpus(folder, files, sum(path.stat().st_size for path in files))


def sample(whole: Corpus, size: int) -> Sequence[Path]:
    """Return the first files of a corpus that together hold ``size`` bytes or a little more."""
    taken, held = [], 0
    for path in whole.files:
        if held >= size:
            break
        taken.append(path)
        held += path.stat().st_size
    return taken


def questions(whole: Corpus, count: int, seed: int = 0) -> list[str]:
    """Return questions about three to five words that stand near each other in a document."""
    chance = random.Random(_SEED + seed)
    forms = ("Vad gäller för {}?", "Hur många {} finns det?", "Vilka mål finns för {}?", "Vem ansvarar för {}?")
    asked: list[str] = []
    while len(asked) < count:
        words = re.findall(r"\b[a-zåäö]{5,}\b", chance.choice(whole.files).read_text(encoding="utf-8"))
        if len(words) > 100:
            start = chance.randrange(len(words) - 5)
            asked.append(chance.choice(forms).format(" ".join(words[start : start + chance.randint(3, 5)])))
    return asked


def _fingerprint() -> str:
    """Changes with this file and with the texts that words are taken from."""
    digest = sha256(Path(__file__).read_bytes())
    for path in _originals():
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _originals() -> list[Path]:
    return sorted((ROOT / "corpus").glob("*.md"))


def _write(folder: Path, passages: int) -> None:
    chance = random.Random(_SEED)
    left = passages * _PASSAGE
    catalogue = []
    number = 0
    while left > 0:
        size = min(left, chance.randint(4_000, 32_000))
        entry = _entry(number, chance)
        lines = list(_document(entry["title"], size, chance, is_markdown=entry["file"].endswith(".md")))
        (folder / entry["file"]).write_text("\n".join(lines) + "\n", encoding="utf-8")
        catalogue.append("[[document]]\n" + "".join(f"{name} = {value}\n" for name, value in _toml(entry)))
        left -= sum(map(len, lines))
        number += 1
    # Last, since it tells that the folder is complete.
    (folder / "sources.toml").write_text("\n".join(catalogue), encoding="utf-8")


def _entry(number: int, chance: random.Random) -> dict[str, str]:
    kind, year = TYPES[number // len(ASSOCIATIONS) % len(TYPES)], chance.choice(YEARS)
    association = ASSOCIATIONS[number % len(ASSOCIATIONS)]
    return {
        "id": f"text-{number:05}",
        "file": f"text-{number:05}.{'md' if number % 2 else 'txt'}",
        "title": f"{kind.capitalize()} {year}, {association.replace('-', ' ')}, del {number}",
        "association": association,
        "type": kind,
        "period_from": f"{year}-01-01",
        "period_to": f"{year}-12-31",
    }


def _toml(entry: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in entry.items():
        yield name, value if name.startswith("period") else json.dumps(value, ensure_ascii=False)


def _document(title: str, size: int, chance: random.Random, *, is_markdown: bool) -> Iterator[str]:
    """Yield lines of about ``size`` characters: headings, paragraphs, lists and tables."""
    yield from (f"# {title}" if is_markdown else title, "")
    number = 0
    while size > 0:
        number += 1
        heading = f"{number} {chance.choice(_words().headings)}"
        block = [f"## {heading}" if is_markdown else heading, ""]
        for _ in range(chance.randint(2, 4)):
            part = chance.choices((_paragraph, _list, _table), (6, 2, 1))[0]
            block += [*part(chance, is_markdown), ""]
        yield from block
        size -= sum(map(len, block))


def _paragraph(chance: random.Random, is_markdown: bool) -> Iterator[str]:
    text = " ".join(_sentence(chance) for _ in range(chance.randint(2, 7)))
    if is_markdown:
        yield text
    else:
        yield from re.findall(r".{1,90}(?:\s+|$)", text)


def _list(chance: random.Random, is_markdown: bool) -> Iterator[str]:
    yield "Följande ingår:"
    if is_markdown:
        yield ""
    for _ in range(chance.randint(3, 7)):
        yield f"{'-' if is_markdown else '•'} {_sentence(chance)}"


def _table(chance: random.Random, is_markdown: bool) -> Iterator[str]:
    """Initiatives with two years' amounts and their sum."""
    year = chance.choice(YEARS)
    amounts = [(chance.randint(50, 4000) * 1000, chance.randint(50, 4000) * 1000) for _ in range(chance.randint(3, 9))]
    rows: list[tuple[str, ...]] = [("Insats", f"{year} kr", f"{year + 1} kr")]
    rows += [(_label(chance), *map(_amount, pair)) for pair in amounts]
    rows.append(("Summa", *(_amount(sum(column)) for column in zip(*amounts, strict=True))))
    for place, row in enumerate(rows):
        yield f"| {' | '.join(row)} |" if is_markdown else "\t".join(row)
        if is_markdown and place == 0:
            yield "|---|---:|---:|"


def _label(chance: random.Random) -> str:
    return f"{chance.choice(_words().nouns).capitalize()} {_compound(chance)}"


def _amount(value: int) -> str:
    return f"{value:,}".replace(",", " ")


def _sentence(chance: random.Random) -> str:
    words = _words()
    word = chance.choice(words.first)
    said = [word]
    while len(said) < 30 and not (len(said) > 6 and word.endswith(".")):
        word = chance.choice(words.following.get(word) or words.first)
        said.append(_compound(chance) if _NOUN.fullmatch(word) and chance.random() < _COMPOUNDS * 2 else word)
    text = " ".join(word.rstrip(".:?") for word in said) + "."
    return text[0].upper() + text[1:]


def _compound(chance: random.Random) -> str:
    nouns = _words().nouns
    return chance.choice(nouns) + chance.choice(("", "s")) + chance.choice(nouns)


@cache
def _words() -> Words:
    following: dict[str, list[str]] = {}
    first: list[str] = []
    headings: list[str] = []
    nouns: set[str] = set()
    for path in _originals():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                headings.append(re.sub(r"^#+\s*(?:[\d.]+\s+)?", "", line))
            elif line and not line.startswith("|"):
                tokens = [token for token in _MARK.sub("", line).split() if "/" not in token]
                first += tokens[:1]
                for word, after in pairwise(tokens):
                    (first if word.endswith(".") else following.setdefault(word, [])).append(after)
                nouns.update(filter(_NOUN.fullmatch, tokens))
    return Words(following, first, headings, sorted(nouns))
