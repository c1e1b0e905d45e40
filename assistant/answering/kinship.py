"""Words of documents in other shapes than they are asked for: parts of compounds, wholes of parts, misspellings."""

from __future__ import annotations

from functools import lru_cache

from assistant.answering.typos import is_typo
from assistant.lexicon import stem

COMPOUND, TYPO, PART = 0.8, 0.7, 0.5
"""How much of a word a match of each kind covers, 0 to 1; PART: the text holds one half of the compound asked for."""


class Kin(dict[str, float]):
    """What words of documents count for as other shapes of a word that is asked for; each is looked at once."""

    def __init__(self, word: str, stem: str) -> None:
        self.word, self.stem = word, stem

    def __missing__(self, word: str) -> float:
        if self._is_within(word):
            found = COMPOUND
        elif is_typo(self.word, word):
            found = TYPO
        else:
            found = PART if self._is_part(word) else 0.0
        self[word] = found
        return found

    def _is_within(self, word: str) -> bool:
        """True when ``word`` is a compound that begins or ends with the one asked for, or has it inside."""
        root = self.stem if len(self.stem) >= 4 else self.word
        if len(root) < 4 or len(word) <= len(root):
            return False
        if word.startswith(root):
            return len(root) >= 5 or len(word) - len(root) >= 3
        if len(root) >= 5:
            return len(word) >= len(root) + 3 and root in word[2:]
        return len(word) >= len(root) + 4 and stem(word).endswith(root)

    def _is_part(self, word: str) -> bool:
        """True when the word asked for is a compound of which ``word`` is the first or the last part."""
        short = stem(word)
        if len(short) < 5 or len(self.word) < len(short) + 3:
            return False
        return self.word.startswith(short) or self.word.endswith((short, word))


kin = lru_cache(maxsize=64)(Kin)
"""The kin of a word, by the word in lower case and its stem."""
