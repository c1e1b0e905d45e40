"""Personal data is covered, the same by the same placeholder, and put back wherever the pieces are cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.models.veil import Veil

TEXT = "Testa Testsson (19850101-1234, testa@example.se) och Prova Provsson, 040-123 45 67. [1]"
HIDDEN = ("Testa Testsson", "Prova Provsson")


def test_each_kind_is_covered_and_put_back() -> None:
    veil = Veil(HIDDEN)
    covered = veil.cover(TEXT)
    assert covered == "[person-1] ([personnummer-1], [epost-1]) och [person-2], [telefon-1]. [1]"
    assert veil.uncover(covered) == TEXT


def test_the_same_data_has_the_same_placeholder() -> None:
    veil = Veil(HIDDEN)
    assert veil.cover("Testa Testsson") == veil.cover("Testa Testsson") == "[person-1]"


def test_a_name_in_other_forms_is_covered_and_put_back_as_it_stood() -> None:
    veil = Veil(HIDDEN)
    text = "Testa Testssons mål, sade Testa\n  Testsson; Testa Testssonstad är en annan."
    covered = veil.cover(text)
    assert covered == "[person-1]s mål, sade [person-2]; Testa Testssonstad är en annan."
    assert veil.uncover(covered) == text


def test_a_name_with_brackets_is_covered_as_a_prompt_writes_it() -> None:
    veil = Veil(["Bo <Bosse> Ek"])
    for told in ("Bo <Bosse> Ek söker.", "Bo ‹Bosse› Ek söker."):
        covered = veil.cover(told)
        assert "Bosse" not in covered
        assert veil.uncover(covered) == told


def test_a_short_name_is_no_part_of_a_longer_one() -> None:
    assert (
        Veil(("Bo", "Bo Provsson")).cover("Bo Provsson och Bo bor i Bohus.") == "[person-1] och [person-2] bor i Bohus."
    )


def test_a_placeholder_that_was_never_given_out_is_removed() -> None:
    assert Veil().uncover("Ring [telefon-3] [1]") == "Ring  [1]"


@given(st.lists(st.integers(1, 12), min_size=1, max_size=40))
def test_the_pieces_do_not_matter(sizes: list[int]) -> None:
    veil = Veil(HIDDEN)
    left, pieces = veil.cover(TEXT), []
    for size in sizes:
        pieces.append(left[:size])
        left = left[size:]
    assert "".join(veil.uncover_pieces([*pieces, left])) == TEXT


def test_what_looks_like_a_placeholder_in_a_text_stays_what_it_is() -> None:
    veil = Veil(["Testa Testsson"])
    text = "Källan skriver [person-1] om någon. Testa Testsson bor här."
    covered = veil.cover(text)
    assert covered == "Källan skriver [person-1] om någon. [person-2] bor här."
    assert veil.uncover(covered) == text
    assert veil.uncover("[person-3]") == ""
