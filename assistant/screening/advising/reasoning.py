"""Whether a model's reason may be shown: only where the draft holds what it says, or the rule what it says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answering.quoting import section_name
from assistant.glossary import Glossary
from assistant.library import Library
from assistant.phrasing.offer import Numbered, Offer, Unit
from assistant.phrasing.verifying import Verifier
from assistant.screening import guarding
from assistant.screening.advising.merging import Kind
from assistant.screening.advising.telling import STANDING
from assistant.screening.draft import Draft, Span
from assistant.screening.guarding.orders import is_order
from assistant.screening.guarding.units import units_of
from assistant.screening.model import Judgement, RuleView
from ingest.sentences import split_sentences

LONGEST = 300
"""Characters of a reason; a longer one is no reason but an essay."""

_OF_RULE = re.compile(r"\b(?:(?:verksamhets)?planen|regeln|lagen)\b", re.IGNORECASE)
"""What a sentence speaks of that may rest on the rule; any other is said of the draft."""

_DRAFT = 1
"""The draft's number among what a reason may rest on; the rules come after it."""


class Reasons:
    """Reads a model's reasons for what it points at in one draft.

    Args:
        judgements: of all criteria, with their rules.
        shown: the stretches of the draft that the model has read; a reason rests on nothing else of it.
        clients: where data on clients stand; no reason rests on them or names them.
    """

    def __init__(
        self,
        draft: Draft,
        judgements: Sequence[Judgement],
        shown: Sequence[Span],
        clients: Sequence[Span],
        library: Library,
        glossary: Glossary,
    ) -> None:
        self._secrets = guarding.secrets(draft.text, clients)
        rules = {one.criterion.id: one.rule for one in judgements if one.rule and one.rule.citation}
        self._numbers = {id: number for number, id in enumerate(rules, _DRAFT + 1)}
        sources = [Numbered(_DRAFT, draft.document, tuple(_units(draft, shown, clients)))]
        sources += (_rule(self._numbers[id], rule, library) for id, rule in rules.items())
        self._verifier = Verifier(Offer(tuple(sources)), glossary, library.weigh, "")

    def reason(self, judgement: Judgement, kind: Kind, why: str) -> str:
        """Return the model's reason on one line, or the standing sentence of its kind."""
        words = " ".join(why.split())
        if not words or len(words) > LONGEST or self._secrets.search(words) or is_order(words):
            return STANDING[kind]
        rule = self._numbers.get(judgement.criterion.id)
        sentences = (words[start:end] for start, end in split_sentences(words))
        return words if all(self._holds(one, rule) for one in sentences) else STANDING[kind]

    def _holds(self, sentence: str, rule: int | None) -> bool:
        """True when the draft holds a sentence, or the rule one that says that it is of the rule."""
        numbers = (_DRAFT, rule) if rule and _OF_RULE.search(sentence) else (_DRAFT,)
        return self._verifier.check(sentence, numbers).supported


def _units(draft: Draft, shown: Sequence[Span], clients: Sequence[Span]) -> Iterator[Unit]:
    """Yield the sentences of a draft that were shown and tell of no client, each under its headings."""
    document = draft.document
    for one in units_of(document):
        is_shown = any(span.start <= one.start and one.end <= span.end for span in shown)
        if is_shown and not any(one.start < span.end and span.start < one.end for span in clients):
            under = section_name(document, document.sections[one.block.section])
            yield Unit(document, one.start, one.end, one.words(document), under)


def _rule(number: int, rule: RuleView, library: Library) -> Numbered:
    citation = rule.citation
    assert citation is not None
    document = library.document(citation.document)
    unit = Unit(document, citation.start, citation.end, " ".join(rule.quote.split()), citation.section)
    return Numbered(number, document, (unit,))
