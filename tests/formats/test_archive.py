"""Hostile and broken archives get one clear line; nothing is ever written to disk."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nettui.errors import InvalidInput
from nettui.formats import archive
from nettui.formats.archive import file_key, read_source

PATH = Path("some.zip")


def packed(*members, compression=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as z:
        for name, data in members:
            z.writestr(name, data)
    return buffer.getvalue()


def wanted(key):
    return key in {"connections", "messages"}


def answer(action):
    """Return what the user is told, or nothing when it worked."""
    try:
        action()
    except InvalidInput as error:
        return str(error)
    return ""


def refused(data):
    with pytest.raises(InvalidInput) as caught:
        read_source(PATH, wanted, data)
    assert "\n" not in str(caught.value)
    assert "\x1b" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    "name",
    [
        "Recommendations Given.csv",
        "Recommendations_Given.csv",
        "recommendations_given_1.csv",
        "deep/er/Recommendations_Given (2).CSV",
        "RecommendationsGiven.csv",
    ],
)
def test_names_are_matched_without_case_blanks_underscores_and_numbers(name):
    assert file_key(name) == "recommendationsgiven"


def test_similar_names_stay_apart():
    assert file_key("guide_messages.csv") != file_key("messages.csv")


def test_only_wanted_members_are_read_in_any_folder():
    source = read_source(
        PATH,
        wanted,
        packed(
            ("Export/Connections.csv", "a"),
            ("Export/Rich_Media.csv", "b"),
            ("__MACOSX/Export/._Connections.csv", "c"),
            ("Export/._messages.csv", "d"),
            ("Export/messages.txt", "e"),
        ),
    )
    assert [(m.name, m.key, m.data) for m in source.members] == [("Export/Connections.csv", "connections", b"a")]


@pytest.mark.parametrize(
    "name",
    ["../Connections.csv", "/etc/Connections.csv", "a/../../Connections.csv", "C:\\Connections.csv", "..\\x.csv"],
)
def test_paths_that_point_outside_are_refused(name):
    assert "points outside" in refused(packed(("Connections.csv", "a"), (name, "b")))


def test_a_name_with_escape_sequences_is_shown_harmlessly():
    assert "␛" in refused(packed(("../\x1b[2J.csv", "a")))


def test_a_bomb_is_refused_before_it_is_unpacked():
    assert "packed more than" in refused(packed(("Connections.csv", b"\0" * (8 * 1024 * 1024))))


def test_a_bomb_that_lies_about_its_size_is_refused_too():
    data = bytearray(packed(("Connections.csv", b"\0" * (8 * 1024 * 1024))))
    entry = data.rindex(b"PK\x01\x02")
    struct.pack_into("<L", data, entry + 24, 1000)
    assert refused(bytes(data))


def test_a_wrong_declared_size_is_refused():
    data = bytearray(packed(("Connections.csv", b"First Name\n" * 50)))
    entry = data.rindex(b"PK\x01\x02")
    struct.pack_into("<L", data, entry + 24, 5)
    assert refused(bytes(data))


def test_a_wrong_checksum_is_refused():
    data = bytearray(packed(("Connections.csv", b"First Name\n" * 50), compression=zipfile.ZIP_STORED))
    data[data.index(b"First") + 3] ^= 1
    assert "broken" in refused(bytes(data))


def test_an_encrypted_member_is_refused():
    data = bytearray(packed(("Connections.csv", b"secret")))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 8] |= 1
    assert "encrypted" in refused(bytes(data))


def test_an_unknown_compression_is_refused():
    data = bytearray(packed(("Connections.csv", b"text")))
    for start, offset in ((b"PK\x01\x02", 10), (b"PK\x03\x04", 8)):
        struct.pack_into("<H", data, data.rindex(start) + offset, 77)
    assert refused(bytes(data))


def test_an_archive_in_an_archive_is_named():
    inner = packed(("Connections.csv", "a"))
    assert "inner.zip" in refused(packed(("inner.zip", inner)))


def test_too_many_members_are_refused():
    assert "more than 2000 files" in refused(packed(*((f"{i}.csv", "") for i in range(2001))))


def test_an_enormous_directory_is_refused_before_it_is_parsed(monkeypatch):
    data = bytearray(packed(("Connections.csv", "a")))
    struct.pack_into("<L", data, data.rindex(b"PK\x05\x06") + 12, 2**31)
    monkeypatch.setattr(zipfile, "ZipFile", lambda *_a: pytest.fail("parsed"))
    refused(bytes(data))


def test_a_large_file_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "MAX_FILE", 100)
    assert "larger than" in refused(packed(("Connections.csv", os.urandom(101))))
    assert "larger than" in refused(b"x" * 101)


def test_too_much_in_all_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "MAX_TOTAL", 150)
    data = packed(("Connections.csv", b"a" * 100), ("messages.csv", b"a" * 100))
    assert "holds more than" in refused(data)


def test_a_truncated_archive_is_refused():
    data = packed(("Connections.csv", os.urandom(500)))
    for length in (4, 30, len(data) // 2, len(data) - 1):
        refused(data[:length])


@given(st.data())
def test_a_mutated_archive_is_read_or_refused_but_never_fails_otherwise(data):
    content = bytearray(packed(("Connections.csv", b"First Name,Last Name,Connected On\n" * 3), ("messages.csv", b"x")))
    for position in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=6)):
        content[position] = data.draw(st.integers(0, 255))
    assert "\n" not in answer(lambda: read_source(PATH, wanted, bytes(content)))


class TestFolder:
    def test_links_are_not_followed(self, tmp_path):
        secret = tmp_path / "secret"
        secret.write_text("secret")
        folder = tmp_path / "export"
        folder.mkdir()
        (folder / "Connections.csv").symlink_to(secret)
        (folder / "messages.csv").write_text("m")
        assert [m.key for m in read_source(folder, wanted).members] == ["messages"]

    def test_a_pipe_is_no_file(self, tmp_path):
        os.mkfifo(tmp_path / "Connections.csv")
        assert read_source(tmp_path, wanted).members == ()
        with pytest.raises(InvalidInput, match="Not a file"):
            read_source(tmp_path / "Connections.csv", wanted)

    def test_a_folder_of_everything_is_refused(self, tmp_path, monkeypatch):
        monkeypatch.setattr(archive, "MAX_MEMBERS", 5)
        for number in range(6):
            (tmp_path / f"{number}.txt").touch()
        with pytest.raises(InvalidInput, match="more than 5 files"):
            read_source(tmp_path, wanted)

    def test_the_digest_follows_the_content(self, tmp_path):
        file = tmp_path / "Connections.csv"
        file.write_text("a")
        first = read_source(tmp_path, wanted).sha256
        assert read_source(tmp_path, wanted).sha256 == first
        file.write_text("b")
        assert read_source(tmp_path, wanted).sha256 != first

    def test_a_missing_path_is_named(self, tmp_path):
        with pytest.raises(InvalidInput, match="No such file"):
            read_source(tmp_path / "none.zip", wanted)

    def test_a_file_one_may_not_read_is_refused(self, tmp_path):
        file = tmp_path / "Connections.csv"
        file.write_text("a")
        file.chmod(0)
        if os.access(file, os.R_OK):
            pytest.skip("this user may read everything")
        with pytest.raises(InvalidInput, match="Cannot read"):
            read_source(file, wanted)


def test_a_path_that_no_system_has_is_refused():
    with pytest.raises(InvalidInput):
        read_source(Path("nul\0in.zip"), wanted)
