"""Terms are found by any of their names, as whole words, and give their other names."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import AssistantError
from assistant.glossary import Glossary, Term

SHIPPED = Path(__file__).resolve().parents[2] / "corpus" / "ordlista.tsv"
TERMS = Glossary(
    [
        Term("Arbetsförmedlingen", ("AF", "länsarbetsnämnden"), "Myndighet."),
        Term("Region Skåne", ("regionen", "hälso- och sjukvården"), "Part."),
        Term("yrkesverksam ålder", ("16–64 år",), "Ålder."),
        Term("samordningsförbund", ("förbundet",), "Förbund."),
        Term("Finsam i Malmö", ("förbundet", "Finsam Malmö"), "Förbund."),
        Term("insats", ("projekt",), "Det som finansieras."),
    ]
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Vad gör AF?", ["Arbetsförmedlingen"]),
        ("vad gör af?", ["Arbetsförmedlingen"]),
        ("AF:s roll", ["Arbetsförmedlingen"]),
        ("Arbetsförmedlingens roll", ["Arbetsförmedlingen"]),
        ("afton och kraft", []),
        ("hälso- och sjukvården i regionen", ["Region Skåne", "Region Skåne"]),
        ("Hälso- och sjukvårdens uppdrag", ["Region Skåne"]),
        ("16–64 år", ["yrkesverksam ålder"]),
        ("16-64 år", ["yrkesverksam ålder"]),
        ("förbundet", []),
        ("Finsam Malmö har ett projekt", ["Finsam i Malmö", "insats"]),
        ("FINSAM  I\nMALMÖ", ["Finsam i Malmö"]),
        ("projekten", []),
        ("", []),
        ("😀", []),
    ],
)
def test_names_are_found_as_whole_words(text: str, names: list[str]) -> None:
    """In any case, with a genitive s; the longest name at each place; never one that two terms share."""
    assert [term.name for _, term in TERMS.find(text)] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AF", ("Arbetsförmedlingen", "länsarbetsnämnden")),
        ("AF kallas Arbetsförmedlingen", ("länsarbetsnämnden",)),
        ("Arbetsförmedlingen ger kraft", ("AF", "länsarbetsnämnden")),
        ("AF och AF", ("Arbetsförmedlingen", "länsarbetsnämnden")),
        ("förbundet", ()),
        ("", ()),
    ],
)
def test_other_names(text: str, expected: tuple[str, ...]) -> None:
    """Each once, and none that stands in the text as a word."""
    assert TERMS.expand(text) == expected


def test_a_file_is_read(tmp_path: Path) -> None:
    """Quotation marks are letters like others; rows without a term or short of columns are passed over."""
    path = tmp_path / "ordlista.tsv"
    path.write_text(
        "\ufeffterm\tsynonyms\texplanation\n"
        'insats\tprojekt| satsning |\t"Något" som finansieras.\n'
        "\tutan namn\tx\n"
        "för kort\n"
        "part\t\tEn av fyra.\n",
        encoding="utf-8",
    )
    assert Glossary.load(path).terms == (
        Term("insats", ("projekt", "satsning"), '"Något" som finansieras.'),
        Term("part", (), "En av fyra."),
    )


def test_no_file_gives_no_terms(tmp_path: Path) -> None:
    empty = Glossary.load(tmp_path / "finns-inte.tsv")
    assert empty.terms == ()
    assert list(empty.find("insats")) == []
    assert empty.expand("insats") == ()


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ordlista.tsv"
    path.write_bytes("term\tsynonyms\texplanation\nförbund\t\tå\n".encode("cp1252"))
    with pytest.raises(AssistantError, match=r"ordlista\.tsv går inte att läsa .* UTF-8"):
        Glossary.load(path)


def test_every_unambiguous_name_of_the_shipped_glossary_is_found() -> None:
    """A name that cannot be found would help nobody."""
    glossary = Glossary.load(SHIPPED)
    assert len(glossary.terms) > 80
    owners: dict[str, set[str]] = {}
    for term in glossary.terms:
        for name in term.names:
            owners.setdefault(name.lower(), set()).add(term.name)
    lost = [
        name
        for term in glossary.terms
        for name in term.names
        if len(owners[name.lower()]) == 1 and term not in [found for _, found in glossary.find(f"Om {name} nu?")]
    ]
    assert lost == []


@given(st.text(max_size=200))
def test_any_text_is_taken(text: str) -> None:
    """What is found are names of terms, and an expansion never repeats itself."""
    glossary = Glossary.load(SHIPPED)
    assert all(term in glossary.terms for _, term in glossary.find(text))
    names = glossary.expand(text)
    assert len(set(names)) == len(names)
