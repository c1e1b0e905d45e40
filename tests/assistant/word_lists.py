"""The lexicon's files, as they are written."""

from __future__ import annotations

import re
from pathlib import Path

import Stemmer

import assistant.lexicon

FOLDER = Path(assistant.lexicon.__file__).parent
STEMMER = Stemmer.Stemmer("swedish")
WORDS = re.compile(r"[^\W_]+")


def lines(name: str) -> list[str]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def stem(word: str) -> str:
    return str(STEMMER.stemWord(word))


GROUPS = [line.split() for line in lines("synonyms.txt") if not line.startswith(("=", ">"))]
TURNS = [words for words in GROUPS if any("_" in word for word in words)]
KINDS = [tuple(map(str.split, line[1:].split(":"))) for line in lines("synonyms.txt") if line.startswith(">")]
FORMS = [line.split()[1:] for line in lines("synonyms.txt") if line.startswith("= ")]
ENGLISH = [line.split("\t") for line in lines("english.tsv")]
KEYS = [tuple(WORDS.findall(key)) for row in ENGLISH for key in row[0].split("|")]
