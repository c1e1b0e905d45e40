"""The JSON of a screened draft: the contract of ``python -m assistant screen --json`` and of the page's download."""

from __future__ import annotations

from assistant.privacy import MASK
from assistant.screening.paper import Finding, Money, Paper, Pointed


def as_json(paper: Paper) -> dict[str, object]:
    """Return the contract's shape; what is quoted is verbatim but for personal data, which is masked, or left out
    when nothing else is in the words.

    Beyond the contract: further evidence, reasons, the messages of the risks, instructions found, what is left to
    distribute, earlier decisions, and the versions that the protocol rests on. What a language model had to do with it
    stands under "model", here and at each criterion that it remarks on; without one there is no such key.
    """
    told: dict[str, object] = {"model": {"told": list(paper.advice)}} if paper.advice else {}
    return {
        "id": paper.id,
        "file": paper.file,
        "title": paper.title,
        "type": paper.type,
        "criteria": {finding.criterion.id: _criterion(finding) for finding in paper.findings},
        "recommendation": str(paper.recommendation),
        "reasons": list(paper.reasons),
        "risk_codes": list(dict.fromkeys(str(one.code) for one in paper.notices)),
        "risks": [
            {"code": str(one.code), "message": one.message, "evidence": list(one.words)} for one in paper.notices
        ],
        "instructions": list(paper.instructions),
        f"requested_{paper.money.year}_sek": paper.money.asked,
        "available_sek": paper.money.left,
        "budget": _budget(paper.money),
        "similar_decisions": [
            one.citation.as_json() | {"alike": one.alike, "decided": one.decided} for one in paper.likened
        ],
        "versions": {"criteria": paper.criteria, "corpus": paper.corpus, "screened": paper.day.isoformat()},
        "review_required": True,
        **told,
    }


def _criterion(finding: Finding) -> dict[str, object]:
    rule = finding.criterion.rule
    words = [text for text in finding.words if text != MASK]
    pointed = {"model": _pointed(finding.pointed)} if finding.pointed else {}
    return {
        "verdict": str(finding.verdict),
        "evidence": words[0] if words else None,
        "more_evidence": words[1:],
        "why": finding.why,
        "rule": {"document": rule.document, "section": rule.section, "quote": finding.rule or None},
        "question": finding.question,
        **pointed,
    }


def _pointed(one: Pointed) -> dict[str, object]:
    return {
        "name": one.model,
        "kind": "doubt" if one.doubts else "pointer",
        "rules_verdict": str(one.rules),
        "evidence": one.words if one.words != MASK else None,
        "why": one.why,
    }


def _budget(money: Money) -> dict[str, object]:
    return {
        "rows": [{"label": line.label, "sek": line.sek} for line in money.lines],
        "sum_of_rows": money.sum_of_lines,
        "stated_sum": money.stated_sum,
    }
