"""Let a language model look at a draft that the rules have judged; one that fails costs a note, never the protocol."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from pathlib import Path

from assistant.glossary import Glossary
from assistant.library import Library
from assistant.models.chat import Message
from assistant.models.errors import ModelError
from assistant.models.line import Line
from assistant.models.prompts import Prompt
from assistant.phrasing.offering import LETTERS_PER_TOKEN
from assistant.screening import guarding
from assistant.screening.advising import telling
from assistant.screening.advising.excerpt import Excerpt, excerpt
from assistant.screening.advising.locating import located
from assistant.screening.advising.merging import Placed, kind_of, merged
from assistant.screening.advising.proposals import Proposal, Proposals
from assistant.screening.advising.reasoning import Reasons
from assistant.screening.draft import Draft, Span
from assistant.screening.model import Judgement, Verdict

TASK = "utkast"
"""What FINSAM_CHAT_TASKS must allow."""

ANSWER_TOKENS = 1500
"""What the model may write."""

SHAPE_TOKENS = 400
"""What it takes to tell the model the shape of its answer."""

LEAST_LETTERS = 1500
"""Letters of a longer draft for which there must be room; with fewer the model would judge a scrap."""

_LOG = logging.getLogger(__name__)


class Adviser:
    """Adds a model's remarks to what the rules have judged."""

    def __init__(self, line: Line, prompt: Prompt, glossary: Glossary) -> None:
        self._line = line
        self._prompt = prompt
        self._glossary = glossary

    @classmethod
    def of(cls, line: Line | None, prompts: Path, glossary: Path) -> Adviser | None:
        """Return an adviser, or None when no model is configured or it may not help with drafts.

        Raises:
            AssistantError: the prompt or the glossary cannot be used.
        """
        if line is None or not line.allows(TASK):
            return None
        return cls(line, Prompt.load(prompts, "screen"), Glossary.load(glossary))

    def advise(
        self, draft: Draft, judgements: Sequence[Judgement], orders: Sequence[Span], title: str, library: Library
    ) -> tuple[tuple[Judgement, ...], tuple[str, ...]]:
        """Return the judgements with the model's remarks, and what the protocol says of the model's part.

        Args:
            judgements: the rules', with the rules quoted.
            orders: where the draft tells a machine what to do; the model does not see them.
            title: of the criteria.
        """
        judged = tuple(judgements)
        clients = guarding.personal_data(draft)
        shown = self._shown(draft, judged, orders, title)
        if shown is None:
            return judged, telling.too_narrow(self._line.context)
        try:
            messages = self._messages(judged, title, shown.text)
            answer, _ = self._line.ask(messages, Proposals, ANSWER_TOKENS, TASK, hidden=_hidden(draft, clients))
        except ModelError as error:
            _LOG.info("draft_unadvised: %s", error.trouble)
            return judged, telling.failed(error)
        heard = _heard(answer.criteria, judged)
        placed = tuple(_placed(heard, draft, shown, clients))
        reasons = Reasons(draft, judged, shown.spans, clients, library, self._glossary)
        remarked = merged(judged, placed, self._line.name, reasons.reason)
        dropped = len(heard) - len(placed)
        return remarked, telling.looked(self._line, remarked, dropped, _headings(draft, shown), self._prompt.id)

    def _shown(
        self, draft: Draft, judgements: Sequence[Judgement], orders: Sequence[Span], title: str
    ) -> Excerpt | None:
        """Return what the model is shown of the draft; None when it takes in too little to be asked."""
        told = sum(len(message.text) for message in self._messages(judgements, title, ""))
        room = int((self._line.context - ANSWER_TOKENS - SHAPE_TOKENS) * LETTERS_PER_TOKEN) - told
        return excerpt(draft, orders, room) if room >= min(LEAST_LETTERS, len(draft.text)) else None

    def _messages(self, judgements: Sequence[Judgement], title: str, text: str) -> tuple[Message, ...]:
        criteria = "\n".join(_asked(one) for one in judgements if one.verdict is not Verdict.NOT_MET)
        return self._prompt.fill(plan=title, criteria=criteria, draft=text)


def _asked(judgement: Judgement) -> str:
    one = judgement.criterion
    return (
        f"{one.id} {one.name}. Reglerna säger: {judgement.verdict}. {one.question} Talar för: {one.meets} "
        f"Talar emot: {one.contradicts}"
    )


def _heard(proposals: Iterable[Proposal], judgements: Sequence[Judgement]) -> tuple[Proposal, ...]:
    """Return the proposals that may become something: on a criterion there is, with a verdict that is heard."""
    rules = {one.criterion.id: one.verdict for one in judgements}
    return tuple(one for one in proposals if one.id in rules and kind_of(rules[one.id], one.verdict))


def _placed(proposals: Iterable[Proposal], draft: Draft, shown: Excerpt, clients: Sequence[Span]) -> Iterable[Placed]:
    """Yield those whose evidence stands in what was shown; what is told of a client is none."""
    for one in proposals:
        span = located(draft.document, one.evidence or "", shown.spans)
        if span and not any(span.start < client.end and client.start < span.end for client in clients):
            yield Placed(one, span)


def _hidden(draft: Draft, clients: Sequence[Span]) -> tuple[str, ...]:
    """Return the data on clients word by word, in every form in which it stands in the draft."""
    words = guarding.secrets(draft.text, clients).findall(draft.text)
    return tuple(dict.fromkeys([*(draft.text[span.start : span.end] for span in clients), *words]))


def _headings(draft: Draft, shown: Excerpt) -> tuple[str, ...]:
    sections = guarding.masked_draft(draft).document.sections if shown.unread else ()
    return tuple(sections[place].heading for place in shown.unread)
