"""The words of a question that carry it, and how well a text holds them.

A term is matched by its stem, as the beginning or the end of a compound ("kryddgården" in "Kryddgårdenmodellen",
"avgift" in "medlemsavgifter"), by a synonym of the glossary, or with a typing error or two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.answering.kinship import COMPOUND, PART, kin
from assistant.answering.moments import is_month, months_in, with_months_as_words
from assistant.concepts import explained_words
from assistant.glossary import Glossary
from assistant.lexicon import Lexicon, stem, stems
from assistant.question import Part
from assistant.seeking import cue_words
from assistant.words import FILLERS

_WORD = re.compile(r"\d\.\d(?!\d)|[^\W_]+")
"""A word; the number of an edition ("2.0") is one."""

EXACT, SYNONYM = 1.0, 0.75
"""How much of a term a match of each kind covers, 0 to 1; for other shapes of a word see :mod:`kinship`."""

NAME_WEIGHT = 3.0
"""Least nats that a word is worth that names something."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a question."""

    word: str
    """Lower case."""
    stem: str
    weight: float
    """Information in nats: rarer in the documents, heavier."""
    name: bool = False
    """Written with a capital or in capitals inside the sentence, or with figures: it names something."""
    forms: frozenset[str] = frozenset()
    """Stems of other forms of the same word ("eget" for "egen")."""
    synonyms: frozenset[str] = frozenset()
    """Stems of single words that mean the same."""
    phrases: tuple[str, ...] = ()
    """Names and turns of phrase of several words that mean the same, lower case."""
    capitals: bool = False
    """Written in capitals ("FRAM"): the same letters in lower case are another word."""
    group: int = -1
    """Words of one name ("Region Skåne") share a number; -1 for what names nothing."""
    known: bool = False
    """A name that stands in some document as it is asked for."""
    implied: bool = False
    """Not asked for in so many words: a text that holds it is nearer, one that does not is no farther off."""
    explained: bool = False
    """What the implied words say in the words of documents."""


@dataclass(frozen=True, slots=True)
class Bag:
    """The words of a text, for matching."""

    words: frozenset[str]
    stems: frozenset[str]
    capitalised: frozenset[str]
    """The words, lower case, that begin with a capital somewhere."""
    text: str
    """Lower case, for phrases."""

    @classmethod
    def of(cls, text: str) -> Bag:
        return _bag(text)

    def match(self, term: Term) -> float:
        """How well the text holds ``term``: 0, or one of the constants above.

        The end of a name that documents hold is another thing.
        """
        if term.capitals and len(term.word) > 2:
            return self._match_name(term)
        if term.stem in self.stems or term.word in self.words or term.forms & self.stems:
            return EXACT
        other = max(map(kin(term.word, term.stem).__getitem__, self.words), default=0.0)
        if term.known and other == PART and not any(map(term.word.startswith, filter(_is_long, self.stems))):
            other = 0.0
        if other < SYNONYM and (term.synonyms & self.stems or any(phrase in self.text for phrase in term.phrases)):
            return SYNONYM
        return other

    def _match_name(self, term: Term) -> float:
        if term.word in self.capitalised:
            return EXACT
        if any(kin(term.word, term.stem)[word] == COMPOUND for word in self.capitalised):
            return COMPOUND
        return SYNONYM if term.synonyms & self.stems or any(phrase in self.text for phrase in term.phrases) else 0.0


def _is_long(stem: str) -> bool:
    """True for the beginning of a name that is hardly that of others ("kryddgård", not "malmö")."""
    return len(stem) >= 7


_POINTERS = frozenset({"följande", "nedan", "nedanstående", "ovan", "ovanstående"})
"""Words that point about in a text; their stems look like those of other words ("följa")."""


@lru_cache(maxsize=50_000)
def _bag(text: str) -> Bag:
    found = [word for word in _WORD.findall(text) if word.lower() not in _POINTERS]
    words = frozenset(word.lower() for word in found) | months_in(text)
    capitalised = frozenset(word.lower() for word in found if word[0].isupper())
    return Bag(words, stems(words), capitalised, " ".join(text.lower().split()))


