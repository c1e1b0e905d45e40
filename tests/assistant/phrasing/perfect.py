"""A model that knows what right answers hold, and says it in short sentences from the sources that it is offered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.evaluation.scoring import Item, found, normalise
from ingest.sentences import split_sentences
from tests.scripted_model import Json, Says

_SOURCE = re.compile(r"(?m)^\[(\d+)\] (.*)$")
_ROW = re.compile(r"(?P<subject>[^:;]{2,80}): (?P<cells>[^;]+(?:; [^;]+)+|[^;]+)")


class Perfect:
    """A script for questions whose answers are known; what is not in the sources it does not say."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = {normalise(item.question): item for item in items}

    def __call__(self, request: Json) -> Says:
        prompt = str(request["messages"][-1]["content"])
        item = self._items.get(normalise(prompt.rpartition("Fråga: ")[2]))
        told = list(dict.fromkeys(self._sentences(item, prompt))) if item else []
        return Says("\n".join(told) or "Det framgår inte av dokumenten.")

    def _sentences(self, item: Item, prompt: str) -> Iterator[str]:
        """Yield a sentence for each point of the answer, from the first line of the sources that holds it; a year that
        stands above a line only is said with it."""
        lines = [line for line in _lines(prompt) if not any(found(form, normalise(line[2])) for form in item.forbidden)]
        for forms in item.answer_points:
            for number, _, line in lines:
                if said := _said(line, forms):
                    yield marked(said, number)
                    break
            else:
                yield from self._dated(item, forms, lines)

    def _dated(self, item: Item, forms: tuple[str, ...], lines: list[tuple[int, str, str]]) -> Iterator[str]:
        others = [form for point in item.answer_points if point != forms for form in point]
        for year in (form for form in forms if re.fullmatch(r"\d{4}", form)):
            for number, head, line in lines:
                if year in head and any(found(form, normalise(line)) for form in others):
                    yield marked(f"Enligt planen för {year} gäller {line.rstrip(' .:')}", number)
                    return


def marked(said: str, number: int) -> str:
    """Return a text with a mark after each of its sentences."""
    return " ".join(f"{said[start:end].rstrip('.')} [{number}]." for start, end in split_sentences(said))


def _lines(prompt: str) -> list[tuple[int, str, str]]:
    """Return each line of the sources with its source's number and head."""
    sources = prompt[prompt.index("<källor>") : prompt.index("</källor>")]
    parts = _SOURCE.split(sources)[1:]
    whole = zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    return [(int(number), head, line) for number, head, text in whole for line in text.strip().splitlines()]


def _said(line: str, forms: tuple[str, ...]) -> str:
    """Return a short sentence that says what of ``line`` holds one of the forms; "" when none does."""
    if not any(found(form, normalise(line)) for form in forms):
        return ""
    row = _ROW.fullmatch(line)
    if row and ";" in row["cells"]:
        for cell in row["cells"].split("; "):
            if any(found(form, normalise(cell)) for form in forms):
                return f"För {row['subject']} gäller {cell}"
    return line.rstrip(" .:")
