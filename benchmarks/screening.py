"""How fast drafts are screened, in what memory, and how often the verdicts are right.

Beside it stands the checklist that an office would write first: a criterion is met when one of its words to look for
stands in the draft, and unclear otherwise. Each function is called in a process of its own.
"""

from __future__ import annotations

import json
import os
import shutil
import time
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import measure
from benchmarks.measure import ROOT, Figures
from benchmarks.quality import SHARED

DRAFTS = ROOT / "tests" / "assistant" / "screening"
DAY = date(2026, 3, 1)
FOUR_PAGES = 10_000
"""Characters."""
PILE = 50

Verdicts = Mapping[str, str]
"""Verdict by the id of the criterion."""


def speed(index: str, folder: str, repeat: int) -> Figures:
    """Screen a draft of four pages several times, then a pile of fifty drafts, one after the other.

    Returns:
        Milliseconds of one (median) and of the checklist on it, seconds of the pile, and the megabytes by which the
        process grew from the first draft to the last.
    """
    screener = _screener(index)
    place = Path(folder)
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    long = place / "fyra-sidor.md"
    long.write_text(_four_pages(), encoding="utf-8")
    screener.screen(long)
    taken = [_milliseconds(lambda: screener.screen(long)) for _ in range(repeat)]
    plain = [_milliseconds(lambda: _checklist(long)) for _ in range(repeat)]
    sound = sorted((DRAFTS / "drafts").iterdir())
    pile = [place / f"{at:02}-{sound[at % len(sound)].name}" for at in range(PILE)]
    for at, path in enumerate(pile):
        shutil.copy(sound[at % len(sound)], path)
    before, begun = measure.peak_mb(), time.perf_counter()
    kept = [screener.screen(path) for path in pile]
    return {
        "characters": long.stat().st_size,
        "four_pages_ms": measure.percentile(taken, 0.5),
        "checklist_ms": measure.percentile(plain, 0.5),
        "drafts": len(kept),
        "pile_seconds": time.perf_counter() - begun,
        "pile_mb": measure.peak_mb() - before,
    }


def verdicts(index: str, folder: str) -> Figures:
    """Compare verdicts with gold: on our own sound drafts with a fault each, and on more where they are at hand."""
    screener = _screener(index)

    def ours(path: Path) -> Verdicts:
        return {one.criterion.id: str(one.verdict) for one in screener.screen(path).judgements}

    sets = {"own": _own(Path(folder), ours)}
    gold = SHARED / "eval" / "screening_dev.json"
    if gold.is_file():
        items = json.loads(gold.read_text(encoding="utf-8"))
        sets["shared"] = [(SHARED / "eval" / one["file"], one["criteria"]) for one in items]
    return {
        name: {"drafts": len(cases), "ours": _right(cases, ours), "checklist": _right(cases, _checklist)}
        for name, cases in sets.items()
    }


def _screener(index: str) -> Any:
    from assistant.screening.screener import Screener
    from assistant.service import Assistant
    from ingest.settings import Settings

    os.chdir(ROOT)
    settings = Settings(index_folder=Path(index), data=Path(index).with_suffix(".data"))
    return Screener(Assistant(settings), day=DAY)


def _own(folder: Path, judge: Callable[[Path], Verdicts]) -> list[tuple[Path, Mapping[str, Any]]]:
    """Write the damaged drafts; what their fault does not touch is met, or does not apply as in the sound draft."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    damages = tomllib.loads((DRAFTS / "damages.toml").read_text(encoding="utf-8"))["damage"]
    cases: list[tuple[Path, Mapping[str, Any]]] = []
    for at, damage in enumerate(damages):
        source = DRAFTS / "drafts" / damage["draft"]
        text = source.read_text(encoding="utf-8")
        path = folder / f"{at:02}-{source.name}"
        old, new = damage["old"], damage["new"]
        path.write_text(text.replace(old, new) if old else f"{text}\n\n{new}\n", encoding="utf-8")
        sound = {id: verdict if verdict == "ej_tillampligt" else "uppfyllt" for id, verdict in judge(source).items()}
        cases.append((path, {id: {"verdict": verdict} for id, verdict in {**sound, **damage["changes"]}.items()}))
    return cases


def _right(cases: list[tuple[Path, Mapping[str, Any]]], judge: Callable[[Path], Verdicts]) -> Figures:
    """Share of right verdicts (0 to 1), and how many "not met" were told as met."""
    right = total = cleared = 0
    for path, gold in cases:
        found = judge(path)
        for id, entry in gold.items():
            total += 1
            right += found.get(id) in (entry["verdict"], *entry.get("alt", ()))
            cleared += entry["verdict"] == "ej_uppfyllt" and found.get(id) == "uppfyllt"
    return {"right": right / total, "false_clears": cleared}


def _checklist(path: Path) -> Verdicts:
    from assistant.criteria import load

    text = path.read_text(encoding="utf-8").lower()
    criteria = load(ROOT / "corpus" / "criteria" / "malmo-2026.toml").criterion
    return {one.id: "uppfyllt" if any(word.lower() in text for word in one.look_for) else "oklart" for one in criteria}


def _four_pages() -> str:
    """A sound draft whose background is as long as the reports that some send."""
    draft = (DRAFTS / "drafts" / "stegvis.md").read_text(encoding="utf-8")
    report = (ROOT / "corpus" / "malmo-tioarsrapport-2017.md").read_text(encoding="utf-8")
    told = [line for line in report.split("\n") if line and line[0].isalpha()]
    background: list[str] = []
    while sum(map(len, background)) < FOUR_PAGES - len(draft):
        background.append(told[len(background) % len(told)])
    return draft.replace("## Målgrupp", "\n\n".join([*background, "## Målgrupp"]), 1)


def _milliseconds(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * 1000
