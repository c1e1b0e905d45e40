"""Fetching originals from a server that answers rightly, wrongly, slowly, too much and not at all."""

from __future__ import annotations

import hashlib
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.errors import CatalogueError, StorageError
from ingest.fetch import Fetched, fetch
from ingest.fetch_command import run
from tests.ingest.answering import (
    PAGE,
    PDF,
    TEXT,
    Answer,
    Server,
    answering,
    body,
    dripping,
    dripping_head,
    endless,
    silent,
    to,
    word,
)

OLD = b"%PDF-1.4\nden gamla utgavan\n%%EOF\n"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with answering() as running:
        yield running


def describe(folder: Path, *documents: dict[str, str]) -> None:
    entries = []
    for document in documents:
        fields = {
            "file": f"{document['id']}.md",
            "title": "En plan",
            "association": "sjostad",
            "type": "verksamhetsplan",
        }
        lines = (f'{name} = "{value}"' for name, value in (fields | {"form": "omskrivning"} | document).items())
        entries.append("\n".join(("[[document]]", *lines)))
    (folder / "sources.toml").write_text("\n\n".join(entries), encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def only(results: list[Fetched]) -> Fetched:
    assert len(results) == 1
    assert "\n" not in results[0].message
    return results[0]


@pytest.mark.parametrize(
    ("data", "origin", "suffix"),
    [
        (PDF, "pdf", "pdf"),
        (word(), "docx", "docx"),
        (TEXT, "text", "txt"),
        (b"\xef\xbb\xbf" + PAGE, "html", "html"),
        (TEXT.decode().encode("latin-1"), "", "txt"),
    ],
)
def test_the_suffix_comes_from_the_content(
    tmp_path: Path, server: Server, data: bytes, origin: str, suffix: str
) -> None:
    """An original is stored byte for byte under its id, whatever its address is called."""
    base, answers = server
    answers["/dokument?id=7"] = body(data)
    describe(tmp_path, {"id": "plan", "address": f"{base}/dokument?id=7", "origin": origin})
    result = only(fetch(tmp_path))
    assert result.status == "hämtad", result.message
    assert (tmp_path / "original" / f"plan.{suffix}").read_bytes() == data


def test_checksums_say_when_and_from_where(tmp_path: Path, server: Server) -> None:
    """``SHA256SUMS`` holds the digest as sha256sum writes it, time and address in the line above."""
    base, answers = server
    answers["/a.pdf"], answers["/b.text"] = body(PDF), body(TEXT)
    describe(tmp_path, {"id": "a", "address": f"{base}/a.pdf"}, {"id": "b", "address": f"{base}/b.text"})
    fetch(tmp_path)
    lines = (tmp_path / "original" / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert lines[1] == f"{hashlib.sha256(PDF).hexdigest()}  a.pdf"
    assert lines[3] == f"{hashlib.sha256(TEXT).hexdigest()}  b.txt"
    assert lines[0].startswith("# 20")
    assert lines[0].endswith(f"Z {base}/a.pdf")


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_sha256sum_accepts_the_checksums(tmp_path: Path, server: Server) -> None:
    """The file is checked by the system's own program, comments included."""
    base, answers = server
    answers["/a.pdf"] = body(PDF)
    describe(tmp_path, {"id": "a", "address": f"{base}/a.pdf"})
    fetch(tmp_path)
    check = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    assert subprocess.run(check, cwd=tmp_path / "original", capture_output=True).returncode == 0


def test_unchanged_and_new_editions(tmp_path: Path, server: Server) -> None:
    """What is the same is left alone, checksum and time included; a new edition takes the old one's place."""
    base, answers = server
    answers["/plan"] = body(OLD)
    describe(tmp_path, {"id": "plan", "address": f"{base}/plan"})
    fetch(tmp_path)
    before = contents(tmp_path)
    assert only(fetch(tmp_path)).status == "oförändrad"
    assert contents(tmp_path) == before
    answers["/plan"] = body(word())
    assert only(fetch(tmp_path)).status == "hämtad"
    assert set(contents(tmp_path / "original")) == {"plan.docx", "SHA256SUMS"}
    assert "plan.pdf" not in (tmp_path / "original" / "SHA256SUMS").read_text(encoding="utf-8")


WRONG: list[tuple[str, Answer, str]] = [
    ("404", body(PAGE, status=404), "404"),
    ("500", body(PDF, status=500), "försök igen senare"),
    ("page instead of a PDF", body(PAGE), "Väntade en PDF men fick en webbsida"),
    ("text instead of a PDF", body(TEXT), "Väntade en PDF men fick en textfil"),
    ("picture", body(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "varken PDF"),
    ("spreadsheet", body(word("xl/workbook.xml")), "inget Word-dokument"),
    ("broken archive", body(word()[:40]), "skadat"),
    ("nothing", body(b""), "tom fil"),
    ("truncated", body(PDF, length=len(PDF) + 500), "bröts"),
    ("too much, said beforehand", body(b"%PDF-" + b"x" * 5000), "större än"),
    ("too much, never ending", endless, "större än"),
    ("a byte at a time", dripping, "inom 0,5 sekunder"),
    ("a byte of the head at a time", dripping_head, "inom 0,5 sekunder"),
    ("silence", silent, "inom 0,5 sekunder"),
    ("redirect in a circle", to("/plan.pdf"), "mer än 5 gånger"),
    ("redirect to a file", to("file:///etc/passwd"), "bara http och https"),
    ("redirect to another protocol", to("ftp://127.0.0.1/plan.pdf"), "bara http och https"),
]


@pytest.mark.parametrize(("answer", "why"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_what_cannot_be_had_leaves_all_as_it_was(tmp_path: Path, server: Server, answer: Answer, why: str) -> None:
    """One line says why; the earlier original, its checksum and everything else stay, and nothing is added."""
    base, answers = server
    answers["/plan.pdf"] = body(OLD)
    describe(tmp_path, {"id": "plan", "address": f"{base}/plan.pdf", "origin": "pdf"})
    assert only(fetch(tmp_path)).status == "hämtad"
    before = contents(tmp_path)
    answers["/plan.pdf"] = answer
    timeout = 0.5 if "sekunder" in why else 20.0
    result = only(fetch(tmp_path, timeout=timeout, max_bytes=4000))
    assert result.status == "misslyckades"
    assert why in result.message
    assert contents(tmp_path) == before


def test_nobody_answers(tmp_path: Path, server: Server) -> None:
    """A closed port is one line, and no folder is made for nothing."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/plan.pdf"
    describe(tmp_path, {"id": "plan", "address": address})
    result = only(fetch(tmp_path))
    assert (result.status, "ansluta" in result.message) == ("misslyckades", True)
    assert set(contents(tmp_path)) == {"sources.toml"}
    assert not (tmp_path / "original").exists()


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://127.0.0.1/x", "plan.pdf", "http://", "http://[x"])
def test_only_web_addresses(tmp_path: Path, address: str) -> None:
    """An address that is no web address is refused before anything is opened."""
    describe(tmp_path, {"id": "plan", "address": address})
    assert only(fetch(tmp_path)).status == "misslyckades"
    assert set(contents(tmp_path)) == {"sources.toml"}


@pytest.mark.parametrize(("hops", "status"), [(5, "hämtad"), (6, "misslyckades")])
def test_five_redirects_are_followed(tmp_path: Path, server: Server, hops: int, status: str) -> None:
    """Five redirects, relative or not, lead to the original; the sixth is one too many."""
    base, answers = server
    for hop in range(hops):
        answers[f"/{hop}"] = to(f"{base if hop % 2 else ''}/{hop + 1}")
    answers[f"/{hops}"] = body(PDF)
    describe(tmp_path, {"id": "plan", "address": f"{base}/0", "origin": "pdf"})
    assert only(fetch(tmp_path)).status == status


def test_the_users_own_file_is_never_written_over(tmp_path: Path, server: Server) -> None:
    """An original laid in by hand, or changed after it was fetched, stays."""
    base, answers = server
    answers["/plan.pdf"] = body(PDF)
    describe(tmp_path, {"id": "plan", "address": f"{base}/plan.pdf"})
    (tmp_path / "original").mkdir()
    (tmp_path / "original" / "plan.docx").write_bytes(word())
    assert only(fetch(tmp_path)).status == "misslyckades"
    (tmp_path / "original" / "plan.docx").unlink()
    assert only(fetch(tmp_path)).status == "hämtad"
    (tmp_path / "original" / "plan.pdf").write_bytes(OLD)
    assert "för hand" in only(fetch(tmp_path)).message
    assert (tmp_path / "original" / "plan.pdf").read_bytes() == OLD


def test_one_failure_does_not_stop_the_rest(tmp_path: Path, server: Server) -> None:
    """Documents come in the catalogue's order; those without address and the retired are left out unless named."""
    base, answers = server
    answers["/borta"], answers["/plan"] = body(PAGE, status=404), body(PDF)
    describe(
        tmp_path,
        {"id": "borta", "address": f"{base}/borta"},
        {"id": "tyst"},
        {"id": "plan", "address": f"{base}/plan"},
        {"id": "egen", "address": f"{base}/plan", "file": "egen.pdf", "form": "original"},
    )
    (tmp_path / "egen.pdf").write_bytes(PDF)
    seen: list[Fetched] = []
    results = fetch(tmp_path, progress=seen.append)
    assert [(r.id, r.status) for r in results] == [
        ("borta", "misslyckades"),
        ("plan", "hämtad"),
        ("egen", "oförändrad"),
    ]
    assert seen == results
    assert [r.status for r in fetch(tmp_path, ["tyst", "okänd", "tyst"])] == ["misslyckades", "misslyckades"]


def test_retired_documents_are_fetched_only_by_name(tmp_path: Path, server: Server) -> None:
    """A retired document is not asked for until its id is given."""
    base, answers = server
    answers["/plan"] = body(PDF)
    describe(tmp_path, {"id": "plan", "address": f"{base}/plan"})
    catalogue = tmp_path / "sources.toml"
    catalogue.write_text(catalogue.read_text(encoding="utf-8") + "\nretired = true\n", encoding="utf-8")
    assert fetch(tmp_path) == []
    assert only(fetch(tmp_path, ["plan"])).status == "hämtad"


def test_a_folder_that_cannot_be_written(tmp_path: Path, server: Server) -> None:
    """A full or read-only disk ends the run with the folder's name."""
    base, answers = server
    answers["/plan"] = body(PDF)
    describe(tmp_path, {"id": "plan", "address": f"{base}/plan"})
    (tmp_path / "original").write_text("i vägen", encoding="utf-8")
    with pytest.raises(StorageError, match="original"):
        fetch(tmp_path)


def test_a_broken_catalogue(tmp_path: Path) -> None:
    """Nothing is fetched on the word of a catalogue that breaks its schema."""
    (tmp_path / "sources.toml").write_text("[[document]]\nid = 3\n", encoding="utf-8")
    with pytest.raises(CatalogueError):
        fetch(tmp_path)


def test_the_command(tmp_path: Path, server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """One line for each document; the exit status tells success, failure and wrong use apart."""
    base, answers = server
    answers["/plan"], answers["/borta"] = body(PDF), body(PAGE, status=404)
    where = ["--corpus", str(tmp_path)]
    assert run(where) == 2
    assert "sources.toml finns inte" in capsys.readouterr().err
    describe(tmp_path, {"id": "tyst"})
    assert run(where) == 0
    assert "inget att hämta" in capsys.readouterr().out
    describe(tmp_path, {"id": "plan", "address": f"{base}/plan"}, {"id": "borta", "address": f"{base}/borta"})
    assert run(["plan", *where]) == 0
    assert capsys.readouterr().out.startswith("plan: hämtad. Sparad som original/plan.pdf")
    assert run(where) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2
