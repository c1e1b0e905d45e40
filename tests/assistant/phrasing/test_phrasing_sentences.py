"""What a model writes is cut into sentences with the sources that each cites, however it comes in pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.phrasing.sentences import LONGEST, Sentence, sentences


def cut(text: str, size: int = 7) -> list[Sentence]:
    return list(sentences(text[at : at + size] for at in range(0, len(text), size)))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Målgruppen är unga [1].", (1,)),
        ("Målgruppen är unga. [1]", (1,)),
        ("Målgruppen är unga.[2][1]", (2, 1)),
        ("Målgruppen är unga [1, 3].", (1, 3)),
        ("Målgruppen är unga [1–3].", (1, 2, 3)),
        ("Målgruppen är unga [källa 2].", (2,)),
        ("Målgruppen är unga [Källor 2 och 4].", (2, 4)),
        ("Målgruppen är unga【3】.", (3,)),
        ("Målgruppen [1] är unga [1].", (1,)),
        ("Målgruppen är unga.", ()),
    ],
)
def test_a_mark_belongs_to_the_sentence_before_it(text: str, numbers: tuple[int, ...]) -> None:
    assert cut(text) == [Sentence("Målgruppen är unga.", numbers, opens=True)]


def test_a_range_that_is_no_range_of_sources_is_short() -> None:
    """A mark cannot be made to name thousands of sources."""
    (found,) = cut("Allt stämmer [1-999].")
    assert len(found.numbers) <= 21


def test_lists_lines_and_emphasis() -> None:
    text = "## Svar\n**FRAM** får 5 kr [1]. Det är lite [2].\n\n- `KUR` får 3 kr [3]\n2) IPS får 2 kr [4]\n"
    assert cut(text) == [
        Sentence("Svar", (), opens=True),
        Sentence("FRAM får 5 kr.", (1,), opens=True),
        Sentence("Det är lite.", (2,)),
        Sentence("KUR får 3 kr", (3,), item=True, opens=True),
        Sentence("IPS får 2 kr", (4,), item=True, opens=True),
    ]


def test_an_abbreviation_ends_nothing() -> None:
    assert [one.text for one in cut("Det gäller bl.a. unga m.fl. i Malmö den 3 april. Därefter gäller annat.")] == [
        "Det gäller bl.a. unga m.fl. i Malmö den 3 april.",
        "Därefter gäller annat.",
    ]


def test_a_sentence_comes_as_soon_as_the_next_has_begun() -> None:
    """It is not held back until all has been written; its mark, in a piece of its own, is waited for."""
    taken: list[str] = []

    def pieces() -> list[str]:
        return ["Målgruppen är unga.", " [", "1]", " Den", " är bred [2]."]

    def watched() -> object:
        for piece in pieces():
            taken.append(piece)
            yield piece

    first = next(sentences(watched()))  # type: ignore[arg-type]
    assert first == Sentence("Målgruppen är unga.", (1,), opens=True)
    assert taken == pieces()[:4]


def test_a_line_without_end_is_cut() -> None:
    found = cut("ord " * LONGEST, 50)
    assert len(found) > 1
    assert max(len(one.text) for one in found) <= LONGEST + 50


@given(st.text("ab.!? \n[]12,-*", max_size=80), st.integers(1, 20))
def test_the_pieces_do_not_matter(text: str, size: int) -> None:
    assert cut(text, size) == cut(text, 1000)
