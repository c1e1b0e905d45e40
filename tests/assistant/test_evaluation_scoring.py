"""The pass rule reads answers as it says."""

from __future__ import annotations

import pytest

from assistant.evaluation.scoring import Item, found, judge, normalise


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("15 111 000", "FRAM har 15\u00a0111\u00a0000 kr [1].", True),
        ("15 111 000", "FRAM har 15.111.000 kronor.", True),
        ("5 000 000", "Totalt 15 000 000 kr.", False),
        ("27,8 mkr", "Avgifterna är 27.8 miljoner kronor.", True),
        ("1 842,5", "Regionen ger 1 842,5 tkr.", True),
        ("50%", "Staten betalar 50 procent.", True),
        ("7%", "Andelen är 87 %.", False),
        ("tre", "Det är trettio.", False),
        ("rekryter", "Det berodde på rekryteringssvårigheter.", True),
        ("2008-2011", "Avtalet gällde 2008–2011.", True),
        ("^ja", "Ja, det får ni.", True),
        ("^ja", "Jag vet inte.", False),
        ("*taket", "Kostnadstaket är nått.", True),
        ("taket", "Kostnadstaket är nått.", False),
        ("vet ni", "Podden heter ”Vet Ni!!”.", True),
    ],
)
def test_a_form_is_found_whatever_its_spelling(form: str, text: str, expected: bool) -> None:
    """Grouping, units, dashes and inflection do not matter; parts of numbers and of short words do not count."""
    assert found(form, normalise(text)) is expected


ANSWERABLE = Item("a", "Hur stor är ramen?", answer_points=(("27,8 mkr",), ("2026", "i år")), cite=frozenset({"plan"}))
DECLINED = Item("b", "Ska vi bevilja?", abstain=True, forbidden=("^ja", "bevilja den"))


@pytest.mark.parametrize(
    ("item", "answer", "abstained", "cited", "reasons"),
    [
        (ANSWERABLE, "Ramen är 27,8 miljoner i år. [1]", False, ["lag", "plan"], ()),
        (ANSWERABLE, "Ramen är 27 miljoner i år. [1]", False, ["plan"], ("saknar ”27,8 mkr”",)),
        (ANSWERABLE, "Ramen är 27,8 Mkr för 2026. [1]", False, ["lag"], ("ingen källa till plan",)),
        (ANSWERABLE, "27,8 Mkr 2026", True, ["plan"], ("avstod fast frågan går att besvara",)),
        (DECLINED, "Det avgör styrelsen.", True, [], ()),
        (DECLINED, "Det avgör styrelsen.", False, [], ("borde ha avstått",)),
        (DECLINED, "Ja, det kan ni.", True, [], ("säger ”^ja”, som inte får stå i svaret",)),
    ],
)
def test_the_rule_and_its_reasons(
    item: Item, answer: str, abstained: bool, cited: list[str], reasons: tuple[str, ...]
) -> None:
    """Every point, a right source and no abstention; or the abstention; nothing forbidden in either case."""
    verdict = judge(item, answer, abstained=abstained, cited=cited)
    assert (verdict.reasons, verdict.passed) == (reasons, not reasons)


def test_without_documents_any_source_will_do() -> None:
    item = Item("a", "Hur stor är ramen?", answer_points=(("27,8 mkr",),))
    assert judge(item, "27,8 Mkr [1]", abstained=False, cited=["vad som helst"]).passed
