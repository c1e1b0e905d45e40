"""Results to tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.measure import Figures

Row = tuple[str, ...]

_BEGIN, _END = "<!-- results -->", "<!-- end of results -->"
_OURS, _TEXTBOOK = "ours", "textbook"


def render(figures: Figures) -> str:
    """Return the tables of what has been measured."""
    parts = [_machine(figures)]
    for name, title, rows in (
        ("indexing", "Indexing", _indexing),
        ("asking", "Questions", _asking),
        ("starting", "Starting", _starting),
        ("finding", "Finding", _finding),
    ):
        if name in figures:
            parts.append(f"### {title}\n\n{_table(list(rows(figures[name])))}")
    if "screening" in figures:
        table = _table(list(_screening(figures["screening"])), plain="Checklist")
        parts.append(f"### Screening\n\n{table}")
    if "register" in figures:
        parts.append(f"### Register\n\n{_table(list(_register(figures['register'])), plain='Loop')}")
    if "phrasing" in figures:
        parts.append(f"### Phrasing\n\n{_table(list(_phrasing(figures['phrasing'])), plain='Figures alone')}")
    return "\n\n".join(parts) + "\n"


def insert(readme: Path, tables: str) -> None:
    """Put the tables between the two marks of a README."""
    before, begin, rest = readme.read_text(encoding="utf-8").partition(_BEGIN)
    _, end, after = rest.partition(_END)
    readme.write_text(f"{before}{begin}\n\n{tables}\n{end}{after}", encoding="utf-8")


def _machine(figures: Figures) -> str:
    machine = figures["machine"]
    versions = ", ".join(f"{name} {version}" for name, version in machine["packages"].items())
    loads = ", ".join(f"{name} {value:.1f}" for name, value in figures["load"].items())
    return (
        f"Measured on {figures['date']} at {figures['version']}: {machine['cores']} cores ({machine['processor']}), "
        f"{machine['memory_gb']} GB, {machine['system']}, Python {machine['python']}; {versions}. "
        f"Load of the machine, others' work included: {loads}."
    )


def _table(rows: Sequence[Row], plain: str = "Textbook") -> str:
    lines = [("Measured", "Here", plain, "Ratio", "Aim"), ("---", *["---:"] * 4), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in lines)


def _indexing(figures: Figures) -> Iterator[Row]:
    plain = figures[_TEXTBOOK]
    for one in figures[_OURS].values():
        name = f"{_count(one['passages'])} passages, {one['bytes'] / 1e6:.1f} MB"
        for unit, key, factor in (("passages/s", "passages_per_second", 1), ("kB/s", "mb_per_second", 1000)):
            speeds = [side[key] * factor for side in (one, plain)]
            ratio = speeds[0] / speeds[1]
            yield f"{name}: {unit}", *map(_short, speeds), _times(ratio), _met(ratio >= 20, "20 ×")
        speeds = [side["bytes"] / 1e3 / side["cpu_seconds"] for side in (one, plain)]
        yield f"{name}: kB per second of processor time", *map(_short, speeds), _times(speeds[0] / speeds[1]), ""
        yield f"{name}: seconds", _short(one["seconds"]), "", "", ""
        yield f"{name}: peak memory, MB", _short(one["peak_mb"]), _short(plain["peak_mb"]), "", ""


def _asking(figures: Figures) -> Iterator[Row]:
    for size, one in figures.items():
        name = f"{_count(int(size))} passages"
        for kind, label in (("search", "search"), ("filtered", "search, filtered")):
            here, plain = one[_OURS][kind], one[_TEXTBOOK][kind]
            for key in ("p50_ms", "p95_ms"):
                ratio = plain[key] / here[key]
                aim = _met(ratio >= 10, "10 ×")
                if kind == "filtered" and key == "p95_ms" and int(size) >= 100_000:
                    aim += "; " + _met(here[key] < 50, "50 ms")
                yield f"{name}: {label}, {key[:3]} ms", _short(here[key]), _short(plain[key]), _times(ratio), aim
            ratio = plain["cpu_ms"] / here["cpu_ms"]
            yield f"{name}: {label}, processor ms", _short(here["cpu_ms"]), _short(plain["cpu_ms"]), _times(ratio), ""
        for kind, label in (("answer", "answer"), ("answer_filtered", "answer, filtered")):
            both = " / ".join(_short(one[_OURS][kind][key]) for key in ("p50_ms", "p95_ms", "cpu_ms"))
            yield f"{name}: {label}, p50 / p95 / processor ms", both, "", "", ""
        ratio = one[_TEXTBOOK]["open_seconds"] / one[_OURS]["open_seconds"]
        opened = (_short(one[who]["open_seconds"]) for who in (_OURS, _TEXTBOOK))
        yield f"{name}: opened and first search, s", *opened, _times(ratio), ""
        peaks = (_short(one[_OURS]["search_peak_mb"]), _short(one[_TEXTBOOK]["peak_mb"]))
        yield f"{name}: peak memory of searching, MB", *peaks, "", ""


def _starting(figures: Figures) -> Iterator[Row]:
    here, plain = figures["answer"][_OURS], figures["answer"][_TEXTBOOK]
    seconds = here["seconds"], plain["seconds"]
    ratio, aim = _times(seconds[1] / seconds[0]), _met(seconds[0] < 2, "2 s")
    yield "command to answer, s", *map(_short, seconds), ratio, aim
    yield "its peak memory, MB", _short(here["peak_mb"]), _short(plain["peak_mb"]), "", ""
    here, plain = figures["page"][_OURS], figures["page"][_TEXTBOOK]
    seconds = here["listening"]["seconds"], plain["listening"]["seconds"]
    yield "command to a page that listens, s", *map(_short, seconds), _times(seconds[1] / seconds[0]), ""
    yield "command to a page whose index is open, s", _short(here["ready"]["seconds"]), "", "", ""


def _finding(figures: Figures) -> Iterator[Row]:
    for name, label in (("own", "own questions"), ("shared", "development questions")):
        if name not in figures:
            continue
        here, plain = figures[name][_OURS], figures[name][_TEXTBOOK]
        for key in ("hit@1", "hit@3", "hit@5", "hit@10", "hit_in_room"):
            aim = _met(here[key] >= 0.85, ".85") if (name, key) == ("shared", "hit@10") else ""
            unit = key.replace("hit_in_room", "hit in the first 3,000 characters")
            yield f"{here['questions']} {label}: {unit}", _share(here[key]), _share(plain[key]), "", aim
    if "retrieval" in figures:
        here, plain, bm25 = (figures["retrieval"].get(who, {}) for who in (_OURS, _TEXTBOOK, "bm25"))
        for key in ("ndcg@10", "recall@10"):
            aim = _met(here[key] >= 0.88, ".88") if key == "ndcg@10" else ""
            other = f"{_share(plain[key])}; " if plain else ""
            label = f"{_count(here['questions'])} questions on authorities' texts: {key}"
            yield label, _share(here[key]), f"{other}plain BM25 {_share(bm25[key])}", "", aim


def _screening(figures: Figures) -> Iterator[Row]:
    speed = figures["speed"]
    here, plain = speed["four_pages_ms"], speed["checklist_ms"]
    yield "a draft of four pages, p50 ms", _short(here), _short(plain), "", _met(here < 1000, "1 s")
    pile = speed["drafts"]
    yield f"{pile} drafts in one go, s", _short(speed["pile_seconds"]), "", "", ""
    yield (
        f"{pile} drafts in one go: extra memory, MB",
        _short(speed["pile_mb"]),
        "",
        "",
        _met(speed["pile_mb"] < 300, "300 MB"),
    )
    for name, label in (("own", "own drafts with a fault each"), ("shared", "development drafts")):
        if name in figures["verdicts"]:
            one = figures["verdicts"][name]
            here, plain = one["ours"], one["checklist"]
            label = f"{one['drafts']} {label}"
            aim = _met(here["right"] >= 0.92, ".92") if name == "shared" else ""
            yield f"{label}: right verdicts", _share(here["right"]), _share(plain["right"]), "", aim
            cleared = str(here["false_clears"]), str(plain["false_clears"])
            yield f"{label}: false clears", *cleared, "", _met(here["false_clears"] == 0, "0")


def _register(figures: Figures) -> Iterator[Row]:
    records = f"{_count(figures['records'])} records"
    late = figures["select_p95_ms"]
    yield f"{records}: filtered and sorted, p50 ms", _short(figures["select_ms"]), _short(figures["loop_ms"]), "", ""
    yield f"{records}: filtered and sorted, p95 ms", _short(late), "", "", _met(late < 200, "200 ms")
    yield f"{records}: filtered and sorted, slowest ms", _short(figures["slowest_ms"]), "", "", ""
    yield f"{records}: read from their file, ms", _short(figures["read_ms"]), "", "", ""
    yield f"{records}: opened, ms", _short(figures["opened_ms"]), "", "", ""
    yield f"{records}: figures of all plots, ms", _short(figures["figures_ms"]), "", "", ""


def _phrasing(figures: Figures) -> Iterator[Row]:
    labels = {"dev": "the first set", "held_out": "the second set", "later": "the third set", "english": "in English"}
    for part, label in labels.items():
        one = figures[part]
        good, planted = one["good_all"], one["planted_all"]
        kept = _share(one["good_ours"] / good), _share(one["good_figures"] / good)
        yield f"{good} good sentences, {label}: kept", *kept, "", ""
        passed = str(one["planted_ours"]), str(one["planted_figures"])
        aim = _met(one["planted_ours"] == 0, "0")
        yield f"{planted} planted errors, {label}: passed", *passed, "", aim
    yield "a sentence checked among a dozen sources, p50 ms", _short(figures["check_ms"]), "", "", ""
    yield "a sentence checked among a dozen sources, p95 ms", _short(figures["check_p95_ms"]), "", "", ""


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _share(value: float) -> str:
    return f"{value:.3f}"[1:] if value < 1 else "1.000"


def _times(ratio: float) -> str:
    return f"{_short(ratio)} ×"


def _count(value: int) -> str:
    return f"{value:,}"


def _met(is_met: bool, aim: str) -> str:
    return f"{aim}: {'met' if is_met else 'not met'}"
