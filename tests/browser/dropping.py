"""What a test does with drafts on the page."""

from __future__ import annotations


def drop(window, *files):
    """Drop files and wait until all are done."""
    before = window.locator(".draft").count()
    window.set_input_files("#drop input[type=file]", list(files))
    rows = window.locator(".draft")
    window.wait_for_function(
        "count => document.querySelectorAll('.draft').length === count && !document.querySelector('.draft .state')",
        arg=before + len(files),
    )
    return rows
