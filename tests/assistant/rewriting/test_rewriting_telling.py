"""The asker is told how a model read the question."""

from __future__ import annotations

from assistant.question import Reading
from assistant.rewriting.telling import notes
from assistant.understanding import understand


def test_a_question_read_by_nobody_is_not_told_of() -> None:
    assert notes(understand("Vem äger den?", ("Vad är Landgången?",))) == ()


def test_how_a_question_was_read() -> None:
    read = understand("Vem äger den?", ("Vad är Landgången?",), reading=Reading("Vem äger Landgången?"))
    assert notes(read) == ("Språkmodellen läste frågan som: ”Vem äger Landgången?”",)


def test_whose_words_found_the_answer() -> None:
    """In the language of the question, and only when they did."""
    swedish = understand("Får vi ta hypotek?", reading=Reading("", ("lån", "borgen")))
    english = understand("What does the canoe cost?", reading=Reading("", ("båt",)))
    assert notes(swedish) == ()
    assert "föreslog (lån, borgen)" in notes(swedish, with_suggested=True)[0]
    assert "suggested (båt)" in notes(english, with_suggested=True)[0]
