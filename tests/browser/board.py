"""What a test does with the register on the page."""

from __future__ import annotations

import re

from assistant.ui.register.texts import SWEDISH

FOCUSED = "document.activeElement"


def count(window, text):
    """Wait until so many are told to be shown."""
    window.locator(".listed .count", has_text=re.compile(f"^{text}$")).wait_for()


def show(window, view):
    window.get_by_role("radio", name=SWEDISH[f"view_{view}"]).check()
    window.locator({"table": ".rows", "timeline": ".timeline", "plots": ".plot"}[view]).first.wait_for()


def search(window, words):
    window.get_by_label(SWEDISH["search"]).fill(words)
    window.get_by_label(SWEDISH["search"]).press("Enter")


def row(window, words):
    return window.locator(".rows tbody tr", has_text=words)
