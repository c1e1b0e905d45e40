"""An opened index: its documents, what a search may be limited to, and sections to show."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from assistant.answers import Citation, Scope
from assistant.associations import association_name
from assistant.library import LEAST_INFORMATION, Facets, Library
from ingest.excerpts import excerpt

PLAN = "malmo-verksamhetsplan-2027"
WORDS = "4 200 000"


def citation(library: Library, words: str = WORDS, document: str = PLAN) -> Citation:
    text = library.document(document).text
    start = text.index(words)
    return Citation(1, document, "Planen", "3. Budget", None, words, start, start + len(words))


def test_documents_of_the_index(library: Library) -> None:
    assert {source.id for source in library.sources} == {
        "lag-2021-500",
        "malmo-verksamhetsplan-2025",
        "malmo-verksamhetsplan-2027",
        "granby-verksamhetsplan-2027",
        "granby-rapport-2024",
    }
    assert library.associations == {"malmo", "granby"}
    assert library.source_of(PLAN).title == "Verksamhetsplan Finsam i Malmö 2027"
    with pytest.raises(KeyError):
        library.source_of("finns-inte")


def test_what_is_in_force(library: Library) -> None:
    """On a day in 2027: the law and that year's plans."""
    holding = {source.id for source in library.sources if library.is_in_force(source)}
    assert holding == {"lag-2021-500", "malmo-verksamhetsplan-2027", "granby-verksamhetsplan-2027"}
    assert library.superseded_by(library.source_of("malmo-verksamhetsplan-2025")) == library.source_of(PLAN)


@pytest.mark.parametrize(
    ("scope", "documents"),
    [
        (Scope(), 5),
        (Scope(frozenset({"granby"})), 2),
        (Scope(frozenset({"malmo", "riket"})), 3),
        (Scope(types=frozenset({"verksamhetsplan"})), 3),
        (Scope(years=frozenset({2027})), 2),
        (Scope(frozenset({"malmo"}), frozenset({"verksamhetsplan"}), frozenset({2025})), 1),
        (Scope(frozenset({"malmo"}), frozenset({"rapport"})), 0),
        (Scope(frozenset({"finns-inte"})), 0),
    ],
)
def test_allowed_passages(library: Library, scope: Scope, documents: int) -> None:
    """1 for every passage of the documents within, 0 for the others."""
    allowed = library.allowed(scope)
    assert allowed.shape == library.document_of.shape
    assert allowed.dtype == np.float32
    within = [library.within(source, scope) for source in library.sources]
    assert sum(within) == documents
    assert allowed.astype(bool).tolist() == [within[document] for document in library.document_of]
    assert library.rows(scope).tolist() == np.flatnonzero(allowed).tolist()


def test_places_of_passages(library: Library) -> None:
    """Row by row, every passage of every document once, in order."""
    places = [library.place(row) for row in range(len(library.document_of))]
    assert [(source.id, ordinal) for source, ordinal in places] == [
        (source.id, ordinal)
        for source in library.sources
        for ordinal in range(len(library.document(source.id).passages))
    ]


def test_a_passage_is_read_without_its_document(library: Library) -> None:
    for row in range(len(library.document_of)):
        source, ordinal = library.place(row)
        document = library.document(source.id)
        assert library.excerpt(row) == excerpt(document, document.passages[ordinal])


def test_information_of_words(library: Library) -> None:
    """A rare word weighs more than a common one, a stop word least, a word never seen most."""
    assert library.weigh("och") == LEAST_INFORMATION
    assert library.weigh("budget") < library.weigh("landgången") < library.weigh("xylofon")
    assert library.is_known("budget")
    assert library.is_known("budgeten")
    assert library.is_known("och")
    assert not library.is_known("xylofon")


def test_facets(library: Library) -> None:
    """Ids with labels a person can read; types in order of weight, the latest year first."""
    assert library.facets() == Facets(
        associations=(("granby", "Granby"), ("malmo", "Malmö"), ("riket", "hela landet")),
        types=(("lag", "Lag"), ("verksamhetsplan", "Verksamhetsplan"), ("rapport", "Rapport")),
        years=(2027, 2025, 2024, 2021),
    )
    assert association_name("storvik") == "Storvik"


def test_a_citation_is_shown_in_its_section(library: Library) -> None:
    view = library.view(citation(library))
    ((start, end),) = view.highlights
    assert view.text[start:end] == WORDS
    assert "Kompassen" in view.text
    assert "senast den 15 mars" not in view.text
    assert (view.title, view.year, view.association) == ("Verksamhetsplan Finsam i Malmö 2027", 2027, "Malmö")
    assert view.address == "https://example.org/plan-2027.pdf"
    assert view.valid_until is not None
    assert view.valid_until.isoformat() == "2027-12-31"
    assert not view.superseded


def test_an_older_document_is_shown_as_older(library: Library) -> None:
    assert library.view(citation(library, "3 900 000", "malmo-verksamhetsplan-2025")).superseded


def test_a_citation_of_a_document_that_is_gone(library: Library) -> None:
    """The index was built anew while somebody was reading."""
    with pytest.raises(KeyError):
        library.view(replace(citation(library), document="borttagen"))
