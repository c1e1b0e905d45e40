"""The key comes from the settings, or from the first line of a file; what is wrong with it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.models.errors import ModelError, Trouble
from assistant.models.key import read_key
from ingest.settings import Secret, Settings


def test_a_key_file_goes_before_a_key(tmp_path: Path) -> None:
    path = tmp_path / "nyckel"
    path.write_text("sk-fil\nannat\n", encoding="utf-8")
    assert read_key(Settings(chat_key=Secret("sk-env"), chat_key_file=path)) == "sk-fil"
    assert read_key(Settings(chat_key=Secret("sk-env"))) == "sk-env"
    assert read_key(Settings()) == ""


def test_a_file_from_windows(tmp_path: Path) -> None:
    """A mark of the byte order and a carriage return are no part of the key."""
    path = tmp_path / "nyckel"
    path.write_bytes(b"\xef\xbb\xbfsk-fil\r\n")
    assert read_key(Settings(chat_key_file=path)) == "sk-fil"


@pytest.mark.parametrize(
    ("content", "says"), [(None, "går inte att läsa"), (b"\n", "är tom"), (b"", "är tom"), (b"\xff\xfe", "att läsa")]
)
def test_a_file_that_cannot_be_used(content: bytes | None, says: str, tmp_path: Path) -> None:
    path = tmp_path / "nyckel"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelError, match=says) as caught:
        read_key(Settings(chat_key_file=path))
    assert caught.value.trouble is Trouble.MISCONFIGURED
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("key", ["sk-å", "sk-\x07"])
def test_a_key_of_characters_that_no_key_has(key: str) -> None:
    with pytest.raises(ModelError, match="tecken som ingen nyckel har") as caught:
        read_key(Settings(chat_key=Secret(key)))
    assert key not in str(caught.value)
