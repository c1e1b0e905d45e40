"""Tell the asker how a language model took part in understanding a question."""

from __future__ import annotations

from assistant.question import Question


def notes(question: Question, with_suggested: bool = False) -> tuple[str, ...]:
    """Return what the asker is told, a sentence each: how the question was read, and with whose words it was answered.

    Args:
        question: the question, as it was understood.
        with_suggested: the answer was found with words that the model suggested.
    """
    english = question.language == "en"
    told: list[str] = []
    if question.standalone:
        read_as = "The language model read the question as" if english else "Språkmodellen läste frågan som"
        told.append(f"{read_as}: ”{question.standalone}”")
    if with_suggested:
        words = ", ".join(question.suggested)
        told.append(
            f"The answer was found with words that the language model suggested ({words}); read the source to see "
            "whether it is about what you asked."
            if english
            else f"Svaret hittades med ord som språkmodellen föreslog ({words}); läs källan för att se om den gäller "
            "det du frågade om."
        )
    return tuple(told)
