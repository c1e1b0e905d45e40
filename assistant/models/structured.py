"""Read an object of a given shape out of what a model writes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from assistant.models.thoughts import END

T = TypeVar("T", bound=BaseModel)

MOST_TRIES = 50
"""Places where an object may begin that are looked at."""


def read_object(text: str, schema: type[T]) -> T | None:
    """Return the first JSON object in ``text`` that has the shape ``schema``, whatever stands around it; or None.

    What a model wrote to itself before the answer is passed over.
    """
    for found in _objects(text.rpartition(END)[2]):
        try:
            return schema.model_validate(found)
        except ValidationError:
            continue
    return None


def _objects(text: str) -> Iterator[object]:
    decoder = json.JSONDecoder()
    at = text.find("{")
    for _ in range(MOST_TRIES):
        if at < 0:
            return
        try:
            found, end = decoder.raw_decode(text, at)
            yield found
        except (ValueError, RecursionError):
            end = at + 1
        at = text.find("{", end)
