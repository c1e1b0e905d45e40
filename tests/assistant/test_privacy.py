"""Personal data is found however it is written, and figures of the trade are left alone.

The personnummer are of Skatteverket's test series or made up here; no number, name or address is a real person's.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.privacy import MASK, PersonalData, find_personal_data, luhn, mask


@pytest.mark.parametrize(
    "written",
    [
        "850101-2382",
        "8501012382",
        "19850101-2382",
        "198501012382",
        "850101 2382",
        "850101\u00a02382",
        "850101–2382",
        "850101 - 2382",
        "1985-01-01-2382",
        "1985-01-01 2382",
        "180101+2384",
        "18180101-2384",
        "850161-2389",
        "8501612389",
        "850101-XXXX",
        "850101-****",
    ],
)
def test_personnummer_in_every_shape(written: str) -> None:
    """Hyphen, dash, space or none, with and without century, hundred years old, samordningsnummer, half blotted out."""
    text = f"Min klient {written} söker plats."
    assert mask(text) == f"Min klient {MASK} söker plats."
    assert [one.kind for one in find_personal_data(text)] == ["personnummer"]


@pytest.mark.parametrize("written", ["850101-2381", "19850101-1234", "198501011234", "850101+9999"])
def test_a_mistyped_personnummer_counts(written: str) -> None:
    """A hyphen or a century says what it is meant to be, although the check digit is wrong."""
    assert mask(written) == MASK


@pytest.mark.parametrize(
    "text",
    [
        "222000-2295",
        "organisationsnummer 802400-1234",
        "15 111 000",
        "15 111 000 kr",
        "15111000 kronor",
        "1511100000",
        "8501012381",
        "850101 2381",
        "budgeten 2026 är 15 111 000 kr, 2025 var den 14 200 000 kr",
        "850 101 kr och 238 200 kr",
        "mellan 100 000 och 200 000 kr",
        "0 123 456 789",
        "2 040 100 000 kr",
        "lagen (2003:1210), 7 §",
        "SFS 2003:1210",
        "2024-01-01 till 2024-12-31",
        "20240101-20241231",
        "åren 2019-2022",
        "dnr 2025-0123",
        "dnr 0123-2025",
        "bankgiro 5050-1055",
        "kl. 09-12 den 3 mars",
        "851301-2382",
        "850132-2382",
        "1850101-2382",
        "850101-23820",
        "personer födda 1985",
        "Malmöbor i åldern 16-64 år",
        "Nobelvägen 15 mkr",
        "Genvägen 25 deltagare",
        "Landgången 2027",
        "kansliet@example.org",
        "info@finsam.example",
        "registrator.malmo@example.org",
        "Hur många deltagare Vägen Vidare hade?",
        "Hur söker man Vägen Vidare?",
        "Är sökanden Region Skåne en part?",
        "Kan en sökande Malmö Stad få medel?",
        "Vem är ordförande i Finsam Malmö?",
        "",
    ],
)
def test_what_is_no_personal_data(text: str) -> None:
    """Numbers of organisations, amounts, dates, laws, offices and projects are what the questions are about."""
    assert find_personal_data(text) == ()
    assert mask(text) == text


@pytest.mark.parametrize(
    ("text", "masked", "kind"),
    [
        ("ring 070-123 45 67 i morgon", f"ring {MASK} i morgon", "telefon"),
        ("0701234567", MASK, "telefon"),
        ("040-34 10 00", MASK, "telefon"),
        ("0413-555 55", MASK, "telefon"),
        ("08-123 456 78", MASK, "telefon"),
        ("+46 70 123 45 67", MASK, "telefon"),
        ("+46 (0)70-123 45 67", MASK, "telefon"),
        ("0046701234567", MASK, "telefon"),
        ("mejla anna.berg@example.org!", f"mejla {MASK}!", "epost"),
        ("bor på Storgatan 12 B i Malmö", f"bor på {MASK} i Malmö", "adress"),
        ("bor på storgatan 12.", f"bor på {MASK}.", "adress"),
        ("Rosenvägen 3, 211 34 Malmö", f"{MASK}, 211 34 Malmö", "adress"),
        ("Anna Berg född 1985 vill delta", f"{MASK} vill delta", "person"),
        ("Anna Berg, f. 1985-02-03, vill delta", f"{MASK}, vill delta", "person"),
        ("Karl-Johan Berg, född den 3 mars 1979", MASK, "person"),
        ("en man född 850412", f"en man {MASK}", "person"),
        ("klienten Anna Berg mår dåligt", f"klienten {MASK} mår dåligt", "person"),
        ("Min son Erik Berg får inget stöd", f"Min son {MASK} får inget stöd", "person"),
        ("min granne heter Erik Berg", f"min granne heter {MASK}", "person"),
        ("My client Anna Berg needs help", f"My client {MASK} needs help", "person"),
        ("Gäller det Anna Berg 850101-2382 också?", f"Gäller det {MASK} också?", "personnummer"),
        ("Klient 850101-2382, Anna Berg, söker", f"Klient {MASK}, söker", "personnummer"),
    ],
)
def test_other_personal_data(text: str, masked: str, kind: str) -> None:
    """Telephone, e-mail and street address, and names that stand with a birth date, a number or a relation."""
    assert mask(text) == masked
    assert [one.kind for one in find_personal_data(text)] == [kind]


def test_findings_are_offsets_in_reading_order() -> None:
    """Each finding is ``text[start:end]``; what overlaps becomes one."""
    text = "Skriv till anna@example.org eller ring 070-123 45 67 om 850101-2382."
    found = find_personal_data(text)
    assert [(one.kind, text[one.start : one.end]) for one in found] == [
        ("epost", "anna@example.org"),
        ("telefon", "070-123 45 67"),
        ("personnummer", "850101-2382"),
    ]


def test_given_findings_are_masked_first() -> None:
    """The caller's findings are covered, and whatever else there is to find."""
    assert mask("Kalle 850101-2382", (PersonalData("person", 0, 5),)) == f"{MASK} {MASK}"


