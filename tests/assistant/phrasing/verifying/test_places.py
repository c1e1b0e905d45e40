"""Units, the sentences in the cells of a row, and what was reckoned, as what a sentence may rest on."""

from __future__ import annotations

from assistant.phrasing.offer import Numbered, Offer, Statement
from assistant.phrasing.offering import units_of
from assistant.phrasing.verifying.places import places
from tests.assistant.drafted import document, heading, paragraph, table

REPORT = document(
    heading("Rapport 2031"),
    paragraph("Stegen startade i Ystad. Den lades ned året därpå. Fyren finns kvar."),
    table(
        ("Mål", "Uppföljning"),
        ("Fler möten ska hållas under året.", "Sju möten har hållits. De var öppna för alla."),
    ),
    title="Rapport 2031",
)


def _offer(*statements: str) -> Offer:
    sources = tuple(Numbered(n, REPORT, units_of(REPORT, passage)) for n, passage in enumerate(REPORT.passages, 1))
    return Offer(sources, tuple(Statement(text, frozenset({1})) for text in statements))


def test_a_unit_that_points_back_is_also_read_after_the_one_before() -> None:
    offer = _offer()
    joined = {one.own: one.joined for source in offer.sources for one in places(source, offer)}
    second = joined["Den lades ned året därpå."]
    assert second is not None
    assert second.own == "Stegen startade i Ystad. Den lades ned året därpå."
    assert second.own[second.seam :] == "Den lades ned året därpå."
    assert joined["Fyren finns kvar."] is None


def test_a_sentence_of_a_cell_stands_by_itself_under_the_head_of_its_column() -> None:
    offer = _offer()
    found = [one.own for source in offer.sources for one in places(source, offer) if not one.facts]
    assert "Uppföljning: Sju möten har hållits." in found
    assert "Uppföljning: De var öppna för alla." in found


def test_what_was_reckoned_is_quoted_from_the_nearest_unit() -> None:
    offer = _offer("Stegen lades ned efter ett år.")
    (found,) = [one for one in places(offer.sources[0], offer) if one.own == "Stegen lades ned efter ett år."]
    assert found.unit in offer.sources[0].units