def cue_stems(text: str) -> frozenset[str]:
    """Return the stems of the words that say what kind of thing ``text`` seeks."""
    return stems(cue_words(text))


CUE_WEIGHT = 0.3
"""Factor for words that say what kind of thing is sought ("kostar", "procent"): what is found shows that it fits."""

LEAN, LEAN_NAME = 0.35, 0.5
"""Factors for words and for names that a question only leans on."""

IMPLIED = 0.5
"""Factor for words that a question implies without saying them."""

UNKNOWN = 2.0
"""Most nats that a word is worth that stands in no document, unless it names something; twice that with synonyms."""

_INHABITANT = re.compile(r"[A-ZÅÄÖ]\w+bo(?:n|ns|r|rs|rna|rnas)?")
"""Those who live somewhere ("Malmöbor"): a capital, but no name."""
_INSTEAD = re.compile(r"\b(?:för|hos|till|från)\s+(?!de[nmt]?\b|de(?:tta|nna|ssa)\b|att\b|en\b|ett\b|[\dA-ZÅÄÖ])\w{4,}")
"""Somebody else is asked about than before ("och för kommunen?"): what came before names nothing then."""
_AMOUNT = re.compile(r"\b\d[\d ,.]*\s?(?:kr|kronor|[tm]n?kr|miljon(?:er|erna)?|mille)\b", re.IGNORECASE)
_GENITIVE = re.compile(r"\b([A-ZÅÄÖ][\wåäö]{2,})s\b")
_DOCUMENT = re.compile(
    r"(?:verksamhets|års)?plan(?:en)?$|delår\w*$|(?:års|jubileums|del)?rapport(?:en)?$|protokoll\w*$"
    r"|\w*redovisning(?:en)?$|bokslut\w*$"
)
"""Words for a document: they say where to look rather than what for."""


def find_terms(
    part: Part, glossary: Glossary, weigh: Callable[[str], float], is_known: Callable[[str], bool]
) -> tuple[Term, ...]:
    """Return the terms of a part and, at a share of their weight, of what it implies and leans on; each stem once.

    What it leans on names nothing when the part names something itself, or somebody else: then it is about that.

    Args:
        weigh: a word's information in nats.
        is_known: whether a word stands in any document.
    """
    cues = cue_stems(part.text)
    terms: dict[str, Term] = {}
    own = terms_in(_without_genitives(_without_amounts(part.text), is_known), glossary, weigh)
    leant_on = terms_in(part.leans_on, glossary, weigh)
    is_bare = all(term.stem in cues for term in own)
    lean_name = 1.0 if is_bare else LEAN_NAME
    lean = 1.0 if is_bare and not any(term.name for term in leant_on) else LEAN
    if any(term.name and not is_month(term.word) for term in own) or _INSTEAD.search(part.text):
        leant_on = tuple(replace(term, name=False, group=-1) for term in leant_on)
    implied = tuple(replace(term, implied=True) for term in terms_in(part.implied, glossary, weigh))
    if implied:
        explained = explained_words(part.text)
        said = {term.stem for term in implied}
        own = tuple(replace(term, explained=term.word in explained and term.stem not in said) for term in own)
    for found, share_of, share_of_name in ((own, 1.0, 1.0), (implied, IMPLIED, IMPLIED), (leant_on, lean, lean_name)):
        for term in found:
            weight = _weight(term, share_of_name if term.name else share_of, term.stem in cues, is_known)
            known = term.name and is_known(term.word)
            terms.setdefault(term.stem, replace(term, weight=weight, known=known))
    return tuple(terms.values())


def _without_amounts(text: str) -> str:
    """Return a text without sums of money, which documents write in other units, when words are left."""
    rest = _AMOUNT.sub(" ", text)
    return rest if len(_WORD.findall(rest)) > 2 else text


