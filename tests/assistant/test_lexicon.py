"""The word lists are well-formed, and words are found by stem, form, kind and turn of phrase."""

from __future__ import annotations

import re
from collections import Counter

import pytest

import assistant.lexicon
from assistant.lexicon import Lexicon
from ingest.features import stop_words
from tests.assistant.word_lists import ENGLISH, FORMS, GROUPS, KEYS, KINDS, TURNS, stem


def plain(words: list[str]) -> list[str]:
    return [word for word in words if not word.startswith("(") and "_" not in word]


def turns(words: list[str]) -> set[str]:
    return {word.replace("_", " ") for word in words if "_" in word}


def test_lists_are_of_useful_size() -> None:
    """A file cut short would otherwise pass every test below."""
    assert len(GROUPS) >= 150
    assert len(FORMS) >= 150
    assert len(TURNS) >= 5
    assert KINDS
    assert len(KEYS) >= 900


@pytest.mark.parametrize("words", GROUPS, ids=" ".join)
def test_group(words: list[str]) -> None:
    """A group has two members or more, one of them to look for, in lower case and of different stems."""
    assert len(words) >= 2
    assert plain(words)
    assert all(re.fullmatch(r"[a-zåäöé]+(?:_[a-zåäöé]+)*|\([a-zåäöé]+\)", word) for word in words)
    stems = [stem(word) for word in plain(words)]
    assert len(set(stems)) == len(stems)
    assert not {stem(word.strip("()")) for word in words if word.startswith("(")} & set(stems)


@pytest.mark.parametrize("words", FORMS, ids=" ".join)
def test_forms(words: list[str]) -> None:
    """A line of forms holds only what the stemmer keeps apart."""
    assert len(words) >= 2
    assert all(re.fullmatch(r"[a-zåäöé]+", word) for word in words)
    assert len({stem(word) for word in words}) == len(words)


@pytest.mark.parametrize("sides", KINDS, ids=lambda sides: " ".join(sides[0]))
def test_kinds(sides: tuple[list[str], ...]) -> None:
    """A line of kinds has plain words on both sides of one colon, none of them on both."""
    general, specific = sides
    assert general
    assert specific
    assert all(re.fullmatch(r"[a-zåäöé]+", word) for word in general + specific)
    assert not {stem(word) for word in general} & {stem(word) for word in specific}


def test_no_turn_of_phrase_stands_twice() -> None:
    count = Counter(turn for words in GROUPS for turn in turns(words))
    assert [found for found, times in count.items() if times > 1] == []


@pytest.mark.parametrize("table", [GROUPS, FORMS], ids=["groups", "forms"])
def test_no_stem_stands_twice(table: list[list[str]]) -> None:
    """A word in two groups would tie their meanings together; only words marked "(…)" may be asked for in two."""
    count = Counter(stem(word) for words in table for word in plain(words))
    assert [found for found, times in count.items() if times > 1] == []


def test_little_words_are_never_looked_for() -> None:
    """A stop word as a synonym or translation would be found in every text."""
    wide = {stem(word) for word in stop_words()}
    assert [word for words in GROUPS + FORMS for word in plain(words) if stem(word) in wide] == []
    assert [word for row in ENGLISH for word in row[1].split() if word in stop_words()] == []


def test_read_once() -> None:
    assert Lexicon.load() is Lexicon.load()


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("medarbetarna", "anställda"),
        ("jobb", "arbete"),
        ("Pengar", "medel"),
        ("sammanträden", "möte"),
        ("bestämde", "beslut"),
        ("hemsidan", "webbplats"),
        ("projektet", "projekt"),
        ("medlem", "medlemmarna"),
        ("ledamot", "ledamöterna"),
        ("utfallet", "utfall"),
        ("böcker", "bok"),
        ("lånat", "krediter"),
    ],
)
def test_other_word_for_it(asked: str, written: str) -> None:
    assert stem(written) in Lexicon.load().synonyms(asked)


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("arbete", "sysselsättning"),
        ("budget", "utfall"),
        ("individinriktad", "strukturinriktad"),
        ("uppföljning", "utvärdering"),
        ("intäkt", "kostnad"),
        ("öka", "minska"),
        ("seminarium", "konferens"),
        ("ohälsa", "hälsa"),
    ],
)
def test_kept_apart(asked: str, written: str) -> None:
    """Where the difference is the point, one word does not find the other."""
    assert stem(written) not in Lexicon.load().synonyms(asked)
    assert stem(asked) not in Lexicon.load().synonyms(written)


