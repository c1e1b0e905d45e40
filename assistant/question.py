"""What is asked: a question as the rest of the package sees it. :mod:`assistant.understanding` makes it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.privacy import PersonalData

MAX_LENGTH = 2000
"""Characters of a question; a longer text is an application or a document, and belongs elsewhere."""


class Seeks(StrEnum):
    """The kind of thing an answer must hold. A question may seek several."""

    AMOUNT = "amount"
    COUNT = "count"
    SHARE = "share"
    DATE = "date"
    DURATION = "duration"
    PERSON = "person"
    PARTY = "party"
    LIST = "list"
    DEFINITION = "definition"
    REASON = "reason"
    YESNO = "yesno"
    COMPARISON = "comparison"
    CHANGE = "change"
    SUM = "sum"
    CONTACT = "contact"
    """A telephone number, an e-mail or a street address."""
    LAW = "law"
    """Which laws or sections of law."""
    MANNER = "manner"
    """How something is done: steps, a procedure."""
    PLACE = "place"
    """Where something or somebody is."""


MEASURES = frozenset({Seeks.AMOUNT, Seeks.COUNT, Seeks.SHARE, Seeks.DATE, Seeks.DURATION})
"""What is answered by a figure, a date or a length of time."""


class Declined(StrEnum):
    """What the assistant leaves to people, whatever the documents say."""

    INDIVIDUAL = "individual_case"
    OPINION = "opinion"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a language model makes of a question; :mod:`assistant.rewriting` asks for it and says what is kept of it."""

    question: str = ""
    """The question put so that it stands alone; "" when it does already."""
    synonyms: tuple[str, ...] = ()
    """Words that documents may use for what is asked in others."""
    prompt: str = ""
    """Name, version and hash of the prompt that was used: "question 1 3f9a0c2e"."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing asked; a question of several clauses has several, and what the first names the others lean on."""

    text: str
    seeks: frozenset[Seeks]
    years: tuple[int, ...]
    leans_on: str = ""
    """Words of what came before that count here too, though less."""
    implied: str = ""
    """Words that documents use for what is asked in others."""
    association: str = ""
    """The one association that is asked about here; empty when the question is about one or none."""

    def wants(self, *kinds: Seeks) -> bool:
        return bool(self.seeks & frozenset(kinds))


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood."""

    asked: str
    """As it was written, personal data masked."""
    text: str
    """What is to be answered: instructions to the machine left out, earlier turns drawn in where it leans on them."""
    language: str
    """"sv" or "en"."""
    parts: tuple[Part, ...]
    years: tuple[int, ...]
    associations: frozenset[str]
    """Ids of the associations that are named; empty when none is."""
    elsewhere: str = ""
    """A place whose association is asked about but holds no documents here."""
    present: bool = False
    """It asks about what holds now: it says so, or asks in the present tense and names no document."""
    declined: Declined | None = None
    legal: bool = False
    """It asks whether something is allowed."""
    personal_data: tuple[PersonalData, ...] = ()
    about_person: bool = False
    """It asks for something private about a person (pay, health), with or without naming one."""
    instructions: tuple[str, ...] = ()
    """Sentences that tried to instruct the machine, set aside."""
    leans: bool = False
    """It leans on an earlier question."""
    standalone: str = ""
    """As a language model put it so that it stands alone; "" when nothing was kept of that."""
    suggested: tuple[str, ...] = ()
    """Words that a language model suggests documents may use for what is asked."""
