"""What was proposed in a matter, for the decisions that only point at it: "enligt förslaget", "avslår yrkandet"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.register import clauses
from ingest.register.acts import stance_of
from ingest.register.model import Stance
from ingest.sentences import split_sentences

_PROPOSES = re.compile(
    r"\b(?:föreslår|föreslog|föreslås|föreslogs|föreslagit|föreslagits|yrkar|yrkade|yrkat|yrkades|förordar|förordade"
    r"|hemställer|hemställde|rekommenderar|rekommenderade|begär att|begärde att|vill att|ville att|ansåg att"
    r"|menade att)\b|\b(?:förslag(?:et)? (?:är|var|till beslut)|yrkande(?:t)? (?:är|var|om))\b",
    re.IGNORECASE,
)
_CONTENT = re.compile(
    r"\b(?:föreslår|föreslog|föreslås|föreslogs|yrkar|yrkade|yrkat|förordar|förordade|hemställer|hemställde|rekommenderar"
    r"|rekommenderade|begär|begärde)\b\s*(?:(?!\batt\b)[^.:]){0,60}?(?:besluta\w*\s*:?\s*)?(?=\batt\s|bifall|avslag|återremiss|bordlägg)",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"^(?:att\s+)?\w*(?:styrelsen|förbundsstyrelsen|presidiet)\s+(?:ska\s+)?beslutar?\s*:?\s*(?=att\s)", re.IGNORECASE
)
_POINTS = re.compile(
    r"\b(?:enligt|i enlighet med|i linje med|på)\s+(?P<by>(?:\w+\s+){0,4}?)(?:besluts)?"
    r"(?:förslag(?:et|en)?|yrkande(?:t|na)?)|\b(?:bifaller|biföll|godkänner|godkände|antar|antog|bifalls|bifölls|godkänns|godkändes|antas|antogs)\s+"
    r"(?P<own>(?:\w+\s+){0,3}?)(?:besluts)?(?:förslaget|förslag|yrkandet|yrkande)(?!\s+(?:till|om|på)\b)"
    r"|^(?:besluts)?(?:förslaget|yrkandet)\s+(?:bifalls|bifölls|godkänns|godkändes|antas|antogs|vinner bifall)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:[Ff]örslaget|[Tt]illäggsyrkandet|[Yy]rkandet|(?<=avslår )det$|(?<=avslog )det$"
    r"|(?P<who>[A-ZÅÄÖ]\w+(?:\s+[A-ZÅÄÖ]\w+)*|\w+s)\s+(?:förslag|yrkande)\b)"
    r"(?!\s+(?:om|till|att|på)\b)"
)
_OWN_CONTENT = re.compile(r"(?:,\s*|\s)att\s")
_REFERS = re.compile(
    r"\b(?:bifall|avslag)\b(?:\s+(?:till|på|av))?.*\b(?:förslag|yrkande)|^(?:bifall|avslag)\W*$", re.IGNORECASE
)
_MOVED = re.compile(r"yrka", re.IGNORECASE)


def is_proposal(sentence: str) -> bool:
    """True for a sentence that tells what somebody proposes, asks for or wants."""
    return _PROPOSES.search(sentence) is not None


@dataclass(frozen=True, slots=True)
class _Proposal:
    start: int
    end: int
    what: str
    owner: str
    """The sentence and label that say whose it is."""


@dataclass(slots=True)
class Proposals:
    """The proposals of a matter, in order; offsets are into ``text``."""

    text: str
    found: list[_Proposal] = field(default_factory=list)
    lead: str = ""
    """The last sentence that led to a list of proposals."""

    def add(self, start: int, end: int, label: str) -> None:
        """Take in a sentence, paragraph or item of a list that proposes something."""
        for begin, stop in split_sentences(self.text, start, end):
            self._add(begin, stop, label)

    def adopted(self, start: int, end: int) -> list[tuple[int, int, str, Stance]]:
        """What the sentence ``text[start:end]`` decides by pointing at a proposal: (start, end, words, stance) each.

        The span goes from the proposal to the sentence when it stands close before, else it is the sentence's.
        Empty when the sentence says itself what is decided.
        """
        sentence = self.text[start:end]
        match = _POINTS.search(sentence)
        if match is None or _OWN_CONTENT.search(sentence[: match.start()]) or _OWN_CONTENT.match(sentence, match.end()):
            return []
        pointed = match.groupdict()
        chosen = self._chosen((pointed["by"] or pointed["own"] or "").strip(), "yrkande" in match.group().lower())
        return [(one.start if end - one.start <= 700 else start, end, one.what, stance_of(one.what)) for one in chosen]

    def filled(self, what: str) -> str:
        """A decision to turn down, with what the proposal that it names was about."""
        match = _BARE.search(what)
        if match is None or not self.found:
            return what
        is_motion = "yrkande" in match.group().lower() or match.group() == "det"
        chosen = self._chosen(match["who"] or "", is_motion, last=True)
        said = "; ".join(one.what for one in chosen)
        return f"{what}: {said}" if said else what

    def _add(self, start: int, end: int, label: str) -> None:
        sentence = self.text[start:end]
        match = _CONTENT.search(sentence)
        begin = start + match.end() if match else start
        if match is None and is_proposal(sentence) and not re.match(r"att\s", sentence):
            self.lead = f"{label} {sentence}"
            return
        if inner := _DECIDES.match(self.text[begin:end]):
            begin += inner.end()
        elif decided := re.match(r"\s*\w*[Ss]tyrelsen\s+besluta\w*\s*(?::|att:)?\s*$", self.text[begin:end]):
            begin += decided.end()
        begin, stop = clauses.trim(self.text, begin, end)
        if stop - begin < 4 or (_REFERS.search(self.text[begin:stop]) and not self.text.startswith("att", begin)):
            return
        owner = f"{label} {sentence if match else self.lead}"
        spans = clauses.split(self.text, begin, stop) if self.text.startswith("att ", begin) else [(begin, stop)]
        self.found += (_Proposal(first, last, self.text[first:last], owner) for first, last in spans)

    def _chosen(self, whose: str, is_motion: bool, *, last: bool = False) -> list[_Proposal]:
        """The proposals of the owner that is named, else of the first (or last) to move, or of whoever prepared it."""
        stem = whose.strip().rstrip("s").casefold()
        named = [one for one in self.found if stem and stem.split()[-1] in one.owner.casefold()]
        motions = [one for one in self.found if _MOVED.search(one.owner)]
        others = [one for one in self.found if not _MOVED.search(one.owner)]
        pool = named or (motions if is_motion else others) or self.found
        if not pool:
            return []
        owner = pool[-1 if last else 0].owner
        return [one for one in pool if one.owner == owner]
