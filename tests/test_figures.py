"""Every figure of an original stands in its restatement, or on the list of those left out with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from benchmarks.figures import compare, compare_folders, main, read_left_out
from benchmarks.numbers import numbers

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"


def keys(text: str) -> list[tuple[str, str]]:
    return [(number.key, number.unit) for number in numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14 250 000 kr", [("14250000", "kr")]),
        ("3,7 miljoner \n kr", [("3.7", "mkr")]),
        ("cirka 2,5 Mkr.", [("2.5", "mkr")]),
        ("\t-1 294\n", [("-1294", "")]),
        ("87% eller 87 procent", [("87", "%"), ("87", "%")]),
        ("den 5 september 2031", [("2031-09-05", "")]),
        ("20310905, 310905 och 5/9 2031", [("2031-09-05", "")] * 3),
        ("sedan juni 2009", [("2009-06", "")]),
        ("åren 2017–2025", [("2017", ""), ("2025", "")]),
        ("16–64 år", [("16", ""), ("64", "")]),
        ("lag (2003:1210), figur 2:1", [("2003:1210", ""), ("2:1", "")]),
        ("Org.nr 222000–9999", [("222000-9999", "")]),
        ("sju av åtta", [("7", ""), ("8", "")]),
        ("Slussen 2.0 har ett 30-tal platser", [("2.0", ""), ("30", "")]),
        ("i alla myndigheter”1. Och ordföranden2: ja", [("^1", ""), ("^2", "")]),
        ("i alla myndigheter.[^1] ja", [("^1", "")]),
        ("3 Ibid, s. 66", [("^3", ""), ("66", "")]),
        ("[bookmark: 12.1_AF]11 973 024", [("11973024", "")]),
        ("tvåa, sextio, A4, ett förbund", []),
    ],
)
def test_numbers(text: str, expected: list[tuple[str, str]]) -> None:
    """Amounts, shares, dates, years, codes, note marks and small numbers in words each have one writing."""
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("original", "restatement"),
    [
        ("Slussen kostar 1 250 000 kr.", "| Slussen | 1 250 000 kr |"),
        ("Styrelsen möttes 2031-09-05.", "Den 5 september 2031 var det möte."),
        ("Mötet hölls 2031.", "Den 5 september 2031 var det möte."),
        ("Det finns åtta forum.", "Det finns 8 forum."),
        ("Bidrag 6 386 5 600 5 600 100", "| Bidrag | 6 386 tkr | 5 600 tkr | 5 600 tkr | 100 tkr |"),
    ],
)
def test_found(original: str, restatement: str) -> None:
    """A figure is found in another writing, another unit where the original names none, and in its row."""
    assert not compare(original, restatement).missing


@pytest.mark.parametrize(
    ("original", "restatement", "figure"),
    [
        ("Slussen kostar 1 250 000 kr.", "Slussen kostar 1 520 000 kr.", "1 250 000 kr."),
        ("Budgeten är 27,8 Mkr.", "Budgeten är 27,8 tkr.", "27,8 Mkr"),
        ("87% av insatserna", "87 insatser", "87%"),
        ("Resultat\n\t-1 294", "| Resultat | 1 294 |", "-1 294"),
        ("Mötet hölls 2031-09-05.", "Mötet hölls 2031-09-06.", "2031-09-05"),
        ("Mötet hölls i juni 2031.", "Mötet hölls 2031.", "juni 2031"),
        ("Det finns åtta forum.", "Det finns forum.", "åtta"),
        ("Bidrag 6 386 5 600 100", "| Bidrag | 5 600 | 6 386 | 100 |", "6 386 5 600 100"),
        ("enligt planen2.", "Planen gäller 2 år.[^1]", "2"),
    ],
)
def test_missing(original: str, restatement: str, figure: str) -> None:
    """A changed digit, unit, sign, day or order of cells, or a number that is simply not there, is reported."""
    assert [missing.figure for missing in compare(original, restatement).missing] == [figure]


def test_left_out() -> None:
    """A figure on the list is excused where it is missing, and the list holds no needless ones."""
    result = compare("Sidan 14. Slussen har 40 platser.", "Slussen har 40 platser.", ["14", "40"])
    assert (result.found, result.left_out, result.missing, result.needless) == (1, ("14",), (), ("40",))


def test_the_list_keeps_its_form(tmp_path: Path) -> None:
    """Each figure left out names its document and a reason."""
    assert all(entry.document and entry.reason for entry in read_left_out())
    path = tmp_path / "left_out.toml"
    path.write_text('[[left_out]]\ndocument = "plan"\nfigure = "14"\n', encoding="utf-8")
    with pytest.raises(ValidationError):
        read_left_out(path)


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit status 0 when nothing is missing, 1 when something is, 2 when a restatement is."""
    (tmp_path / "plan.txt").write_text("Slussen har 40 platser.", encoding="utf-8")
    assert main([str(tmp_path), str(tmp_path)]) == 2
    (tmp_path / "plan.md").write_text("Slussen har platser.", encoding="utf-8")
    assert main([str(tmp_path), str(tmp_path)]) == 1
    assert "missing: '40' in 'Slussen har 40 platser.'" in capsys.readouterr().out
    (tmp_path / "plan.md").write_text("40 platser finns.", encoding="utf-8")
    assert main([str(tmp_path), str(tmp_path)]) == 0


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the originals are not here")
def test_the_corpus_has_every_figure_of_its_originals() -> None:
    """Nothing is missing, and nothing is excused without need."""
    results = compare_folders(SEEDS, ROOT / "corpus", read_left_out())
    assert len(results) == 5
    for id, result in results.items():
        assert result.found > 40, id
        assert not result.missing, f"{id}: {result.missing}"
        assert not result.needless, f"{id}: {result.needless}"
