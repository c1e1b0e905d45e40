"""Let a language model phrase an answer, and let through of it what the documents support, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.answering.answerer import Reply
from assistant.answers import Answer, Phrasing, Step, Usage
from assistant.associations import association_name
from assistant.glossary import Glossary
from assistant.hearing import honest
from assistant.library import TYPE_NAMES, Library
from assistant.models.chat import Message
from assistant.models.errors import ModelError
from assistant.models.line import Line
from assistant.models.prompts import Prompt
from assistant.phrasing.notes import failed, note, removed
from assistant.phrasing.offer import Numbered, Offer
from assistant.phrasing.offering import LETTERS_PER_TOKEN, offer
from assistant.phrasing.sentences import sentences
from assistant.phrasing.verifying import Verifier
from assistant.phrasing.writing import Writing
from assistant.stopping import Stop

ANSWER_TOKENS = 700
"""What a model may write in answer."""

MOST_LETTERS = 9000
"""Letters of passages offered however much a model takes in: more dilutes what matters."""

STEP = 500
"""Letters fewer to be offered, at the least, when a prompt is too long."""

REMEMBERED = 3
"""Earlier questions that the model is shown."""

_LANGUAGES = {"sv": "svenska", "en": "engelska"}


class Phraser:
    """Phrases what an extractive answer says; a failing model costs a note, never the answer."""

    def __init__(self, line: Line, prompt: Prompt, library: Library, glossary: Glossary) -> None:
        self._line = line
        self._prompt = prompt
        self._library = library
        self._glossary = glossary

    def steps(self, reply: Reply, history: Sequence[str] = (), stop: Stop | None = None) -> Iterator[Step]:
        """Yield the extractive answer, the phrased one as it grows, and what is left of it in the end.

        Closing the iterator stops the model, and so does ``stop``, from any thread. An answer that says that the
        documents hold none, or that a person must decide, is not shown to a model.
        """
        verbatim, question = reply.answer, reply.question
        if verbatim.abstained or question is None or not reply.draft.parts:
            yield Step(verbatim)
            return
        fitting = self._fitting(reply, history)
        if fitting is None:
            yield Step(replace(verbatim, notes=(*verbatim.notes, note("crowded", question.language))))
            return
        offered, messages = fitting
        yield Step(verbatim, working=True)
        verifier = Verifier(offered, self._glossary, self._library.weigh, question.text, question.language)
        writing = Writing(reply, verifier)
        trouble: ModelError | None = None
        usage, cut = Usage(), False
        try:
            with self._line.stream(messages, ANSWER_TOKENS, task="svar") as exchange:
                if stop:
                    stop.then(exchange.cancel)
                try:
                    for sentence in sentences(exchange):
                        if writing.add(sentence):
                            yield Step(writing.answer(self._line.name), working=True)
                finally:
                    usage, cut = exchange.usage, exchange.cut
        except ModelError as error:
            trouble = error
        yield Step(self._ended(reply, writing, usage, cut, trouble))

    def _fitting(self, reply: Reply, history: Sequence[str]) -> tuple[Offer, tuple[Message, ...]] | None:
        """Return an offer and the prompt that shows it, which the model can take in whole; None when there is none.

        The nearest passages give way first, then the earlier questions; what the answer cites must be there.
        """
        most = (self._line.context - ANSWER_TOKENS) * LETTERS_PER_TOKEN
        for earlier in (history, ()):
            letters = MOST_LETTERS
            while True:
                offered = offer(reply, self._library, letters)
                messages = self._messages(reply, offered, earlier)
                over = sum(len(message.text) for message in messages) - most
                if over <= 0:
                    return offered, messages
                if letters == 0:
                    break
                letters = max(0, letters - max(int(over) + 1, STEP))
        return None

    def _ended(self, reply: Reply, writing: Writing, usage: Usage, cut: bool, trouble: ModelError | None) -> Answer:
        """Return the phrased answer, or the extractive one when too little of it is left, with what is to be noted."""
        language = reply.answer.language
        phrasing = Phrasing(
            model=self._line.name,
            prompts=(self._prompt.id,),
            usage=usage,
            kept=writing.kept,
            removed=tuple(writing.removed),
            failure=trouble.trouble if trouble else "",
        )
        if not writing.holds_heart():
            why = self._why(writing, trouble, language)
            return replace(reply.answer, notes=(*reply.answer.notes, why), phrasing=phrasing)
        writing.complete()
        notes = [*reply.answer.notes, *([note("ended", language)] if trouble or cut or writing.is_full else [])]
        notes += [removed(len(writing.removed), language)] if writing.removed else []
        notes += [note("doubt", language)] if writing.doubts else []
        return replace(writing.answer(self._line.name), notes=tuple(notes), phrasing=phrasing)

    def _why(self, writing: Writing, trouble: ModelError | None, language: str) -> str:
        """Say why the extractive answer is given."""
        if trouble:
            return failed(trouble, language)
        if writing.kept:
            return note("heartless", language)
        return note("doubt" if writing.doubts and not writing.removed else "unsupported", language)

    def _messages(self, reply: Reply, offered: Offer, history: Sequence[str]) -> tuple[Message, ...]:
        question = reply.question
        assert question is not None
        earlier = [honest(turn) for turn in history[-REMEMBERED:]]
        return self._prompt.fill(
            today=self._library.today.isoformat(),
            language=_LANGUAGES[question.language],
            earlier=_listed(earlier),
            question=honest(question.asked),
            sources="\n\n".join(self._told(source) for source in offered.sources),
            worked=_listed([f"{one.text} {_marks(one.sources)}".strip() for one in offered.statements]),
        )

    def _told(self, source: Numbered) -> str:
        """Return a source as the model reads it: its number, where it stands, whether that is in force, its words."""
        about = source.document.source
        state = "gäller nu" if self._library.is_in_force(about) else "äldre eller senare"
        kind = TYPE_NAMES.get(about.type, "")
        facts = ", ".join(filter(None, (association_name(about.association), kind, str(about.year or ""), state)))
        return f"[{source.number}] {source.units[0].under} ({facts})\n{source.text}"


def _marks(numbers: Iterable[int]) -> str:
    return " ".join(f"[{number}]" for number in sorted(numbers))


def _listed(lines: Sequence[str]) -> str:
    return "\n".join(f"- {line}" for line in lines) or "(inget)"
