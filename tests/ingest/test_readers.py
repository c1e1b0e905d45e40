"""The entry point: what a file is shows in its content, and whatever cannot be read is told in one sentence."""

from __future__ import annotations

import os
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.errors import UnreadableFile
from ingest.model import Reading
from ingest.readers import SUFFIXES, read, text
from tests.ingest.docxs import written
from tests.ingest.pdfs import drawn

SENTENCE = "Stödet räcker över två år för den som bor på Öland."


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def said(reading: Reading) -> str:
    return "\n".join(block.text for block in reading.blocks)


def refusal(path: Path, **limits: int) -> str:
    """Return the message of the refused file: one Swedish sentence that names it."""
    with pytest.raises(UnreadableFile) as caught:
        read(path, **limits)
    message = str(caught.value)
    assert message.startswith(path.name)
    assert message.endswith(".")
    assert "\n" not in message
    assert ";" in message, "a sentence says what is wrong and what to do"
    assert not re.search(r"[.!?] [A-ZÅÄÖ]", message.removeprefix(path.name))
    return message


def attempt(path: Path) -> tuple[str, Reading]:
    """Return the refusal of a file, or its reading."""
    try:
        return "", read(path)
    except UnreadableFile as refused:
        return str(refused), Reading(())


def pdf_of(line: str) -> bytes:
    return drawn(lambda canvas: canvas.drawString(72, 720, line))


def docx_of(line: str) -> bytes:
    return written(lambda document: document.add_paragraph(line))


def zip_of(**members: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", pdf_of(SENTENCE)),
        ("a.docx", docx_of(SENTENCE)),
        ("a.txt", SENTENCE.encode()),
        ("a.md", SENTENCE.encode()),
        ("a.html", f"<p>{SENTENCE}</p>".encode()),
        ("pdf-som.txt", pdf_of(SENTENCE)),
        ("docx-som.pdf", docx_of(SENTENCE)),
        ("html-som.txt", f"<!DOCTYPE html>\n<html><body><p>{SENTENCE}</p></body></html>".encode()),
        ("html-med-bom.txt", f"<!DOCTYPE html>\n<html><body><p>{SENTENCE}</p></body></html>".encode("utf-8-sig")),
        ("pdf-som.docx", pdf_of(SENTENCE)),
        ("utan-andelse", SENTENCE.encode()),
    ],
)
def test_kind_shows_in_content(tmp_path: Path, name: str, data: bytes) -> None:
    """The right reader is found whatever the file is called, and å, ä and ö come out of each."""
    assert said(read(write(tmp_path, name, data))) == SENTENCE


