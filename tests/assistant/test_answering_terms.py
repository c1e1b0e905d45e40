"""The words that carry a question are weighed, and found in a text in other shapes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.kinship import COMPOUND, PART, TYPO
from assistant.answering.terms import (
    CUE_WEIGHT,
    EXACT,
    IMPLIED,
    LEAN,
    LEAN_NAME,
    NAME_WEIGHT,
    SYNONYM,
    UNKNOWN,
    Bag,
    Term,
    coverage,
    find_terms,
)
from assistant.glossary import Glossary
from assistant.glossary import Term as Entry
from assistant.lexicon import stem
from assistant.question import Part
from tests.assistant.drafted import NO_GLOSSARY, part, terms

TRANSLATIONS = Glossary([Entry("värk", ("smärta", "kronisk smärta"), "Ont."), Entry("FK", ("Försäkringskassan",), "")])


def term(word: str, question: str, glossary: Glossary = NO_GLOSSARY) -> Term:
    """The term of ``word`` in a question."""
    return next(one for one in terms(question, glossary) if one.word == word)


@pytest.mark.parametrize(
    ("question", "word", "text", "kind"),
    [
        ("Vad är en avgift?", "avgift", "Avgiften är hög.", EXACT),
        ("Vad är en avgift?", "avgift", "Parternas medlemsavgifter är höga.", COMPOUND),
        ("Finns det rehabilitering?", "rehabilitering", "Rehabiliteringsbehovet är stort.", COMPOUND),
        ("Vad görs mot värk?", "värk", "Stöd vid smärta ges.", SYNONYM),
        ("Vad görs mot värk?", "värk", "Stöd vid kronisk smärta ges.", SYNONYM),
        ("Vad är förbundschefens upgift?", "förbundschefens", "forbundschefens uppgifter", TYPO),
        ("Vad är medlemsavgiften?", "medlemsavgiften", "Avgiften är hög.", PART),
        ("Vad är en avgift?", "avgift", "Styrelsen sammanträder i mars.", 0.0),
        ("Vad gör FRAM?", "fram", "FRAM är en insats.", EXACT),
        ("Vad gör FRAM?", "fram", "Planen togs fram i höstas.", 0.0),
        ("Vad gör FRAM?", "fram", "FRAM-projektet är en insats.", EXACT),
        ("Vad betalar FK?", "fk", "Försäkringskassan betalar.", SYNONYM),
        ("Vad följer av det?", "följer", "Se följande lista.", 0.0),
        ("Vad hände i mars 2026?", "mars26", "Mötet hölls 2026-03-14.", EXACT),
        ("Vad hände i mars 2026?", "mars26", "Mötet hölls 14/3 2026.", EXACT),
        ("Vad hände i mars 2026?", "mars26", "Mötet hölls 14/3 2025.", 0.0),
        ("Vad hände i mars?", "mars", "Mötet hölls 260314.", EXACT),
    ],
)
def test_how_a_text_holds_a_word(question: str, word: str, text: str, kind: float) -> None:
    """Same stem, in a compound, by another name, misspelt, half of the compound asked for; names by their case."""
    assert Bag.of(text).match(term(word, question, TRANSLATIONS)) == kind


def test_fillers_carry_nothing() -> None:
    """Question words are no terms, unless they are written as a name."""
    assert [one.word for one in terms("Vad är det för något?")] == []
    assert "vad" in [one.word for one in terms("Berätta om VAD")]


def test_each_stem_once() -> None:
    found = terms("Vilka insatser och vilken insats, insatsen?")
    assert [one.stem for one in found].count(stem("insats")) == 1


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Vad gör Region Skåne och Fyren?", {"region": 1, "skåne": 1, "fyren": 2}),
        ("Fyren kostar vad?", {}),
        ("FRAM kostar vad?", {"fram": 1}),
        ("vad hände i maj?", {"maj": 1}),
    ],
)
def test_names_and_what_belongs_together(question: str, names: dict[str, int]) -> None:
    """Capitals inside a sentence, words in capitals and months name something; words in a row are one name."""
    assert {one.word: one.group for one in terms(question) if one.name} == names


def weights(asked: Part, weigh: float = 4.0, known: bool = True, glossary: Glossary = NO_GLOSSARY) -> dict[str, float]:
    found = find_terms(asked, glossary, lambda word: weigh, lambda word: known)
    return {one.word: one.weight for one in found}


def test_what_a_word_weighs() -> None:
    """Its information; less when it tells the kind of answer, is leant on or implied; names at least so much."""
    assert weights(part("Vad säger Fyren om målgruppen?"), 1.0) == {"fyren": NAME_WEIGHT, "målgruppen": 1.0}
    asked = replace(part("Vilken budget har bussen?", "Kompassen i Granby"), implied="biljett")
    found = weights(asked)
    assert found["bussen"] == 4.0
    assert found["budget"] == 4.0 * CUE_WEIGHT
    assert found["kompassen"] == 4.0 * LEAN
    assert found["granby"] == 4.0 * LEAN_NAME
    assert found["biljett"] == 4.0 * IMPLIED


def test_a_question_of_cues_alone_leans_wholly() -> None:
    """ "Och vad kostar det?" is about what the last question named."""
    assert weights(part("Vad kostar det?", "bussen"))["bussen"] == 4.0


@pytest.mark.parametrize(
    ("question", "leans_on", "names"),
    [
        ("Vem äger Landgången?", "Hur mycket får Kompassen?", {"landgången"}),
        ("Vem äger insatsen?", "Hur mycket får Kompassen?", {"kompassen"}),
        ("Vem äger insatsen?", "", set()),
    ],
)
def test_whose_names_count(question: str, leans_on: str, names: set[str]) -> None:
    """Those of what is leant on count only when the question names nothing itself."""
    assert {one.word for one in terms(question, leans_on=leans_on) if one.name} == names


def test_words_that_stand_nowhere() -> None:
    """They cannot be found, and count little; more when another name can be."""
    assert weights(part("Vad kostar xylofonen?"), known=False)["xylofonen"] == UNKNOWN
    assert weights(part("Vad görs mot värk?"), known=False, glossary=TRANSLATIONS)["värk"] == 2 * UNKNOWN


def test_coverage_is_the_share_of_information() -> None:
    found = terms("Vilka regler gäller för avgiften?")
    assert coverage(found, (Bag.of("regler för avgiften gäller"), 1.0)) == 1.0
    assert coverage(found, (Bag.of("regler för avgiften gäller"), 0.5), (Bag.of(""), 1.0)) == 0.5
    assert coverage(found, (Bag.of("något annat"), 1.0)) == 0.0
    assert coverage([], (Bag.of("regler"), 1.0)) == 0.0


@given(st.text(max_size=120), st.text(max_size=120))
def test_any_question_and_any_text(question: str, text: str) -> None:
    """Shares lie between 0 and 1, and a text holds every word that stands in it as it was asked."""
    found = terms(question, TRANSLATIONS)
    assert 0.0 <= coverage(found, (Bag.of(text), 1.0)) <= 1.0 + 1e-9
    own = Bag.of(question)
    assert all(own.match(one) == EXACT for one in found if one.word in own.words and not one.capitals)


def test_what_is_implied_only_helps() -> None:
    """A text that holds it is nearer, one that does not is no farther off."""
    asked = [Term("lån", "lån", 4.0)]
    implied = [*asked, Term("borgen", "borg", 4.0, implied=True)]
    for text, nearer in (("Förbundet får ta lån.", False), ("Borgen är tillåten.", True)):
        bag = (Bag.of(text), 1.0)
        assert (coverage(implied, bag) > coverage(asked, bag)) is nearer
        assert coverage(implied, bag) >= coverage(asked, bag)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Utfall jan-aug 2022", EXACT),
        ("Utfall januari – augusti 2022", EXACT),
        ("Utfall jan-aug 2021", 0.0),
        ("Utfall aug-dec 2022", 0.0),
    ],
)
def test_a_period_of_months_holds_its_last(text: str, kind: float) -> None:
    assert Bag.of(text).match(term("augusti22", "Hur var det den 31 augusti 2022?")) == kind


def test_an_edition_is_one_word() -> None:
    """ "Fyren 2.0" is another thing than "Fyren 3.0", and a year after a full stop is none."""
    (edition,) = (one for one in terms("Vad är Fyren 2.0?") if "." in one.word)
    assert edition.word == "2.0"
    assert Bag.of("Fyren 2.0 startade.").match(edition) == EXACT
    assert Bag.of("Fyren 3.0 startade 2031.").match(edition) == 0.0
    assert not any("." in one.word for one in terms("Vad hände 2.05 eller 12.30?"))


@pytest.mark.parametrize(
    ("known", "text", "kind"),
    [
        (True, "Lyktan är öppen.", 0.0),
        (False, "Lyktan är öppen.", PART),
        (True, "Hamnlyktan är öppen.", EXACT),
        (True, "Hamnlyktans öppettider.", EXACT),
    ],
)
def test_the_end_of_a_name_that_documents_hold_is_another_thing(known: bool, text: str, kind: float) -> None:
    """A name that stands nowhere may be meant by its end."""
    found = find_terms(part("Vad kostar Hamnlyktan?"), NO_GLOSSARY, lambda word: 4.0, lambda word: known)
    (name,) = (one for one in found if one.name)
    assert name.known is known
    assert Bag.of(text).match(name) == kind


def test_a_month_weighs_as_a_name() -> None:
    """However seldom it stands in documents, and at its share when it is leant on."""
    assert weights(part("Vad hade Fyren i augusti 2031?"), 9.0)["augusti31"] == NAME_WEIGHT
    assert (
        weights(part("Och vad gör bussen?", "Vad hände i augusti 2031?"), 9.0)["augusti31"] == NAME_WEIGHT * LEAN_NAME
    )


def test_names_before_words_of_what_is_leant_on() -> None:
    """A question of cues alone leans wholly on the names of the last one, and less on its other words."""
    found = weights(part("Vad kostar det?", "Har bussen till Granby biljett?"))
    assert (found["granby"], found["bussen"]) == (max(4.0, NAME_WEIGHT), 4.0 * LEAN)


def test_what_is_implied_stands_for_what_it_explains() -> None:
    """A text in the words of documents need not hold the everyday ones too."""
    found = {term.word: term for term in terms("När ska budgeten vara klar?")}
    assert [word for word, term in found.items() if term.explained] == ["klar"]
    assert found["fastställa"].implied
    assert coverage(found.values(), (Bag.of("Budgeten fastställs senast i mars."), 1.0)) == 1.0
