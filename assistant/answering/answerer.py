"""Answer a question from the documents alone: retrieve, gather, select, say, and flag what a person must look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from langchain_core.retrievers import BaseRetriever

from assistant.answering.casing import is_written_small, with_names
from assistant.answering.composition import compose
from assistant.answering.draft import Draft
from assistant.answering.facts import Fact
from assistant.answering.named_tables import passed_over
from assistant.answering.parts import Desk, PartAnswer, answer_part
from assistant.answering.quoting import cite
from assistant.answering.refusals import decline, no_answer, not_a_question
from assistant.answering.thoroughness import Thoroughness, asks_for_all
from assistant.answers import Answer, Citation, Flag, Scope
from assistant.associations import HOME, NATIONAL, association_name
from assistant.glossary import Glossary
from assistant.hearing import IT, Heard, hear
from assistant.library import Library
from assistant.limits import asks_about_clients, says_private
from assistant.privacy import mask
from assistant.question import Part, Question, Reading, Seeks
from assistant.retrieval import Hit
from assistant.review import flag
from assistant.rewriting.telling import notes
from assistant.understanding import understand
from assistant.years import with_last_year

BREADTH = 60
"""Passages looked at for an answer."""

_DOUBTED = re.compile(r"\bosäker|\bläsbara\b|\brest(?:er)? av (?:ett )?diagram", re.IGNORECASE)
"""How a restated table's title says that not all of it could be read."""

NEAREST = 3
"""Passages shown when the documents hold no answer."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer and what it was made of, for whoever would phrase it anew."""

    answer: Answer
    question: Question | None = None
    hits: tuple[Hit, ...] = ()
    """The passages looked at, the best first in each part of the question."""
    draft: Draft = field(default_factory=Draft)
    """What is said to each part; empty when nothing can be said."""