def test_suffixes_are_lower_case() -> None:
    assert {".pdf", ".docx", ".txt", ".md", ".markdown", ".html", ".htm", ".jsonl"} == SUFFIXES


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("tom.txt", b"", "tom"),
        ("tom.pdf", b"", "tom"),
        ("blank.txt", b" \n\t\r\n ", "tom"),
        ("blank.md", "\u00a0\n\u00a0".encode(), "ingen text"),
        ("bild.pdf", b"\x89PNG\r\n\x1a\n" + bytes(200), "PNG-bild"),
        ("foto.docx", b"\xff\xd8\xff\xe0" + bytes(200), "JPEG-bild"),
        ("gammal.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000), "gamla Office-formatet"),
        (
            "hemlig.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(60),
            "lösenord",
        ),
        ("kalkyl.docx", zip_of(**{"xl/workbook.xml": b"<x/>", "[Content_Types].xml": b"<x/>"}), "Excel-ark"),
        ("packat.zip", zip_of(**{"a.txt": b"hej"}), "zip-arkiv"),
        ("brev.docx", zip_of(**{"content.xml": b"<x/>"}), "OpenDocument"),
        ("brev.txt", b"{\\rtf1 hej}", "RTF"),
        ("text.pdf", b"Bara vanlig text", "skadad"),
        ("text.docx", b"Bara vanlig text", "skadad"),
        ("avbruten.docx", docx_of(SENTENCE)[:3000], "skadad"),
        ("avbruten.pdf", pdf_of(SENTENCE)[:300], "skadad"),
        ("kaputt.docx", zip_of(**{"word/document.xml": b"<w:document", "[Content_Types].xml": b"<x"}), "skadad"),
        ("skräp.txt", bytes(range(256)) * 20, "binära data"),
        ("nollor.txt", bytes(5000), "binära data"),
        ("nollor.html", bytes(500), "binära data"),
        ("tom.html", b"<html><body><script>x()</script></body></html>", "ingen text"),
    ],
)
def test_bad_files_are_refused_in_one_sentence(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    """Each kind of bad input has its own reason, never a library's exception."""
    assert reason in refusal(write(tmp_path, name, data))


def test_too_large_is_refused_unread(tmp_path: Path) -> None:
    """The size limit holds for the file on disk; a sparse file costs nothing to make or refuse."""
    path = tmp_path / "stor.txt"
    with path.open("wb") as file:
        file.truncate(250_000_000)
    assert "250 MB" in refusal(path)
    assert "gränsen" in refusal(write(tmp_path, "liten.txt", b"abcdef"), max_bytes=5)


def test_symlink_folder_and_missing_file(tmp_path: Path) -> None:
    """A link is not followed, a folder is not a file, and a file can vanish between listing and reading."""
    write(tmp_path, "fil.txt", SENTENCE.encode())
    link = tmp_path / "lank.txt"
    link.symlink_to(tmp_path / "fil.txt")
    assert "länk" in refusal(link)
    (tmp_path / "mapp.txt").mkdir()
    assert "mapp" in refusal(tmp_path / "mapp.txt")
    assert "finns inte" in refusal(tmp_path / "borta.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a POSIX thing")
def test_named_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ror.txt")
    assert "ingen vanlig fil" in refusal(tmp_path / "ror.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_permission_denied(tmp_path: Path) -> None:
    path = write(tmp_path, "last.txt", SENTENCE.encode())
    path.chmod(0)
    assert "rättigheterna" in refusal(path)


def test_permission_error_is_mapped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same as above where the tests run as root."""
    path = write(tmp_path, "last.txt", SENTENCE.encode())

    def denied(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert "rättigheterna" in refusal(path)


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "iso-8859-1", "mac_roman"],
)
def test_swedish_letters_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    """å, ä, ö come out right, with and without a byte order mark."""
    line = "Åtgärder för öar: Äldre på Önnerup får stöd."
    assert said(read(write(tmp_path, "a.txt", line.encode(encoding)))) == line
    heading = f"# Råd\n\n{line}\n"
    assert line in said(read(write(tmp_path, "a.md", heading.encode(encoding))))


def test_windows_punctuation_survives(tmp_path: Path) -> None:
    line = "Rådet säger ”ja” – men bara för år 2031."
    assert said(read(write(tmp_path, "a.txt", line.encode("cp1252")))) == line


def test_nul_padding_and_stray_nul(tmp_path: Path) -> None:
    """NUL bytes at the end are padding; a stray one inside is dropped."""
    assert said(read(write(tmp_path, "a.txt", SENTENCE.encode() + bytes(12)))) == SENTENCE
    assert said(read(write(tmp_path, "b.txt", SENTENCE.encode().replace(b"bor", b"b\0or")))) == SENTENCE


def test_own_marks_of_a_file_are_taken_out(tmp_path: Path) -> None:
    """A file cannot smuggle in the private-use characters that the readers set."""
    path = write(tmp_path, "a.txt", "En \ue000rad \ue001\U000f0000 och \ue002till.".encode())
    assert said(read(path)) == "En rad och till."


def test_form_feeds_part_pages(tmp_path: Path) -> None:
    source = "Första sidan har text som fyller mer än en halv rad.\nKort rad.\fAndra sidan har mer.\f"
    reading = read(write(tmp_path, "a.txt", source.encode()))
    assert [(block.page, block.text) for block in reading.blocks] == [
        (1, "Första sidan har text som fyller mer än en halv rad. Kort rad."),
        (2, "Andra sidan har mer."),
    ]


def test_zip_bomb_is_refused(tmp_path: Path) -> None:
    """A DOCX that unpacks to half a gigabyte is refused by its directory, without unpacking it."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for part in ("document", "styles"):
            with archive.open(f"word/{part}.xml", "w") as member:
                for _ in range(250):
                    member.write(bytes(1_000_000))
    assert "uppackad" in refusal(write(tmp_path, "bomb.docx", out.getvalue()))


@settings(max_examples=150, deadline=None)
@given(data=st.binary(min_size=1, max_size=400), name=st.sampled_from(["x.txt", "x.md", "x.html", "x.pdf", "x.docx"]))
def test_no_bytes_break_the_reader(tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str) -> None:
    """Whatever the bytes, there is a reading or an UnreadableFile, nothing else."""
    said_so, reading = attempt(write(tmp_path_factory.mktemp("r"), name, data))
    assert name in said_so or reading.blocks or reading.unread


@settings(max_examples=60, deadline=None)
@given(cut=st.integers(1, 900), flip=st.integers(0, 899), name=st.sampled_from(["x.pdf", "x.docx"]))
def test_damaged_files_do_not_break_the_reader(
    tmp_path_factory: pytest.TempPathFactory, cut: int, flip: int, name: str
) -> None:
    """A real file cut off or with a byte changed is read or refused."""
    whole = bytearray(pdf_of(SENTENCE) if name == "x.pdf" else docx_of(SENTENCE))
    whole[flip * len(whole) // 900] ^= 0x5A
    path = write(tmp_path_factory.mktemp("r"), name, bytes(whole[: max(1, cut * len(whole) // 900)]))
    said_so, reading = attempt(path)
    assert name in said_so or reading.blocks or reading.unread


@given(line=st.text(alphabet="abcdefghijklmnopqrstuvwxyzåäöÅÄÖé ,.", min_size=8, max_size=60))
def test_decoding_is_the_inverse_of_encoding(line: str) -> None:
    """Swedish text comes back from UTF-8 and from Windows-1252."""
    assert text.decode(line.encode(), "x") == line
    assert text.decode(line.encode("cp1252"), "x") == line
