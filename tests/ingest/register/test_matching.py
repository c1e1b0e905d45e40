"""What is matched one to one, so that what is missing and what is extra can be believed."""

from __future__ import annotations

from ingest.register.model import Goal, Place, Record
from tests.ingest.register.matching import Wanted, compare, months


def record(what: str) -> Goal:
    return Goal(place=Place(document="plan", section="", start=0, end=1, quote="x"), association="granviken", what=what)


def wanted(word: str, *, optional: bool = False, right: bool = True) -> Wanted:
    def fits(one: Record) -> bool:
        return isinstance(one, Goal) and word in one.what

    return Wanted(word, fits, lambda one: [] if right else ["fel år"], optional)


def test_all_are_found_when_one_record_fits_two_entries() -> None:
    """The entry that only one record fits gets it, though the other asked first."""
    found = compare([wanted("mål"), wanted("mål ett")], [record("mål ett"), record("mål två")])
    assert (found.recall, found.precision) == (1.0, 1.0)
    assert [(one.name, given.what) for one, given in found.matched if isinstance(given, Goal)] == [
        ("mål", "mål två"),
        ("mål ett", "mål ett"),
    ]


def test_a_record_answers_for_one_entry_only() -> None:
    found = compare([wanted("mål"), wanted("mål")], [record("mål ett")])
    assert (found.recall, found.precision) == (0.5, 1.0)
    assert [one.name for one in found.missing] == ["mål"]


def test_what_nobody_asked_for_is_extra() -> None:
    found = compare([wanted("ett")], [record("ett"), record("två"), record("tre")])
    assert (found.recall, found.precision) == (1.0, 1 / 3)
    assert "extra    Goal plan:0" in found.told()


def test_optional_entries_count_for_nothing_and_take_nothing() -> None:
    found = compare(
        [wanted("mål", optional=True), wanted("mål ett"), wanted("annat", optional=True)], [record("mål ett")]
    )
    assert (found.recall, found.precision, found.missing, found.extra) == (1.0, 1.0, (), ())
    again = compare([wanted("mål", optional=True)], [record("mål ett")])
    assert (again.recall, again.precision, again.matched) == (1.0, 1.0, ())


def test_faults_are_told_of_what_was_found() -> None:
    found = compare([wanted("ett"), wanted("två", right=False)], [record("ett"), record("två")])
    assert (found.recall, found.exactness, found.faults) == (1.0, 0.5, ("två: fel år",))
    assert "två: fel år" in found.told()


def test_a_period_is_compared_by_its_months() -> None:
    assert months("2022-01–2022-08") == months("2022-01-01 till 2022-08-31") == ("2022-01", "2022-08")
    assert months("") == ()
