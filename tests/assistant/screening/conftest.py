"""The criteria that drafts are read and judged by."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.criteria import CriteriaSet, load

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def criteria() -> CriteriaSet:
    return load(ROOT / "corpus" / "criteria" / "malmo-2026.toml")
