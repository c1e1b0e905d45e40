"""The JSON of a screened draft."""

from __future__ import annotations

import json

from assistant.screening.contract import as_json
from assistant.screening.paper import write
from tests.assistant.screening.protocols import ADVISED, DAY, DOUBT, HOME, NUMBER, RULE, draft, paper, protocol

KEYS = {"id", "file", "title", "type", "criteria", "recommendation", "risk_codes", "budget", "review_required"}


def test_the_keys_of_the_contract_are_there() -> None:
    shape = as_json(paper())
    assert KEYS | {"requested_2026_sek"} <= set(shape)
    assert (shape["id"], shape["file"], shape["type"]) == ("ljusa-steg", "ljusa-steg.md", "individ")
    assert shape["recommendation"] == "komplettera"
    assert shape["risk_codes"] == ["budget_mismatch", "personal_data", "prompt_injection"]
    assert shape["requested_2026_sek"] == 600_000
    assert shape["review_required"] is True
    assert shape["budget"] == {
        "rows": [{"label": "Coach", "sek": 500_000}, {"label": "Lokal", "sek": 100_000}],
        "sum_of_rows": 600_000,
        "stated_sum": 650_000,
    }


def test_a_criterion_has_words_reason_rule_and_question() -> None:
    criteria = json.loads(json.dumps(as_json(paper())))["criteria"]
    assert len(criteria) == 22
    home = criteria["M1"]
    assert (home["verdict"], home["evidence"], home["question"]) == ("uppfyllt", HOME, None)
    assert home["rule"] == {"document": "malmo-verksamhetsplan-2026", "section": "3. Målgrupper", "quote": RULE}
    assert criteria["P2"]["verdict"] == "oklart"
    assert criteria["P2"]["evidence"] is None
    assert criteria["P2"]["question"].endswith("?")


def test_words_of_which_nothing_is_left_unmasked_are_no_evidence() -> None:
    assert as_json(paper())["criteria"]["R2"]["evidence"] is None  # type: ignore[index]


def test_what_is_not_stated_is_null() -> None:
    shape = as_json(write(protocol(draft("# Kort\n\nVi vill något.\n", asked=None), left=None), DAY))
    assert (shape["requested_2026_sek"], shape["available_sek"]) == (None, None)
    assert shape["budget"] == {"rows": [], "sum_of_rows": None, "stated_sum": None}


def test_a_models_remarks_stand_apart_and_only_where_there_are_some() -> None:
    shape = json.loads(json.dumps(as_json(paper(protocol(draft(ADVISED))))))
    assert shape["criteria"]["M1"].pop("model") == {
        "name": "prov:modell",
        "kind": "doubt",
        "rules_verdict": "uppfyllt",
        "evidence": DOUBT,
        "why": "Modellen: [personuppgift] <i>bor</i> där.",
    }
    assert shape["criteria"]["P2"].pop("model")["kind"] == "pointer"
    assert shape.pop("model") == {"told": ["Språkmodellen prov:modell på den här datorn har läst utkastet."]}
    assert "model" not in {key for one in (shape, *shape["criteria"].values()) for key in one}
    plain = as_json(paper())
    assert shape.keys() == plain.keys()
    assert shape["criteria"]["M1"].keys() == plain["criteria"]["M1"].keys()  # type: ignore[index]


def test_no_data_on_clients_is_in_it() -> None:
    text = json.dumps(as_json(paper()), ensure_ascii=False)
    assert NUMBER not in text
    assert "Tolvansson" not in text