def test_word_only_asked_with_is_not_looked_for() -> None:
    """ "grundades" asks for "bildades", but "grund" is too wide to be looked for."""
    lexicon = Lexicon.load()
    assert stem("bildades") in lexicon.synonyms("grundades")
    assert stem("grund") not in lexicon.synonyms("bildades")
    assert stem("bildades") not in lexicon.synonyms("grunder")


def test_synonym_comes_in_all_its_forms() -> None:
    """ "villkor" is two stems; who asks for "krav" finds both."""
    assert {stem("villkor"), stem("villkoren")} <= Lexicon.load().synonyms("krav")


def test_forms_are_of_the_same_word() -> None:
    lexicon = Lexicon.load()
    assert stem("medlemmar") in lexicon.forms("medlem")
    assert stem("arbete") not in lexicon.forms("jobb")
    assert lexicon.forms("kansli") == {stem("kansliet")}
    assert lexicon.forms("styrelsen") == frozenset()


@pytest.mark.parametrize("words", GROUPS, ids=" ".join)
def test_group_is_symmetric(words: list[str]) -> None:
    """Every plain member finds every other one and not itself."""
    lexicon = Lexicon.load()
    for word in plain(words):
        found = lexicon.synonyms(word)
        assert {stem(other) for other in plain(words)} - {stem(word)} <= found
        assert stem(word) not in found


@pytest.mark.parametrize("words", TURNS, ids=" ".join)
def test_turn_of_phrase(words: list[str]) -> None:
    """Every plain word of its line may be said in that way."""
    for word in plain(words):
        assert turns(words) <= Lexicon.load().phrases(word)


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("beviljades", "säger ja"),
        ("Avslagit", "säger nej"),
        ("startats", "drog igång"),
        ("ordföranden", "håller i klubban"),
    ],
)
def test_turn_of_phrase_stands_for_all_forms(asked: str, written: str) -> None:
    assert written in Lexicon.load().phrases(asked)


@pytest.mark.parametrize("word", ["budget", ""])
def test_without_turns_of_phrase(word: str) -> None:
    assert Lexicon.load().phrases(word) == frozenset()


@pytest.mark.parametrize("sides", KINDS, ids=lambda sides: " ".join(sides[0]))
def test_kinds_are_found(sides: tuple[list[str], ...]) -> None:
    general, specific = sides
    for word in general:
        assert {stem(kind) for kind in specific} <= Lexicon.load().synonyms(word)


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("beslut", "beviljat"),
        ("bestämde", "avslagit"),
        ("klubbades", "godkändes"),
        ("myndigheternas", "arbetsförmedlingen"),
    ],
)
def test_kind_comes_by_other_words_and_in_all_its_forms(asked: str, written: str) -> None:
    assert stem(written) in Lexicon.load().synonyms(asked)


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("bevilja", "beslut"),
        ("bevilja", "avslå"),
        ("avslag", "besluta"),
        ("försäkringskassan", "myndighet"),
        ("försäkringskassan", "arbetsförmedlingen"),
    ],
)
def test_kind_finds_neither_what_it_is_of_nor_the_other_kinds(asked: str, written: str) -> None:
    assert stem(written) not in Lexicon.load().synonyms(asked)


def test_the_board_is_not_to_steer() -> None:
    """Snowball cuts both down to the same stem."""
    assert (
        assistant.lexicon.stem("styrelsen") == assistant.lexicon.stem("Styrelsens") != assistant.lexicon.stem("styra")
    )
