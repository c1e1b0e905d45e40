"""Sound drafts pass whole; each fault put into them changes exactly the verdict that it should."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from assistant.criteria import CriteriaSet
from assistant.screening import guarding, reading
from assistant.screening.judging.recommending import recommend
from assistant.screening.model import Verdict
from tests.assistant.screening.judged import judgements, verdicts_of

HERE = Path(__file__).parent
SOUND = sorted((HERE / "drafts").iterdir())
DAMAGES: list[dict[str, Any]] = tomllib.loads((HERE / "damages.toml").read_text(encoding="utf-8"))["damage"]


def damaged(damage: dict[str, Any], folder: Path) -> Path:
    """The draft with its fault, as a file."""
    text = (HERE / "drafts" / damage["draft"]).read_text(encoding="utf-8")
    assert damage["old"] in text
    changed = text.replace(damage["old"], damage["new"]) if damage["old"] else f"{text}\n\n{damage['new']}\n"
    path = folder / damage["draft"]
    path.write_text(changed, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_a_sound_draft_may_go_on(path: Path, criteria: CriteriaSet) -> None:
    found = judgements(reading.read(path, criteria), criteria)
    assert {
        id: str(one.verdict) for id, one in found.items() if one.verdict in (Verdict.UNCLEAR, Verdict.NOT_MET)
    } == {}
    assert recommend(tuple(found.values()), elsewhere=False)[0] == "ga_vidare"


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_all_evidence_stands_in_the_draft(path: Path, criteria: CriteriaSet) -> None:
    draft = reading.read(path, criteria)
    for id, judgement in judgements(draft, criteria).items():
        assert judgement.evidence or judgement.verdict is Verdict.NOT_APPLICABLE or id == "R2"
        assert all(draft.text[span.start : span.end].strip() for span in judgement.evidence)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: f"{Path(damage['draft']).stem}-{damage['kind']}")
def test_a_fault_changes_just_its_own_verdict(damage: dict[str, Any], tmp_path: Path, criteria: CriteriaSet) -> None:
    before = verdicts_of(HERE / "drafts" / damage["draft"], criteria)
    after = verdicts_of(damaged(damage, tmp_path), criteria)
    assert {id: verdict for id, verdict in after.items() if verdict != before[id]} == damage["changes"]


@pytest.mark.parametrize(
    "damage", [one for one in DAMAGES if one["kind"] == "injected"], ids=lambda damage: Path(damage["draft"]).stem
)
def test_an_order_to_the_machine_is_found(damage: dict[str, Any], tmp_path: Path, criteria: CriteriaSet) -> None:
    assert guarding.instructions(reading.read(damaged(damage, tmp_path), criteria))


def test_there_are_twenty_faults_of_five_kinds() -> None:
    assert len(DAMAGES) == 20
    assert {one["kind"] for one in DAMAGES} == {"broken", "negated", "missing", "injected", "contradicted"}
