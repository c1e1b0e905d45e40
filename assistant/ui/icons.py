"""Line icons drawn in place, so that no font or file is fetched. They decorate: the word beside them says the same."""

from __future__ import annotations

_PATHS = {
    "warning": "M12 3 22 20H2L12 3Zm0 7v4m0 3v.01",
    "absent": "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5 12 5 5M8 11h6",
    "document": "M6 3h8l4 4v14H6V3Zm8 0v4h4M9 12h6m-6 4h6",
    "info": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 8v5m0-8.5v.01",
    "stop": "M5 5h14v14H5V5Z",
    "phrased": "M4 6h16M4 11h16M4 16h9m3 2 2 2 4-5",
    "copy": "M9 9h11v11H9V9ZM5 15H4V4h11v1",
    "useful": "M7 11v9H4v-9h3Zm0 0 4-8c1.7 0 2.6 1.2 2.3 2.8L12.7 9H18c1.4 0 2.3 1.2 2 2.5l-1.4 6.6"
    "c-.3 1.2-1.2 1.9-2.4 1.9H7",
    "not_useful": "M17 13V4h3v9h-3Zm0 0-4 8c-1.7 0-2.6-1.2-2.3-2.8l.6-3.2H6c-1.4 0-2.3-1.2-2-2.5l1.4-6.6"
    "C5.7 4.7 6.6 4 7.8 4H17",
    "close": "M6 6l12 12M18 6 6 18",
    "previous": "M15 5l-7 7 7 7",
    "next": "M9 5l7 7-7 7",
    "outside": "M14 4h6v6m0-6-9 9M18 14v6H4V6h6",
    "met": "M5 13l4.5 4.5L19 7",
    "unclear": "M9 9a3 3 0 1 1 4.2 2.7c-.9.5-1.2 1-1.2 2.3m0 3.5v.01",
    "not_met": "M7 7l10 10M17 7 7 17",
    "not_applicable": "M6 12h12",
    "model": "M6 8h12v11H6V8Zm6 0V4M9.5 12v1m5-1v1M9.5 16h5",
    "person": "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9c0-4 3.5-6.5 8-6.5s8 2.5 8 6.5",
    "save": "M12 4v11m0 0-4-4m4 4 4-4M5 20h14",
    "up": "M12 19V6m0 0-5 5m5-5 5 5",
    "examples_partner": "M8 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm8.5 0a2.8 2.8 0 1 0 0-5.6"
    "M2 20c0-3.5 2.5-6 6-6s6 2.5 6 6m2-6c3.3 0 5.5 2.3 5.5 5.6",
    "examples_office": "M4 7h16v13H4V7Zm5 0V4h6v3M4 12h16",
    "examples_board": "M4 20h16M6 20v-9m6 9V4m6 16v-6",
}


def icon(name: str) -> str:
    """Return an inline SVG, hidden from screen readers.

    Raises:
        KeyError: there is no such icon.
    """
    return (
        f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{_PATHS[name]}"/></svg>'
    )
