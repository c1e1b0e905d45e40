"""The drafts of one visit."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.ui.screening.pile import Item, Pile
from tests.assistant.screening.protocols import paper, papers


def pile(*outcomes):
    """A pile of drafts that have come to these papers and sentences."""
    made = Pile()
    for number, outcome in enumerate(outcomes):
        made.add(Item(f"{number}.md", file=Path(f"{number}.md")))
        made.end(made.begin(), outcome)
    return made


def test_drafts_are_taken_one_by_one_in_their_order():
    made = Pile()
    made.add(Item("a", text="a"), Item("b", text="b"))
    first, second = made.begin(), made.begin()
    assert (first.name, second.name, made.begin()) == ("a", "b", None)
    made.end(second, "gick inte")
    made.end(first, paper())
    assert [(item.failure, bool(item.paper)) for item in made.items] == [("", True), ("gick inte", False)]


def test_nothing_of_a_draft_is_kept_once_it_is_screened():
    made = Pile()
    made.add(Item("a", text="hemligt"), Item("b", file=Path("b")))
    made.end(made.begin(), paper())
    made.end(made.begin(), "gick inte")
    assert [(item.text, item.file) for item in made.items] == [("", None), ("", None)]


def test_the_only_draft_is_opened_and_one_of_several_is_not():
    assert pile(paper()).opened == 0
    assert pile("gick inte").opened is None
    several = Pile()
    several.add(Item("a", text="a"), Item("b", text="b"))
    while item := several.begin():
        several.end(item, paper())
    assert several.opened is None


def test_drafts_are_compared_in_the_order_chosen():
    made = pile(*papers(1, 2, 3))
    made.choose(2, True)
    made.choose(0, True)
    assert [one.name for one in made.compared] == ["C", "A"]
    made.move_up(1)
    assert [one.name for one in made.compared] == ["A", "C"]
    made.choose(0, False)
    assert [one.name for one in made.compared] == ["C"]


def test_choosing_twice_takes_it_in_once():
    made = pile(paper())
    made.choose(0, True)
    made.choose(0, True)
    assert made.chosen == [0]


def test_without_a_choice_all_that_were_screened_are_compared():
    made = pile(paper(), "gick inte", paper())
    made.compare()
    assert (made.chosen, made.comparing) == ([0, 2], True)
    made.choose_all(False)
    assert (made.chosen, made.comparing) == ([], False)


def test_opening_a_protocol_leaves_the_comparison():
    made = pile(paper(), paper())
    made.compare()
    made.open(1)
    assert (made.opened, made.comparing) == (1, False)


@pytest.mark.parametrize("act", [lambda p: p.open(1), lambda p: p.choose(1, True), lambda p: p.choose(7, True)])
def test_what_has_no_protocol_can_be_neither_opened_nor_chosen(act):
    with pytest.raises(KeyError):
        act(pile(paper(), "gick inte"))


@pytest.mark.parametrize("place", [0, 2, 9])
def test_only_a_chosen_draft_below_another_moves_up(place):
    made = pile(paper(), paper())
    made.choose_all(True)
    with pytest.raises(IndexError):
        made.move_up(place)


def test_clearing_forgets_all_but_what_is_under_way_and_tells_what_waited():
    made = pile(paper())
    made.add(Item("under way", text="a"), Item("waits", file=Path("waits")))
    taken = made.begin()
    gone = made.clear()
    assert [item.name for item in made.items] == ["under way"]
    assert Path("waits") in [item.file for item in gone]
    made.end(taken, paper())
    assert list(made.papers) == [0]