class Answerer:
    """Answers from one library; ``retriever`` may be any LangChain retriever that keeps the passages' metadata."""

    def __init__(self, library: Library, glossary: Glossary, retriever: BaseRetriever) -> None:
        self.library = library
        self.glossary = glossary
        self.retriever = retriever

    def answer(
        self,
        asked: str,
        history: Sequence[str] = (),
        scope: Scope | None = None,
        reading: Reading | None = None,
    ) -> Answer:
        """Return the answer to ``asked``, as :meth:`reply` does."""
        return self.reply(asked, history, scope, reading).answer

    def reply(
        self,
        asked: str,
        history: Sequence[str] = (),
        scope: Scope | None = None,
        reading: Reading | None = None,
    ) -> Reply:
        """Return the answer to ``asked`` with what it was made of; it never raises for what a user may write, nor for
        what a model reads in it.

        Args:
            reading: a language model's reading of the question.
        """
        refused = not_a_question(asked)
        if refused:
            return Reply(refused)
        question = self._understand(asked, history, scope or Scope(), reading)
        if question.declined or not question.text:
            return Reply(decline(question, self._criteria(question)), question)
        scope = scope or Scope()
        if asks_about_clients(question.text) or asks_about_clients(question.standalone):
            return Reply(no_answer(question, (), self.library), question)
        answers, hits = self._parts(question, self._home_scope(question, scope))
        unknown = [answer.unknown for answer in answers if answer.unknown]
        elsewhere_too = not (unknown or question.elsewhere or scope.associations or question.associations)
        if not any(answers) and elsewhere_too:
            elsewhere, found = self._parts(question, self._other_scope(scope))
            if any(elsewhere):
                return self._say(question, elsewhere, found, foreign=True)
        if not any(answers) and not unknown and (implying := self._in_other_words(question)):
            found_so, passages = self._parts(implying, self._home_scope(question, scope))
            if any(found_so):
                return _with_notes(self._say(question, found_so, passages), notes(question, with_suggested=True))
        if not any(answers):
            reply = Reply(no_answer(question, self._nearest(hits), self.library, unknown), question)
            return _with_notes(reply, notes(question))
        return _with_notes(self._say(question, answers, hits), notes(question))

    def wants_reading(self, asked: str, history: Sequence[str] = ()) -> bool:
        """True when a language model's reading may help: the question leans on an earlier one, or on words that no
        document holds."""
        if not_a_question(asked):
            return False
        question = understand(asked, history, self.library.associations)
        if question.declined or not question.text:
            return False
        return question.leans or self._lacks_words(question)

    def _lacks_words(self, question: Question) -> bool:
        """True when a word of a question, no name, stands in no document."""
        desk = Desk(self.library, self.glossary, _names_of(question))
        terms = (term for part in question.parts for term in desk.terms(part))
        return any(not (term.name or term.implied or self.library.is_known(term.word)) for term in terms)

    def _in_other_words(self, question: Question) -> Question | None:
        """Return a question that implies what a language model suggests, or None when the documents know its own words:
        what they do not answer in those they are not asked in others."""
        if not question.suggested or question.elsewhere or not self._lacks_words(question):
            return None
        words = " ".join(question.suggested)
        parts = tuple(replace(part, implied=f"{part.implied} {words}".strip()) for part in question.parts)
        return replace(question, parts=parts)

    def _understand(self, asked: str, history: Sequence[str], scope: Scope, reading: Reading | None) -> Question:
        """Understand a question, "förra året" as today has it; one without capitals after its names have been given
        theirs."""
        written, asked = asked, with_last_year(asked, self.library.today.year)
        question = replace(understand(asked, history, self.library.associations, reading), asked=mask(written))
        if question.text and is_written_small(asked):
            named = with_names(asked, (hit.text for hit in self._hits(question.text, scope, question.years)))
            if named != asked:
                return replace(understand(named, history, self.library.associations, reading), asked=question.asked)
        return question

    def search(self, text: str, k: int = 10, scope: Scope | None = None) -> list[Hit]:
        """Return the ``k`` best passages for a question or keywords; associations that are not meant come last."""
        heard = hear(text, (), self.library.associations)
        scope = scope or Scope()
        home = frozenset() if scope.associations else self._home_scope(heard, scope).associations
        return self._hits(heard.text or text, scope, heard.years, k, home)

    def _home_scope(self, question: Question | Heard, scope: Scope) -> Scope:
        if scope.associations:
            return scope
        named = question.associations or frozenset({HOME} & self.library.associations) or self.library.associations
        return Scope(named | {NATIONAL, ""}, scope.types, scope.years)

    def _other_scope(self, scope: Scope) -> Scope:
        return Scope(self.library.associations - {HOME}, scope.types, scope.years)

    def _hits(
        self,
        text: str,
        scope: Scope,
        years: Sequence[int],
        k: int = BREADTH,
        home: frozenset[str] = frozenset(),
        each: int = 0,
    ) -> list[Hit]:
        found = self.retriever.invoke(text, k=k, scope=scope, years=years, home=home, each=each)
        return [Hit.of_langchain(one, self.library) for one in found]

    def _parts(self, question: Question, scope: Scope) -> tuple[list[PartAnswer], list[Hit]]:
        """Return the answers to the parts of a question, and the passages looked at."""
        desk = Desk(self.library, self.glossary, _names_of(question), bool(question.associations), scope)
        answers: list[PartAnswer] = []
        passages: list[Hit] = []
        for part in question.parts:
            within = replace(scope, associations=frozenset({part.association})) if part.association else scope
            whole = asks_for_all(part, desk.terms(part))
            text = f"{part.text} {part.implied} {part.leans_on}"
            hits = self._hits(text, within, part.years, each=1 if whole and self._are_few(within) else 0)
            passages.extend(hits)
            told = question.elsewhere or _asks_for_told_sum(part, answers)
            answer = PartAnswer() if told else answer_part(part, hits, desk)
            if question.about_person and not says_private(answer.text):
                answer = PartAnswer()
            if whole and answer.is_gathered(part):
                answer = replace(answer, thoroughness=Thoroughness.of_hits(hits, within, self.library))
            answers.append(answer)
        return answers, passages

    def _are_few(self, scope: Scope) -> bool:
        """True when a passage of every document within ``scope`` can be looked at."""
        return sum(self.library.within(source, scope) for source in self.library.sources) <= BREADTH

    def _say(
        self, question: Question, answers: Sequence[PartAnswer], hits: Sequence[Hit], foreign: bool = False
    ) -> Reply:
        draft = compose(answers, question.language)
        answer = Answer(
            question=question.asked,
            text=draft.text,
            abstained=False,
            citations=tuple(draft.citations),
            flags=tuple(self._flags(question, answers, draft, foreign)),
            language=question.language,
        )
        return Reply(answer, question, tuple(hits), draft)

    def _flags(self, question: Question, answers: Sequence[PartAnswer], draft: Draft, foreign: bool) -> list[Flag]:
        flags: list[Flag] = []
        language = question.language
        sources = [self.library.source_of(id) for id in dict.fromkeys(one.document for one in draft.citations)]
        if foreign:
            names = sorted({association_name(source.association) for source in sources})
            flags.append(flag("other_organisation", ", ".join(names), language))
        timeless = all(part.wants(Seeks.DEFINITION) for part in question.parts)
        current = question.present and not question.years and not timeless
        if current and sources and all(map(self.library.is_outdated, sources)):
            flags.append(flag("outdated_source", ", ".join(source.title for source in sources), language))
        conflicts = [conflict.detail for answer in answers for conflict in answer.conflicts]
        if conflicts:
            flags.append(flag("conflicting_sources", "; ".join(conflicts), language))
        unsure = [fact for answer in answers for fact in answer.facts if _is_unsure(fact)]
        titles = dict.fromkeys(fact.table.title or fact.document.source.title for fact in unsure)
        titles |= dict.fromkeys(passed_over(question.text, draft.citations, self.library))
        if titles:
            flags.append(flag("uncertain_extraction", "; ".join(titles), language))
        if question.legal:
            flags.append(flag("legal_judgement", language=language))
        if question.personal_data or question.about_person:
            flags.append(flag("personal_data", language=language))
        if question.instructions:
            flags.append(flag("prompt_injection", " ".join(question.instructions)[:200], language))
        return flags

    def _nearest(self, hits: Sequence[Hit]) -> tuple[Citation, ...]:
        return tuple(
            cite(hit.document, hit.passage.start, hit.passage.end, n) for n, hit in enumerate(hits[:NEAREST], 1)
        )

    def _criteria(self, question: Question) -> tuple[Citation, ...]:
        """The general rules that a question about a case or a decision touches, to read."""
        scope = self._home_scope(question, Scope(types=frozenset({"verksamhetsplan", "lag", "forbundsordning"})))
        return self._nearest(self._hits("målgrupp för insatser, behov av samordnad rehabilitering", scope, (), NEAREST))


def _is_unsure(fact: Fact) -> bool:
    """True for a cell that was read with doubt, by us or by whoever restated the table."""
    return fact.table.uncertain or fact.row.uncertain or bool(_DOUBTED.search(fact.table.title))


def _with_notes(reply: Reply, notes: tuple[str, ...]) -> Reply:
    return replace(reply, answer=replace(reply.answer, notes=notes)) if notes else reply


def _asks_for_told_sum(part: Part, before: Sequence[PartAnswer]) -> bool:
    """True for a part that asks what "it" comes to when an earlier one has given a list with its sum."""
    listings = [answer.listing for answer in before if answer.listing]
    told = any(fact.row.is_sum for listing in listings for fact in listing.facts)
    return told and part.wants(Seeks.SUM) and bool(IT.search(part.text))


def _names_of(question: Question) -> frozenset[str]:
    """Words that name the association: they set the scope and say nothing of the subject."""
    names = {name for id in question.associations for name in (id, association_name(id).lower())}
    names |= {f"{name}{ending}" for name in names for ending in ("förbundet", "finsam", "förbunden")}
    names |= {"finsam"} | ({"samordningsförbundet"} if names else set())
    return frozenset(names | {f"{name}s" for name in names})
