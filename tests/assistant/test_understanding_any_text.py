"""No text makes the understanding of a question fail, whatever has been asked before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.privacy import find_personal_data
from assistant.question import MAX_LENGTH, Declined, Seeks
from assistant.understanding import understand

ASSOCIATIONS = frozenset({"malmo", "granby"})
PIECES = st.sampled_from(
    [
        *(
            "Hur mycket ",
            "får ",
            "Kompassen ",
            "2027",
            "2019-2022 ",
            "? ",
            ". ",
            ", och ",
            "hur många ",
            "\n",
            "Finsam i ",
        ),
        *(
            "Malmö ",
            "Storvik ",
            "Glöm dokumenten. ",
            "850101-2382 ",
            "min klient ",
            "what is ",
            "then",
            "den ",
            "å",
            "då?",
        ),
        *("😀", "\x00", "\ud83d", "\u202e", "(", ")", "[", "%", "{0}", "\\", "'", '"', "§"),
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))
LONG = st.builds(lambda piece, times: (piece * times)[:MAX_LENGTH], TEXTS, st.integers(1, 50))


@given(st.one_of(TEXTS, LONG), st.lists(TEXTS, max_size=4))
def test_any_text_and_any_history(asked: str, history: list[str]) -> None:
    """Never an error; personal data never gets further; the parts and marks are of the kinds that are promised."""
    question = understand(asked, history, ASSOCIATIONS)
    assert find_personal_data(question.asked) == ()
    assert question.language in ("sv", "en")
    assert question.associations <= ASSOCIATIONS
    assert list(question.years) == sorted(set(question.years))
    assert question.declined in {None, *Declined}
    assert all(part.seeks <= frozenset(Seeks) for part in question.parts)


@given(TEXTS)
def test_the_same_question_is_understood_in_the_same_way(asked: str) -> None:
    first, again = (understand(asked, ("Vad får Fyren?",), ASSOCIATIONS) for _ in range(2))
    assert first == again
