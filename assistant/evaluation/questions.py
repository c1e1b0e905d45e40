"""Read a file of questions with what right answers hold: JSON, or a table as an office keeps one in Excel."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, ValidationError

from assistant.errors import BatchError
from assistant.evaluation.scoring import Item, normalise
from assistant.evaluation.tables import read_table
from assistant.review import CODES
from assistant.surrogates import without_surrogates
from ingest.schema import first_fault

_NO_TEXT = {
    b"PK\x03\x04": "en bok eller ett dokument (.xlsx, .docx)",
    b"\xd0\xcf\x11\xe0": "en äldre bok eller ett äldre dokument (.xls, .doc)",
    b"%PDF": "en PDF",
}
"""How files begin that are given instead of a table by mistake."""

_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""The byte order marks of what Excel calls Unicode text."""


@dataclass(frozen=True, slots=True)
class Questions:
    """The items of a file, in its order."""

    items: tuple[Item, ...]
    unused: tuple[str, ...] = ()
    """Fields or columns of the file that nothing is made of, each once."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as it stands in the file."""

    place: str
    """Where it stands, as the reader of the file counts: "post 3" or "rad 4"."""
    record: Mapping[str, Any]
    headings: Mapping[str, str] = field(default_factory=dict)
    """What the file calls each field, where that is not the field's own name."""


def _clean(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return without_surrogates(value).strip() if isinstance(value, str) else value


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def _with_content(form: str) -> str:
    if not normalise(form.lstrip("^*")):
        raise ValueError("får inte vara tomt")
    return form


def _known_code(code: str) -> str:
    if code not in CODES:
        raise ValueError(f"koden {code!r} finns inte; välj bland {', '.join(CODES)}")
    return code


_Text = Annotated[str, BeforeValidator(_clean)]
_Line = Annotated[_Text, AfterValidator(_in_one_line)]
_Form = Annotated[_Text, AfterValidator(_with_content)]
_Forms = Annotated[tuple[_Form, ...], Field(min_length=1)]
_Code = Annotated[_Text, AfterValidator(_known_code)]


class _Record(BaseModel):
    """The schema of a record; fields that are not here are passed over, and told of."""

    id: _Line = Field(min_length=1)
    question: _Text = Field(min_length=1)
    kind: _Line = ""
    history: tuple[_Text, ...] = ()
    answer_points: tuple[_Forms, ...] = ()
    forbidden: tuple[_Form, ...] = ()
    cite: tuple[_Text, ...] = ()
    gold_quote: _Text = ""
    gold_doc: _Text = ""
    abstain: bool = False
    review: tuple[_Code, ...] | None = None
    note: _Text = ""
    lang: _Text = ""
    difficulty: _Text = ""


def load(path: Path) -> Questions:
    """Read the questions of a file.

    A name that ends in ``.json``, or a text that begins as JSON does, is read as a list of records; anything else as a
    table whose first row names its columns.

    Raises:
        BatchError: the file cannot be read or holds no questions, or one of them breaks the schema.
    """
    text = _text(path)
    is_json = path.suffix.lower() == ".json" or text.lstrip().startswith(("[", "{"))
    entries, unused = _of_json(path, text) if is_json else _of_table(path, text)
    if not entries:
        raise BatchError(f"{path} innehåller inga frågor; skriv minst en.")
    items: dict[str, tuple[Item, Entry]] = {}
    for entry in entries:
        item = _item(path, entry)
        if item.id in items:
            places = f"{items[item.id][1].place} och {entry.place}"
            raise BatchError(f"{path}: {places} har samma id ({item.id}); ge varje fråga ett eget id.")
        items[item.id] = item, entry
    return Questions(tuple(item for item, _ in items.values()), unused)


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise BatchError(f"{path} finns inte; ange en fil med frågor (.json, .csv eller .tsv).") from error
    except IsADirectoryError as error:
        raise BatchError(f"{path} är en mapp; ange en fil med frågor (.json, .csv eller .tsv).") from error
    except OSError as error:
        raise BatchError(f"{path} går inte att läsa ({error.strerror}); ange en fil som du får läsa.") from error
    for beginning, kind in _NO_TEXT.items():
        if raw.startswith(beginning):
            raise BatchError(f"{path} är {kind}; spara frågorna som CSV i Excel och ange den filen.")
    for encoding in (_WIDE.get(raw[:2], "utf-8-sig"), "cp1252"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        if not text.strip():
            raise BatchError(f"{path} är tom; skriv minst en fråga i den.")
        return text
    raise BatchError(f"{path} är ingen textfil; spara frågorna som CSV UTF-8 i Excel, eller som JSON i UTF-8.")


def _of_json(path: Path, text: str) -> tuple[list[Entry], tuple[str, ...]]:
    try:
        records = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"rad {error.lineno}, tecken {error.colno}"
        raise BatchError(f"{path} är ingen giltig JSON: det tar stopp vid {where}; rätta där.") from error
    except (ValueError, RecursionError) as error:
        raise BatchError(f"{path} är ingen giltig JSON: ett tal är för långt, eller listorna för djupa.") from error
    if not isinstance(records, list):
        raise BatchError(f"{path} ska vara en lista av frågor: [{{…}}, {{…}}].")
    for place, record in enumerate(records, 1):
        if not isinstance(record, dict):
            raise BatchError(f'{path}: post {place} ska vara ett objekt med "id" och "question".')
    names = dict.fromkeys(without_surrogates(name) for record in records for name in record)
    unused = tuple(name for name in names if name not in _Record.model_fields)
    return [Entry(f"post {place}", record) for place, record in enumerate(records, 1)], unused


def _of_table(path: Path, text: str) -> tuple[list[Entry], tuple[str, ...]]:
    table = read_table(path, text)
    return [Entry(f"rad {row}", record, table.headings) for row, record in table.rows], table.unused


def _item(path: Path, entry: Entry) -> Item:
    try:
        record = _Record.model_validate(entry.record)
    except ValidationError as error:
        name, _, expected = first_fault(error).partition(": ")
        root, *below = name.split(".")
        heading = entry.headings.get(root) or ".".join([root, *below])
        raise BatchError(f"{path}: {_named(entry)}: {heading}: {expected}. Rätta och försök igen.") from error
    if not record.answer_points and not record.abstain:
        points, abstain = (entry.headings.get(name, name) for name in ("answer_points", "abstain"))
        raise BatchError(
            f"{path}: {_named(entry)} säger varken vad svaret ska innehålla ({points}) eller att det rätta är att "
            f"avstå ({abstain}). Fyll i det ena och försök igen."
        )
    values = record.model_dump()
    values["cite"] = frozenset(record.cite)
    values["review"] = None if record.review is None else frozenset(record.review)
    return Item(**values)


def _named(entry: Entry) -> str:
    """Name a record by its place, and by its id where it has one of its own."""
    id = _clean(entry.record.get("id"))
    is_own = isinstance(id, str) and id not in ("", entry.place)
    return f"{entry.place} ({_in_one_line(str(id))})" if is_own else entry.place
