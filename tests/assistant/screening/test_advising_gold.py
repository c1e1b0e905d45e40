"""Sixty-eight invented drafts with models that find everything fine, everything failed, or what people found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assistant.answers import Usage
from assistant.criteria import CriteriaSet
from assistant.library import Library
from assistant.models.place import Place
from assistant.screening import guarding
from assistant.screening.advising.adviser import Adviser
from assistant.screening.advising.proposals import Proposal, Proposals
from assistant.screening.draft import Draft
from assistant.screening.guarding import language
from assistant.screening.judging.recommending import recommend, risks_of
from assistant.screening.model import Judgement, Verdict
from assistant.service import Assistant
from ingest.settings import Settings
from tests.assistant.screening.test_screening_gold import GOLD, screened

ROOT = Path(__file__).resolve().parents[3]
AGAINST = {"oklart", "ej_uppfyllt"}

Model = Callable[[dict[str, Any], Draft, dict[str, Judgement]], list[Proposal]]


@dataclass
class Line:
    """A line to a model that says what it was made to say."""

    proposals: list[Proposal]
    name = "prov:modell"
    place = Place("127.0.0.1", local=True)
    context = 8192

    def allows(self, task: str) -> bool:
        return task == "utkast"

    def ask(self, *said: object, **more: object) -> tuple[Proposals, Usage]:
        return Proposals(criteria=tuple(self.proposals)), Usage()


@pytest.fixture(scope="module")
def library(corpus_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Assistant(Settings(data=tmp_path_factory.mktemp("guld"), index_folder=corpus_index)).library()


def words(draft: Draft, judgement: Judgement) -> str:
    """What the rules quote for a criterion, or else the draft's first sentence of some length."""
    spans = [*judgement.evidence, *(one.span for one in draft.statements if one.end - one.start > 40)]
    return draft.text[spans[0].start : spans[0].end]


def proposed(draft: Draft, found: dict[str, Judgement], verdicts: dict[str, str]) -> list[Proposal]:
    return [
        Proposal(id=id, verdict=Verdict(verdict), evidence=words(draft, found[id]), why=None)
        for id, verdict in verdicts.items()
    ]


def fine(gold: dict[str, Any], draft: Draft, found: dict[str, Judgement]) -> list[Proposal]:
    return proposed(draft, found, dict.fromkeys(found, "uppfyllt"))


def failed(gold: dict[str, Any], draft: Draft, found: dict[str, Judgement]) -> list[Proposal]:
    return proposed(draft, found, dict.fromkeys(found, "ej_uppfyllt"))


def perfect(gold: dict[str, Any], draft: Draft, found: dict[str, Judgement]) -> list[Proposal]:
    return proposed(draft, found, gold["verdicts"])


def advised(
    gold: dict[str, Any], model: Model, criteria: CriteriaSet, library: Library
) -> tuple[Draft, dict[str, Judgement], dict[str, Judgement]]:
    """Return the draft, the judgements without the model and those with it."""
    draft, found = screened(gold["id"], criteria)
    orders = [one.span for one in guarding.instructions(draft) if one.span]
    line: Any = Line(model(gold, draft, found))
    adviser = Adviser.of(line, ROOT / "prompts", ROOT / "corpus" / "ordlista.tsv")
    assert adviser
    judgements, _ = adviser.advise(draft, tuple(found.values()), orders, criteria.title, library)
    return draft, found, {one.criterion.id: one for one in judgements}


def told(draft: Draft, found: dict[str, Judgement], criteria: CriteriaSet) -> tuple[object, ...]:
    judgements = tuple(found.values())
    elsewhere = bool(language.other_organisation(draft, criteria))
    verdicts = [(one.criterion.id, one.verdict, one.evidence, one.question) for one in judgements]
    return verdicts, *recommend(judgements, elsewhere=elsewhere), tuple(risks_of(judgements))


def test_a_model_that_finds_everything_fine_clears_nothing(criteria: CriteriaSet, library: Library) -> None:
    for gold in GOLD:
        draft, plain, found = advised(gold, fine, criteria, library)
        assert told(draft, found, criteria) == told(draft, plain, criteria)


def test_a_model_that_finds_everything_failed_fails_nothing(criteria: CriteriaSet, library: Library) -> None:
    for gold in GOLD:
        _, plain, found = advised(gold, failed, criteria, library)
        assert {id for id, one in found.items() if one.verdict == "ej_uppfyllt"} == {
            id for id, one in plain.items() if one.verdict == "ej_uppfyllt"
        }


def test_a_perfect_model_only_doubts_what_people_doubted(criteria: CriteriaSet, library: Library) -> None:
    moved = 0
    for gold in GOLD:
        _, plain, found = advised(gold, perfect, criteria, library)
        for id, one in found.items():
            if one.verdict is plain[id].verdict:
                continue
            moved += 1
            assert one.verdict is Verdict.UNCLEAR
            assert plain[id].verdict in (Verdict.MET, Verdict.NOT_APPLICABLE)
            assert gold["verdicts"][id] in AGAINST
    assert moved


def test_a_perfect_model_leaves_no_recommendation_worse(criteria: CriteriaSet, library: Library) -> None:
    before = after = 0
    for gold in GOLD:
        draft, plain, found = advised(gold, perfect, criteria, library)
        right = (gold["recommendation"], *gold["recommendation_alt"])
        before += told(draft, plain, criteria)[1] in right
        after += told(draft, found, criteria)[1] in right
    assert after >= before


def test_nothing_that_is_not_met_is_cleared_by_a_perfect_models_side(criteria: CriteriaSet, library: Library) -> None:
    """What people call failed and the rules call met is unclear once the model has said so."""
    for gold in GOLD:
        _, _, found = advised(gold, perfect, criteria, library)
        missed = [
            id for id, verdict in gold["verdicts"].items() if verdict in AGAINST and found[id].verdict == "uppfyllt"
        ]
        assert missed == []
