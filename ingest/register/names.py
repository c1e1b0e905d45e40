"""One initiative, many names: which initiative a name means, by alias data and a careful match.

Names are compared without case, spaces, hyphens, colons and the like, and never by likeness: "Make it: Work:" is
"Make it work", but "IPS" is not "IPS Unga". A version ("Malmökraften 4.0") is the initiative without it, unless some
version is an initiative of its own. A name that two initiatives claim means neither.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path

from ingest.register.model import Initiative

_TOKEN = re.compile(r"\d+\.\d+|[^\W_]+")
_VERSION = re.compile(r"(?<=\D)\d\.\d$")
_UNHEARD = frozenset({"och", "samt"})
_REMARK = re.compile(
    r"\s*\((?:övergripande|totalt|gemensamt|esf|projekt\w*|insats\w*|förlängning|fortsättning|avslutad|avslutas|"
    r"I|S|I/S|t\.?o\.?m\.?[^)]*|fr\.?o\.?m\.?[^)]*|[\d\s/–-]+)\)",
    re.IGNORECASE,
)
"""What is said of an initiative in brackets without making it another."""
_KIND = re.compile(r"^\W*(?:del)?(?:projekt(?:et)?|insats(?:en)?)\s+(?=\S)|-(?:projektet|insatsen)\W*$", re.IGNORECASE)
_GAP = re.compile(r"[ \n]|[ \n]?[:/&–-][ \n]?")
"""What may stand between the words of a name in running text."""


@dataclass(frozen=True, slots=True)
class Mention:
    """``text[start:end]`` names the initiative ``name``."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Names:
    """The initiatives that are known, by all their names; made by :func:`names_of`.

    Keys are names without all that is not compared.
    """

    known: Mapping[str, str]
    """Key to canonical name."""
    openings: Mapping[str, frozenset[str]]
    """Key to how the first word of the name is written."""
    beginnings: frozenset[str]
    """What keys begin with."""
    split: frozenset[str]
    """Keys of names of which a version is an initiative of its own."""
    is_bound: bool = False
    """True for names as one document means them."""

    def canonical(self, written: str) -> str | None:
        """The initiative that a label or heading names, or None."""
        for one in (written, _REMARK.sub(" ", written), _KIND.sub("", written)):
            name = self._named(_key(one)) or self._in_parts(one)
            if name is not None:
                return name
        return None

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The initiatives named in running text, in order, by their longest names, genitives too.

        A name counts when its first word is written as in the name or in capitals: "fram" is not "FRAM".
        """
        tokens = list(_TOKEN.finditer(text))
        found: list[Mention] = []
        for place, token in enumerate(tokens):
            # Names that begin with a small letter are none in running text.
            begins = not token.group().islower() and self._may_begin(token.group())
            if begins and (not found or found[-1].end <= token.start()):
                longest = self._mention(text, tokens, place)
                found.extend([longest] if longest else [])
        return tuple(found)

    def within(self, text: str) -> Names:
        """The names as a document with this text means them: one that tells of "Avanti 2.0" means it by "Avanti"."""
        if self.is_bound:
            return self
        versions = [key for mention in self.mentions(text) if _VERSION.search(key := _key(mention.name))]
        bound = {_VERSION.sub("", key): self.known[key] for key in versions}
        return replace(self, known={**self.known, **bound} if bound else self.known, is_bound=True)

    def _may_begin(self, word: str) -> bool:
        """True when a name begins with the word, or is it; cheap, since most words begin none."""
        key = _key(word)
        return key in self.beginnings or key in self.known or key.removesuffix("s") in self.known

    def _named(self, key: str) -> str | None:
        bare = _VERSION.sub("", key)
        return self.known.get(key) or (self.known.get(bare) if bare not in self.split else None)

    def _in_parts(self, written: str) -> str | None:
        """The initiative of "Kultur på recept, KUR", two names of one, or of "Kurser: tal, skrivande", its contents."""
        head, _, contents = written.partition(":")
        if "," in contents:
            return self._named(_key(head))
        named = {self._named(_key(part)) for part in written.split(",")}
        return named.pop() if len(named) == 1 else None

    def _mention(self, text: str, tokens: Sequence[re.Match[str]], place: int) -> Mention | None:
        longest, key, start = None, "", tokens[place].start()
        for number, token in enumerate(tokens[place:]):
            if number and not _GAP.fullmatch(text, tokens[place + number - 1].end(), token.start()):
                break
            word = _key(token.group())
            endings = (word, word.removesuffix("s")) if word else ()
            ending = next((one for one in endings if self._named(key + one)), None)
            if ending is not None and self._is_spelled(key + ending, tokens[place].group()):
                longest = Mention(start, token.end(), self._named(key + ending) or "")
            elif longest is not None and word and _VERSION.search(key + word):
                # A version that no data knows, of an initiative whose versions differ.
                longest = None
            key += word
            if key not in self.beginnings and key not in self.known:
                break
        return longest

    def _is_spelled(self, key: str, first: str) -> bool:
        words = self.openings.get(key) or self.openings.get(_VERSION.sub("", key), frozenset())
        forms = [form for word in words if not word.islower() for form in (word, word.upper())]
        return any(form.startswith(first) or form == first.removesuffix("s") for form in forms)


def names_of(initiatives: Iterable[Initiative] = ()) -> Names:
    """The names in the records of initiatives, and those that this package knows."""
    claims: dict[str, set[str]] = defaultdict(set)
    entries = [*_packaged(), *((one.name, *one.aliases) for one in initiatives)]
    canonical = {_key(name): name for name, *_ in reversed(entries)}
    openings: dict[str, set[str]] = defaultdict(set)
    beginnings: set[str] = set()
    for name, *aliases in entries:
        for written in (name, *aliases):
            words = _TOKEN.findall(written)
            if words:
                claims[_key(written)].add(canonical[_key(name)])
                openings[_key(written)].add(words[0])
                beginnings.update(accumulate(_key(written)))
    known = {key: names.pop() for key, names in claims.items() if len(names) == 1} | canonical
    split = {_VERSION.sub("", key) for key in canonical if _VERSION.search(key)}
    return Names(
        known, {key: frozenset(words) for key, words in openings.items()}, frozenset(beginnings), frozenset(split)
    )


@cache
def own_names() -> Names:
    """The names that this package knows."""
    return names_of()


@cache
def _packaged() -> tuple[tuple[str, ...], ...]:
    lines = (Path(__file__).parent / "names.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=1 << 16)
def _key(written: str) -> str:
    text = unicodedata.normalize("NFKC", written).casefold()
    return "".join(token for token in _TOKEN.findall(text) if token not in _UNHEARD)
