"""The kind of thing a question seeks is told by the words it is asked with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question import Seeks
from assistant.seeking import begins_with_verb, cue_words, kinds_sought


@pytest.mark.parametrize(
    ("clause", "kinds"),
    [
        ("Hur mycket får Kompassen?", {Seeks.AMOUNT}),
        ("Vad kostar insatsen?", {Seeks.AMOUNT}),
        ("How much does it cost?", {Seeks.AMOUNT}),
        ("Hur många deltog?", {Seeks.COUNT}),
        ("How many took part?", {Seeks.COUNT}),
        ("Hur stor andel gick vidare till arbete?", {Seeks.SHARE}),
        ("När startade Fyren?", {Seeks.DATE}),
        ("Vilket år startade Fyren?", {Seeks.DATE}),
        ("When did it start?", {Seeks.DATE}),
        ("Vem leder förbundet?", {Seeks.PERSON}),
        ("Who leads it?", {Seeks.PERSON}),
        ("Vilka insatser finns?", {Seeks.LIST}),
        ("Vad betyder samverkan?", {Seeks.DEFINITION}),
        ("Varför lades Fyren ner?", {Seeks.REASON}),
        ("Får förbundet låna pengar?", {Seeks.YESNO}),
        ("Can the association borrow?", {Seeks.YESNO}),
    ],
)
def test_what_is_sought(clause: str, kinds: set[Seeks]) -> None:
    """At least these; a clause that begins with its verb seeks a yes or a no and nothing else."""
    found = kinds_sought(clause)
    assert kinds <= found
    if Seeks.YESNO in kinds:
        assert found == kinds


@pytest.mark.parametrize(
    "clause",
    [
        "Deltar Malmö stad i Fyren?",
        "Omfattas äldre av planen?",
        "Täcks lokaler av medlen?",
        "Når Fyren sina mål?",
        "Ökade budgeten 2031?",
        "Står styrelsen bakom beslutet?",
        "Pågår Fyren?",
        "Uppfyller Fyren sina mål?",
        "Ägs Fyren av Malmö stad?",
        "Startar Fyren 2031?",
        "Fastställdes budgeten i maj?",
        "Och deltar Region Skåne?",
        "Does Region Skåne take part?",
    ],
)
def test_a_clause_that_begins_with_its_verb(clause: str) -> None:
    """Also with those that turns of phrase are read as."""
    assert begins_with_verb(clause)
    assert kinds_sought(clause) == {Seeks.YESNO}


@pytest.mark.parametrize(
    "clause",
    [
        "Är i Malmö",
        "Gäller för 2031",
        "Kommer från staden",
        "Vem deltar i Fyren?",
        "Fyren pågår",
        "Hur når man Fyren?",
        "",
    ],
)
def test_a_clause_that_only_has_a_verb(clause: str) -> None:
    """Without a subject after it, or inside the clause."""
    assert not begins_with_verb(clause)
    assert Seeks.YESNO not in kinds_sought(clause)


@pytest.mark.parametrize(
    ("clause", "counts"),
    [
        ("Hur många deltagare är målet för Fyren?", True),
        ("Deltagare i Fyren, mål och utfall?", True),
        ("Vilket mål har Fyren för inskrivna, och vilket utfall?", True),
        ("Hur många platser har Fyren?", True),
        ("Vilka personer leder Fyren?", False),
        ("Vilka mål har Fyren?", False),
        ("Vem skrev in deltagare?", False),
    ],
)
def test_a_goal_or_an_outcome_for_those_who_take_part_is_a_count(clause: str, counts: bool) -> None:
    assert (Seeks.COUNT in kinds_sought(clause)) is counts


@pytest.mark.parametrize(
    ("clause", "of_parties"),
    [
        ("Vilka parter har Fyren?", True),
        ("Vem äger Fyren?", True),
        ("Who owns it?", True),
        ("Which parties are there?", True),
        ("Who can take part?", False),
        ("Who takes part?", False),
        ("Who took part in 2031?", False),
    ],
)
def test_taking_part_makes_no_party(clause: str, of_parties: bool) -> None:
    assert (Seeks.PARTY in kinds_sought(clause)) is of_parties


@pytest.mark.parametrize("clause", ["", "😀", "Fyren", "1234"])
def test_what_tells_nothing(clause: str) -> None:
    assert kinds_sought(clause) == frozenset()


def test_a_share_is_no_count() -> None:
    assert Seeks.COUNT not in kinds_sought("Hur många procent av antalet deltagare?")


@given(st.text(max_size=300))
def test_any_text_is_taken(text: str) -> None:
    """Cue words are words of the text, in lower case."""
    assert kinds_sought(text) <= frozenset(Seeks)
    assert all(word in text.lower() for word in cue_words(text))


@pytest.mark.parametrize(
    ("clause", "kind", "expected"),
    [
        ("Vilka andra lagar gäller?", Seeks.LAW, True),
        ("Which act applies?", Seeks.LAW, True),
        ("Vad säger lagen?", Seeks.LAW, False),
        ("Hur mycket dyrare är Fyren än Kompassen?", Seeks.COMPARISON, True),
        ("Vad kostar delarna ihop?", Seeks.SUM, True),
        ("Vad kostar de strukturinriktade insatserna?", Seeks.SUM, True),
        ("Vad kostar insatsen?", Seeks.SUM, False),
        ("Vad är telefonnumret till kansliet?", Seeks.CONTACT, True),
        ("Vad är telefonnumret till kansliet?", Seeks.DEFINITION, False),
        ("Vem ägde Fyren?", Seeks.PARTY, True),
        ("Vad händer om en ledamot slutar?", Seeks.PERSON, False),
        ("Vad heter ordföranden?", Seeks.PERSON, True),
        ("Vilka år startade de?", Seeks.DATE, True),
        ("Vilka år startade de?", Seeks.LIST, False),
    ],
)
def test_kinds_by_their_words(clause: str, kind: Seeks, expected: bool) -> None:
    assert (kind in kinds_sought(clause)) is expected


@pytest.mark.parametrize(
    ("clause", "kinds"),
    [
        ("Var sitter kansliet?", {Seeks.PLACE}),
        ("Var ligger Fyren?", {Seeks.PLACE}),
        ("Var hölls mötet?", {Seeks.PLACE}),
        ("Var i staden finns Fyren?", {Seeks.PLACE}),
        ("Och var satt de?", {Seeks.PLACE}),
        ("Where is the office?", {Seeks.PLACE}),
        ("Var Fyren dyr?", {Seeks.YESNO}),
        ("Var det styrelsen som beslutade?", {Seeks.YESNO}),
        ("Var mötet i Malmö?", {Seeks.YESNO}),
        ("Sitter styrelsen kvar?", {Seeks.YESNO}),
    ],
)
def test_where_something_is_and_whether_it_was(clause: str, kinds: set[Seeks]) -> None:
    """ "Var" asks for a place before a verb of standing, and is a form of "vara" before other words."""
    assert kinds_sought(clause) == kinds


@pytest.mark.parametrize(
    ("clause", "kinds"),
    [
        ("Hur hög är medlemsavgiften?", {Seeks.AMOUNT}),
        ("Hur höga är lönerna?", {Seeks.AMOUNT}),
        ("Hur lågt var det egna kapitalet?", {Seeks.AMOUNT}),
        ("Hur hög var närvaron?", {Seeks.SHARE}),
        ("Hur låg är sysselsättningen?", {Seeks.SHARE}),
        ("Vad var balansomslutningen?", {Seeks.AMOUNT}),
        ("Vad är snittåldern i Fyren?", {Seeks.COUNT}),
    ],
)
def test_what_is_high_or_low(clause: str, kinds: set[Seeks]) -> None:
    """Money is so in kronor, anything else as a share."""
    assert kinds_sought(clause) & {Seeks.AMOUNT, Seeks.SHARE, Seeks.COUNT} == kinds


@pytest.mark.parametrize(
    "clause",
    [
        "Varför kostar Fyren mer än Bryggan?",
        "Varför är det så många deltagare?",
        "Och varför blev avgiften högre 2031?",
        "Av vilken anledning är hela budgeten lägre?",
        "Why does it cost more than before?",
    ],
)
def test_a_why_seeks_no_figure(clause: str) -> None:
    """Nor a comparison or a sum, whatever is to be explained."""
    assert kinds_sought(clause) <= {Seeks.REASON, Seeks.PARTY, Seeks.LIST}
    assert Seeks.REASON in kinds_sought(clause)


@pytest.mark.parametrize(
    ("clause", "of_sum"),
    [
        ("Vad kostar insatserna allt som allt?", True),
        ("Hur mycket blir det allt i allt?", True),
        ("Vad kostar Fyren i sin helhet?", True),
        ("Vad är allt det som kostar?", False),
    ],
)
def test_sums(clause: str, of_sum: bool) -> None:
    assert (Seeks.SUM in kinds_sought(clause)) is of_sum


@pytest.mark.parametrize(
    ("clause", "verb"),
    [
        ("Lägger man ner Fyren?", True),
        ("Sparade förbundet pengar?", True),
        ("Infördes det i maj?", True),
        ("Och minskades den?", True),
        ("Antogs det i maj?", True),
        ("Prövar vi Fyren?", True),
        ("Fyren de senaste åren", False),
        ("Budget förbundet", False),
        ("Sparade medel i förbundet", False),
    ],
)
def test_any_verb_before_who_or_what_it_is_of(clause: str, verb: bool) -> None:
    """A word with the ending of one, and a pronoun or the association right after it."""
    assert begins_with_verb(clause) is verb
