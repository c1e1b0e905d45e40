"""Personal data covered before it goes to a model that is not on this machine, and uncovered in what comes back.

The same data gets the same placeholder throughout a conversation, so that the model can still tell persons apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.privacy import find_personal_data

_PLACEHOLDER = re.compile(r"\[(?:personnummer|telefon|epost|adress|person)-\d{1,4}\]")
_BEGUN = re.compile(r"\[[a-z]{0,12}(?:-\d{0,4})?$")
"""A placeholder may have begun at the end of a piece."""


class Veil:
    """Covers and uncovers the texts of one exchange.

    Args:
        hidden: names and the like that are known to be personal data, beside what is found by its form; a name is
            found in the genitive too, and when a line ends within it.
    """

    def __init__(self, hidden: Iterable[str] = ()) -> None:
        self._placeholders: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._spared: set[str] = set()
        """What looks like a placeholder in the texts themselves."""
        names = sorted({name.strip() for name in hidden if len(name.strip()) > 1}, key=len, reverse=True)
        self._hidden = re.compile(rf"(?<!\w)(?:{'|'.join(map(_spaced, names))})(?=s?(?!\w))") if names else None

    def spare(self, texts: Iterable[str]) -> None:
        """Give out none of the placeholders that stand in texts that are to be covered, so that each means one thing.

        To be called with all texts of the exchange before the first is covered.
        """
        self._spared.update(*map(_PLACEHOLDER.findall, texts))

    def cover(self, text: str) -> str:
        """Return ``text`` with a placeholder for each piece of personal data."""
        self.spare([text])
        if self._hidden:
            text = self._hidden.sub(lambda match: self._placeholder("person", match.group()), text)
        while found := find_personal_data(text):
            for finding in reversed(found):
                placeholder = self._placeholder(finding.kind, text[finding.start : finding.end])
                text = f"{text[: finding.start]}{placeholder}{text[finding.end :]}"
        return text

    def uncover(self, text: str) -> str:
        """Return ``text`` with the data back in place of its placeholders; one that was neither given out nor stood in
        the texts is removed."""
        known = {one: one for one in self._spared} | {one: data for data, one in self._placeholders.items()}
        return _PLACEHOLDER.sub(lambda match: known.get(match.group(), ""), text)

    def uncover_pieces(self, pieces: Iterable[str]) -> Iterator[str]:
        """Yield pieces uncovered, a placeholder that is spread over several held back until it is whole."""
        held = ""
        for piece in pieces:
            held += piece
            begun = _BEGUN.search(held)
            ready, held = (held[: begun.start()], held[begun.start() :]) if begun else (held, "")
            if ready:
                yield self.uncover(ready)
        if held:
            yield self.uncover(held)

    def _placeholder(self, kind: str, data: str) -> str:
        if data not in self._placeholders:
            self._placeholders[data] = self._next(kind)
        return self._placeholders[data]

    def _next(self, kind: str) -> str:
        placeholder = ""
        while not placeholder or placeholder in self._spared:
            self._counts[kind] = self._counts.get(kind, 0) + 1
            placeholder = f"[{kind}-{self._counts[kind]}]"
        return placeholder


def _spaced(name: str) -> str:
    """Return the pattern of a name, whatever white space stands between its words, and with its angle brackets as they
    are or as a prompt writes them."""
    return r"\s+".join(map(re.escape, name.split())).replace("<", "[<‹]").replace(">", "[>›]")
