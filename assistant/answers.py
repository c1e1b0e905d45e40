"""What an answer is: text with numbered marks, the quotes behind them, and why a person should look.

The JSON shapes are the contract of ``python -m assistant ask`` and of the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Citation:
    """One source behind a claim; ``quote`` is ``text[start:end]`` of the document's canonical text."""

    marker: int
    """The number in the answer's ``[n]``, from 1."""
    document: str
    title: str
    section: str
    page: int | None
    quote: str
    start: int
    end: int
    year: int | None = None
    association: str = ""

    @property
    def place(self) -> str:
        """Where the quote stands, for a reader: title, headings on the way to it, page."""
        page = f"sidan {self.page}" if self.page else ""
        return ", ".join(part for part in (self.title, self.section, page) if part)

    def as_json(self) -> dict[str, object]:
        return {
            "marker": self.marker,
            "document": self.document,
            "title": self.title,
            "section": self.section,
            "page": self.page,
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
        }


@dataclass(frozen=True, slots=True)
class Flag:
    """A reason why a person should look: a code of :mod:`assistant.review` and one plain sentence."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Usage:
    """What a call of a language model took."""

    tokens_in: int = 0
    tokens_out: int = 0
    seconds: float = 0.0
    estimated: bool = False
    """The server told no numbers of tokens; they are reckoned from the length of the texts."""

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
            self.seconds + other.seconds,
            self.estimated or other.estimated,
        )


@dataclass(frozen=True, slots=True)
class Phrasing:
    """How a language model took part in an answer."""

    model: str
    """As it is configured: "ollama:llama3.1:8b"."""
    prompts: tuple[str, ...]
    """Name, version and hash of each prompt that it was phrased with: "answer 1 3f9a0c2e"."""
    usage: Usage
    kept: int
    """Sentences of the model's that the documents support."""
    removed: tuple[str, ...] = ()
    """Why sentences were removed, one of :class:`assistant.phrasing.verifying.Reason` a sentence; never their words."""
    failure: str = ""
    """Kind of what went wrong, of :class:`assistant.models.errors.Trouble`; empty when nothing did."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the asker gets. ``text`` carries ``[n]`` after each claim; each n has one citation."""

    question: str
    text: str
    abstained: bool
    citations: tuple[Citation, ...] = ()
    flags: tuple[Flag, ...] = ()
    nearest: tuple[Citation, ...] = ()
    """When abstaining: the passages that came nearest, to read, not as support."""
    followups: tuple[str, ...] = ()
    answered_by: str = "extractive"
    language: str = "sv"
    """Language of ``text``: "sv" or "en". Quotes stay in the document's own."""
    notes: tuple[str, ...] = ()
    """What a reader is told of the language model's part in it, a sentence each; empty when none is configured."""
    read_with: str = ""
    """The prompt with which a language model was asked how to read the question: "question 1 3f9a0c2e"; empty when none
    read it."""
    verbatim: Answer | None = None
    """The extractive answer to the same question, when a model phrased this one."""
    phrasing: Phrasing | None = None
    """How a model took part, also when nothing of what it said was kept."""

    def as_json(self, id: str | None = None, only_codes: bool = False) -> dict[str, object]:
        """Return the contract's shape; with ``only_codes`` the review is a list of codes without their sentences."""
        shape: dict[str, object] = {} if id is None else {"id": id}
        shape.update(
            question=self.question,
            answer=self.text,
            abstained=self.abstained,
            citations=[citation.as_json() for citation in self.citations],
            review=[flag.code if only_codes else {"code": flag.code, "message": flag.message} for flag in self.flags],
            answered_by=self.answered_by,
        )
        if self.notes:
            shape["notes"] = list(self.notes)
        return shape


@dataclass(frozen=True, slots=True)
class Step:
    """An answer on its way: whole as far as it goes, and whether a language model is still at work on it."""

    answer: Answer
    working: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """What a search is limited to. Empty means no limit; the ids are those of the catalogue."""

    associations: frozenset[str] = field(default_factory=frozenset)
    types: frozenset[str] = field(default_factory=frozenset)
    years: frozenset[int] = field(default_factory=frozenset)
