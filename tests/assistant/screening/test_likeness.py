"""Earlier initiatives that are truly like a draft are shown with their decision and with what is alike, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.criteria import load
from assistant.library import Library
from assistant.opening import open_library
from assistant.screening.reading import read_text
from assistant.screening.sources.likeness import find
from ingest.register.model import Decision, Initiative, Place, Stance
from tests.assistant import drafted

MALMO = load(Path(__file__).parents[3] / "corpus" / "criteria" / "malmo-2026.toml")

INITIATIVES = (
    drafted.heading("Ljuset"),
    drafted.paragraph(
        "Ljuset är en individinriktad insats (I). Ägare: Malmö stad. "
        "Målgrupp: Unga med psykisk ohälsa och missbruk. Anmärkning: Uppgifterna är korta."
    ),
    drafted.heading("Bron"),
    drafted.paragraph(
        "Bron är en individinriktad insats (I). Ägare: Region Skåne. Målgrupp: Personer med smärta som är sjukskrivna."
    ),
    drafted.heading("Navet"),
    drafted.paragraph("Navet är en strukturinriktad insats (S). Ägare: Försäkringskassan. Målgrupp: Medarbetare."),
    *(
        block
        for n in range(12)
        for block in (drafted.heading(f"Annat {n}"), drafted.paragraph(f"Annat {n} är en insats. Målgrupp: Alla."))
    ),
)

DECISIONS = (
    drafted.heading("År 2024"),
    drafted.paragraph("Beslut, styrelsen, 2024-02-01: Ljuset – Styrelsen beviljade Ljuset medel i ett år."),
    drafted.heading("År 2025"),
    drafted.paragraph("Beslut, styrelsen, 2025-02-01: Ljuset – Styrelsen förlängde Ljuset med ett år."),
    drafted.paragraph("Uppdrag, styrelsen, 2025-03-01: Ljuset – Förbundschefen bjuder in Ljuset att beslutas om."),
)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return drafted.library(
        tmp_path,
        drafted.document(*INITIATIVES, id="insatser", type="webb", form="data"),
        drafted.document(*DECISIONS, id="beslut", type="beslut", form="data"),
    )


def _alike(
    library: Library, group: str, owner: str = "Malmö stad", type: str = "individinriktad"
) -> list[tuple[str, str]]:
    draft = read_text(
        f"# Ansökan\n\nProjektnamn: Provet\n\nProjektägare: {owner}\n\nInsatstyp: {type}\n\n## Målgrupp\n\n{group}",
        MALMO,
    )
    return [(one.alike, one.citation.quote) for one in find(draft, library)]


def test_the_latest_decision_is_shown_with_what_is_alike(library: Library) -> None:
    assert _alike(library, "Unga Malmöbor med depression och missbruk.") == [
        (
            "Båda gäller unga, psykisk ohälsa och missbruk eller beroende, är individinriktade och ägs av Malmö stad.",
            "Beslut, styrelsen, 2025-02-01: Ljuset – Styrelsen förlängde Ljuset med ett år.",
        )
    ]


def test_without_a_decision_the_initiative_itself_is_shown(library: Library) -> None:
    ((alike, quote),) = _alike(library, "Malmöbor med långvarig smärta som är sjukskrivna.")
    assert alike == "Båda gäller långtidssjukskrivna och fysisk sjukdom eller smärta och är individinriktade."
    assert quote.startswith("Bron är en individinriktad insats (I).")
    assert quote.endswith("sjukskrivna.")


def test_what_the_draft_names_is_shown(library: Library) -> None:
    ((alike, quote),) = _alike(library, "Alla som har varit med i Navet.", type="strukturinriktad")
    assert alike == "Utkastet nämner Navet."
    assert "Navet" in quote


def test_the_registers_decision_is_told_and_leads_to_the_sheet(library: Library) -> None:
    document = library.document("beslut")
    start = document.text.index("Beslut, styrelsen, 2024-02-01")
    end = document.text.index("\n", start)
    place = Place("beslut", "År 2024", start, end, document.text[start:end])
    library.records = (
        Initiative(place, "malmo", "Ljuset", "Ljuset"),
        Decision(place, "malmo", "att bevilja Ljuset medel", Stance.GRANTED, "styrelsen", "2024-02-01", "beslutsdatum",
                 reason="unga saknar stöd", initiatives=("Ljuset",)),
    )  # fmt: skip
    draft = read_text("# Ansökan\n\n## Målgrupp\n\nUnga Malmöbor med depression och missbruk.", MALMO)
    (one,) = find(draft, library)
    assert one.alike == "Båda gäller unga, psykisk ohälsa och missbruk eller beroende."
    assert one.decided == (
        "Ljuset, 2024-02-01 (beslutsdatum), beslutat att bevilja Ljuset medel. Skäl: unga saknar stöd."
    )
    assert one.initiative == "Ljuset"
    assert one.citation.quote.startswith("Beslut, styrelsen, 2024-02-01")


@pytest.mark.parametrize(("association", "count"), [("", 1), ("ekstad", 1), ("malmo", 0)])
def test_only_one_association_is_looked_in_when_it_is_told(tmp_path: Path, association: str, count: int) -> None:
    there = drafted.document(*INITIATIVES, id="insatser", type="webb", form="data", association="ekstad")
    draft = read_text("# Ansökan\n\n## Målgrupp\n\nUnga Malmöbor med depression och missbruk.", MALMO)
    assert len(find(draft, drafted.library(tmp_path, there), association=association)) == count


@pytest.mark.parametrize(
    "group",
    [
        "Malmöbor som söker arbete.",
        "Unga Malmöbor.",
        "Personer utan missbruk och utan psykisk ohälsa, inte unga.",
    ],
)
def test_nothing_is_shown_when_nothing_is_truly_like(library: Library, group: str) -> None:
    assert _alike(library, group, owner="Arbetsförmedlingen") == []


def test_the_shipped_corpus_tells_of_what_has_been(corpus_index: Path) -> None:
    shipped = open_library(corpus_index)
    found = _alike(shipped, "Personer i daglig verksamhet enligt LSS som vill pröva ett lönearbete.")
    assert "Make it work" in found[0][1]
    assert found[0][0].startswith("Båda gäller daglig verksamhet")
    assert len(found) <= 3
