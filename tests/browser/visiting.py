"""Serving the page and visiting it, for the browser tests."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SCRIPTED = "tests/browser/scripted.py"
WIDE, NARROW = {"width": 1280, "height": 860}, {"width": 390, "height": 844}


@contextmanager
def served(*command: str, **environment: str) -> Iterator[tuple[str, Any]]:
    """Run a program that prints the page's address on its first line; yield the address and the program's input."""
    place = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", **environment}
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(
        [sys.executable, *command], cwd=ROOT, env=place, stdin=pipe, stdout=pipe, stderr=nothing, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            found = re.search(r"http://\S+", process.stdout.readline())
            assert found, f"{command} printed no address"
            yield found.group(), process.stdin
        finally:
            process.terminate()


class Visit:
    """A visitor's window, with what the page logged and which hosts it asked."""

    def __init__(self, browser: Any, **options: Any) -> None:
        self.context = browser.new_context(**{"viewport": WIDE, "locale": "sv-SE", **options})
        self.window = self.context.new_page()
        self.window.set_default_timeout(20_000)
        self.complaints: list[str] = []
        self.hosts: set[str] = set()
        self.window.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        self.window.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.context.on("request", lambda request: self.hosts.add(urlsplit(request.url).hostname or ""))

    def open(self, address: str) -> Any:
        self.window.goto(address)
        self.window.wait_for_selector("#question textarea")
        return self.window

    def close(self) -> None:
        self.context.close()
        assert self.complaints == []
        assert self.hosts - {""} == {"127.0.0.1"}


def ask(window: Any, question: str) -> Any:
    """Ask in the box, as a visitor does; return the turn once it is answered."""
    number = window.locator(".turn").count()
    window.fill("#question textarea", question)
    window.press("#question textarea", "Enter")
    turn = window.locator(f'#turn-{number}[data-state="done"]')
    turn.wait_for()
    return turn


def weak_contrasts(window: Any) -> list[str]:
    """Texts on the page, with their contrast, that stand out less than 4.5 to 1 from their ground."""
    found: list[str] = window.evaluate(
        """() => {
            const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
            const rgb = (colours) => {
                paint.clearRect(0, 0, 1, 1);
                for (const colour of colours) { paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1); }
                return [...paint.getImageData(0, 0, 1, 1).data].slice(0, 3);
            };
            const light = (c) => c.map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
                .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
            const found = [];
            const walk = document.createTreeWalker(document.querySelector('.gradio-container'), NodeFilter.SHOW_TEXT);
            for (let node; (node = walk.nextNode());) {
                const element = node.parentElement;
                const hidden = !element.checkVisibility() || element.closest('.sr-only, style, [disabled]');
                if (!node.data.trim() || hidden) continue;
                const grounds = [];
                for (let e = element; e; e = e.parentElement) grounds.unshift(getComputedStyle(e).backgroundColor);
                const a = light(rgb(grounds)), b = light(rgb([...grounds, getComputedStyle(element).color]));
                const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
                if (ratio < 4.5) found.push(`${node.data.trim().slice(0, 30)}: ${ratio.toFixed(2)}`);
            }
            return found;
        }"""
    )
    return found


def health(address: str) -> tuple[int, dict[str, Any]]:
    try:
        with urllib.request.urlopen(f"{address}/healthz") as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.load(error)
