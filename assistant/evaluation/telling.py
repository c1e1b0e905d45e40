"""Tell in Swedish, for a terminal, what came of a set of questions."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.evaluation.comparing import Comparison, Way
from assistant.evaluation.report import CodeCount, Report, Result, Share

_LONGEST = 160
"""Characters of an answer or a quote that are shown."""


def told(report: Report) -> str:
    """Return the whole report: the figures, then a line for each question that did not pass."""
    return "\n".join([*_passed(report), "", *_figures(report), "", told_failures(report)])


def told_failures(report: Report) -> str:
    """Return a line for each question that did not pass: which, why, and how the answer begins."""
    if not report.failures:
        return "Alla frågor fick rätt svar."
    return "\n".join(["Fick inte rätt svar:", *map(_failure, report.failures)])


_WAYS = {"fragor": "Modellen läser frågor", "svar": "Modellen formulerar svar"}


def told_comparison(comparison: Comparison) -> str:
    """Return what a language model gains and loses: a row without it and one in each way with it, then the questions
    that it changed the worth of."""
    names = ["Utan språkmodell", *(_WAYS[way.task] for way in comparison.ways)]
    width = max(map(len, names))
    reports = [comparison.without, *(way.report for way in comparison.ways)]
    lines = [f"Språkmodell: {comparison.model}", ""]
    for name, report in zip(names, reports, strict=True):
        lines.append(f"{name:<{width}}  rätt svar {_of(report.passed)}, svarstid {_times(report)}")
    for way in comparison.ways:
        lines += ["", f"{_WAYS[way.task]}:", *_way(way)]
    return "\n".join(lines)


def _way(way: Way) -> Iterator[str]:
    yield f"  Svar i andra ord än utan modellen: {way.changed} av {way.report.passed.whole}"
    yield f"  Rätt med modellen men inte utan: {', '.join(one.item.id for one in way.gained) or 'inget'}"
    yield f"  Fel med modellen men inte utan: {'inget' if not way.lost else len(way.lost)}"
    yield from (f"  {_failure(one)}" for one in way.lost)
    if way.removed:
        yield f"  Meningar som togs bort för att källorna inte bar dem: {way.removed}"
    if way.failures:
        kinds = ", ".join(f"{kind} {times}" for kind, times in sorted(way.failures.items()))
        yield f"  Frågor där modellen inte svarade: {way.failures.total()} ({kinds})"
    if way.usage.tokens_in:
        about = "ungefär " if way.usage.estimated else ""
        yield f"  Token: {about}{way.usage.tokens_in} in och {way.usage.tokens_out} ut"


def _passed(report: Report) -> list[str]:
    kinds = {kind or "utan slag": share for kind, share in report.by_kind().items()}
    lines = [f"Rätt svar: {_of(report.passed)}"]
    if len(kinds) > 1:
        width = max(map(len, kinds))
        lines += [f"  {kind:<{width}}  {share.part:>5} av {share.whole:>5}" for kind, share in kinds.items()]
    return lines


def _figures(report: Report) -> list[str]:
    due, undue = report.abstained(due=True), report.abstained(due=False)
    return [
        f"Avstod när det var rätt: {_of(due)}",
        f"Avstod fast frågan går att besvara: {_of(undue)}",
        f"Citat som står ordagrant i dokumenten: {_of(report.verbatim())}",
        *(f"  Står inte så: {_line(quote)} ({one.item.id})" for one in report.results for quote in one.altered),
        *_review(report),
        f"Svarstid: {_times(report)}",
        *(
            f"Obs! Dokumentet {_line(name)} finns inte i indexet; inget svar kan hänvisa till det."
            for name in report.unknown_documents
        ),
    ]


def _times(report: Report) -> str:
    middle, late = (f"{1000 * seconds:.0f} ms" for seconds in report.seconds())
    return f"median {middle}, 95 % av svaren inom {late}"


def _review(report: Report) -> Iterator[str]:
    if not report.reviewed():
        return
    total = report.all_codes()
    yield f"Granskningskoder: {_measured(total)}"
    codes = report.by_code()
    width = max(map(len, codes), default=0)
    for code, count in codes.items():
        yield f"  {code:<{width}}  {_measured(count)}"


def _measured(count: CodeCount) -> str:
    return (
        f"precision {_figure(count.precision)}, täckning {_figure(count.recall)} "
        f"({count.right} rätt, {count.undue} i onödan, {count.missing} saknas)"
    )


def _of(share: Share) -> str:
    """A share in figures and per cent, never rounded up: 999 of 1 000 are no 100 %."""
    return f"{share.part} av {share.whole}" + (f" ({100 * share.part // share.whole} %)" if share.whole else "")


def _figure(share: Share) -> str:
    """A share with two decimals, never rounded up; a dash for a share of nothing."""
    return f"{100 * share.part // share.whole / 100:.2f}".replace(".", ",") if share.whole else "–"


def _failure(result: Result) -> str:
    kind = f" ({result.item.kind})" if result.item.kind else ""
    why = " ".join("; ".join(result.verdict.reasons).split())
    return f"  {result.item.id}{kind}: {why}. Svaret: {_line(result.answer.text)}"


def _line(text: str) -> str:
    """A text in one line, cut when it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