def _without_genitives(text: str, is_known: Callable[[str], bool]) -> str:
    """Return a text with its names in the form that documents hold ("Fyrens" as "Fyren")."""

    def plain(match: re.Match[str]) -> str:
        name = match[1]
        return name if is_known(name.lower()) and not is_known(match[0].lower()) else match[0]

    return _GENITIVE.sub(plain, text)


def _weight(term: Term, share: float, cue: bool, is_known: Callable[[str], bool]) -> float:
    """Return what a term counts for: its share of its information, within the bounds for names and unknown words."""
    weight = term.weight * share * (CUE_WEIGHT if cue or _DOCUMENT.match(term.word) else 1.0)
    if is_month(term.word):
        return NAME_WEIGHT * share
    if term.name:
        return max(weight, NAME_WEIGHT * share)
    most = UNKNOWN * share * (2.0 if term.synonyms or term.phrases else 1.0)
    return weight if is_known(term.word) else min(weight, most)


def terms_in(text: str, glossary: Glossary, weigh: Callable[[str], float]) -> tuple[Term, ...]:
    """Return the terms of a text, each stem once, at the weight that ``weigh`` gives their words in nats."""
    lexicon = Lexicon.load()
    written = _WORD.findall(with_months_as_words(text))
    names = {word.lower() for place, word in enumerate(written) if _is_name(word, place)}
    capitals = {word.lower() for word in written if _is_capitals(word)}
    synonyms, phrases = _synonyms(text, glossary)
    terms: dict[str, Term] = {}
    group, before_named = 0, False
    for word in (word.lower() for word in written):
        group += word in names and not before_named
        before_named = word in names
        root = stem(word)
        if (word in FILLERS and word not in capitals) or root in terms or (len(word) < 2 and not word.isdigit()):
            continue
        terms[root] = Term(
            word=word,
            stem=root,
            weight=weigh(word),
            name=word in names,
            forms=lexicon.forms(word),
            synonyms=frozenset(synonyms.get(word, ())) | (frozenset() if word in capitals else lexicon.synonyms(word)),
            phrases=(*phrases.get(word, ()), *sorted(lexicon.phrases(word))),
            capitals=word in capitals,
            group=group if word in names else -1,
        )
    return tuple(terms.values())


def _is_name(word: str, place: int) -> bool:
    """True for a capital inside the sentence, a word in capitals, and a month with or without its year."""
    capital = place > 0 and word[0].isupper() and not _INHABITANT.fullmatch(word)
    return capital or _is_capitals(word) or is_month(word)


def _is_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper() and not word.isdigit()


def _synonyms(text: str, glossary: Glossary) -> tuple[dict[str, set[str]], dict[str, list[str]]]:
    """Return for each word of a name in ``text`` the stems and the phrases that mean the same as the name."""
    stems: dict[str, set[str]] = {}
    phrases: dict[str, list[str]] = {}
    for found, term in glossary.find(text):
        others = [name.lower() for name in term.names if name.lower() != found]
        for word in _WORD.findall(found):
            if word in FILLERS:
                continue
            if " " not in found:
                stems.setdefault(word, set()).update(stem(name) for name in others if _WORD.fullmatch(name))
            phrases.setdefault(word, []).extend(name for name in others if not _WORD.fullmatch(name))
    return stems, phrases


def coverage(terms: Iterable[Term], *bags: tuple[Bag, float]) -> float:
    """Return the share, 0 to 1, of the terms' information that the bags hold; each bag's matches count its weight.

    What is implied counts, in the place of the words that it explains, where it raises the share.
    """
    asked, other = _Share(), _Share()
    for term in terms:
        held = max((bag.match(term) * weight for bag, weight in bags), default=0.0)
        if not term.implied:
            asked.add(term.weight, held)
        if not term.explained:
            other.add(term.weight, held)
    return max(asked.value, other.value)


@dataclass(slots=True)
class _Share:
    """What is covered of a total."""

    total: float = 0.0
    covered: float = 0.0

    def add(self, weight: float, held: float) -> None:
        self.total += weight
        self.covered += weight * held

    @property
    def value(self) -> float:
        return self.covered / self.total if self.total else 0.0