@pytest.mark.parametrize(("digits", "check"), [("850101238", 2), ("811218987", 6), ("850161238", 9), ("000000000", 0)])
def test_luhn(digits: str, check: int) -> None:
    assert luhn(digits) == check


def _check_digit(digits: str) -> str:
    """The check digit in another way than the program's: doubled figures are added figure by figure."""
    total = sum(int(figure) for figure in "".join(str(int(d) * (2, 1)[i % 2]) for i, d in enumerate(digits)))
    return str((10 - total % 10) % 10)


@st.composite
def personnummer(draw: st.DrawFn) -> str:
    born = draw(st.dates(date(1900, 1, 1), date(2026, 12, 31)))
    coordination = 60 if draw(st.booleans()) else 0
    digits = f"{born:%y%m}{born.day + coordination:02}{draw(st.integers(0, 999)):03}"
    digits += _check_digit(digits)
    century = draw(st.sampled_from(["", str(born.year)[:2]]))
    return f"{century}{digits[:6]}{draw(st.sampled_from(['-', '+', '', ' ', '–']))}{digits[6:]}"


_SHAPE = re.compile(r"(?<!\d)(?:18|19|20)?(\d\d)(\d\d)(\d\d)[-+– ]?(\d{3})(\d)(?!\d)")


def _valid_numbers(text: str) -> list[str]:
    """Whatever in ``text`` is a personnummer or samordningsnummer by date and check digit."""
    found = []
    for match in _SHAPE.finditer(text):
        year, month, day, birth, check = match.groups()
        if not match.group().isascii() and "–" not in match.group():
            continue
        is_date = 1 <= int(month) <= 12 and (1 <= int(day) <= 31 or 61 <= int(day) <= 91)
        if is_date and _check_digit(year + month + day + birth) == check:
            found.append(match.group())
    return found


WORDS = st.sampled_from(
    ["Anna Berg", "klienten", " ", "-", ".", ",", "född", "070-", "040", "Storgatan 12", "a@b.se", "1985", "f.", "\n"]
)
PIECES = st.one_of(personnummer(), WORDS, st.text(max_size=8), st.text("0123456789- ", max_size=14))


@given(number=personnummer(), before=st.text("abc åÅ.,(:\n"), after=st.text("abc åÅ.,):\n?"))
def test_no_valid_personnummer_is_missed(number: str, before: str, after: str) -> None:
    """The oracle agrees that it is valid, and no trace of it is left."""
    text = f"{before}{number}{after}"
    assert _valid_numbers(text) == [number]
    masked = mask(text)
    assert MASK in masked
    assert number not in masked
    assert _valid_numbers(masked) == []


@given(st.lists(PIECES, max_size=8).map("".join))
@example("040-12 34 56 78-a@b.se")
@example("070-850101-2382")
@example("Storgatan 12850101-2382")
def test_masking_any_text(text: str) -> None:
    """Nothing valid is left, a second masking changes nothing, and what is kept stands in its order."""
    masked = mask(text)
    assert _valid_numbers(masked) == []
    assert find_personal_data(masked) == ()
    assert mask(masked) == masked
    place = 0
    for part in masked.split(MASK):
        place = text.index(part, place) + len(part)


@given(st.lists(PIECES, max_size=8).map("".join))
def test_findings_do_not_overlap(text: str) -> None:
    found = find_personal_data(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.integers(0, 10**12))
def test_amounts_with_spaces_are_never_masked(amount: int) -> None:
    """However large, an amount in groups of three stands as it was written."""
    text = f"Budgeten är {amount:,} kr.".replace(",", " ")
    assert mask(text) == text
