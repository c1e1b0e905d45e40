"""Say in Swedish what a pydantic schema expected, for files that people edit by hand."""

from __future__ import annotations

from pydantic import ValidationError

_EXPECTED = {
    "missing": "fältet saknas",
    "extra_forbidden": "fältet finns inte i schemat",
    "string_type": "ska vara text",
    "string_too_short": "får inte vara tomt",
    "int_type": "ska vara ett heltal",
    "int_parsing": "ska vara ett heltal",
    "int_from_float": "ska vara ett heltal",
    "bool_type": "ska vara true eller false",
    "bool_parsing": "ska vara true eller false",
    "list_type": "ska vara en lista",
    "tuple_type": "ska vara en lista",
    "model_type": "ska vara en grupp av fält",
    "dict_type": "ska vara en grupp av fält",
    "date_type": "ska vara ett datum, ÅÅÅÅ-MM-DD",
    "date_parsing": "ska vara ett datum, ÅÅÅÅ-MM-DD",
    "date_from_datetime_parsing": "ska vara ett datum, ÅÅÅÅ-MM-DD",
    "date_from_datetime_inexact": "ska vara ett datum utan klockslag",
}


def first_fault(error: ValidationError) -> str:
    """Return ``field: what was expected (värdet är …)`` for the first fault of ``error``.

    The field is a dotted path with list positions from 0; "posten" when the fault lies in the record as a whole.
    """
    fault = error.errors()[0]
    field = ".".join(str(part) for part in fault["loc"]) or "posten"
    context = fault.get("ctx", {})
    match fault["type"]:
        case "literal_error":
            expected = f"ska vara {str(context['expected']).replace(' or ', ' eller ')}"
        case "string_pattern_mismatch":
            expected = f"ska ha formen {context['pattern']}"
        case "greater_than" | "greater_than_equal":
            expected = f"ska vara minst {context.get('ge', context.get('gt'))}"
        case "too_short":
            expected = f"ska ha minst {context['min_length']} värde"
        case "value_error":
            expected = str(context["error"])
        case other:
            expected = _EXPECTED.get(other, fault["msg"])
    if fault["type"] in ("missing", "value_error"):
        return f"{field}: {expected}"
    return f"{field}: {expected} (värdet är {fault['input']!r:.80})"
