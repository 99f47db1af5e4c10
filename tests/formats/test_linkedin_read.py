"""Every layout LinkedIn's files had, and every way they may be broken."""

from __future__ import annotations

import codecs
import contextlib
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nettui.domain.dates import PartialDate
from nettui.domain.incoming import profile_slug
from nettui.errors import InvalidInput
from nettui.formats.linkedin import dates
from nettui.formats.linkedin.read import KNOWN, read_linkedin
from tests.formats.test_archive import answer
from tests.importing.conftest import DATA, DECEMBER, NOVEMBER

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ROW = "Ana,Petkova,https://www.linkedin.com/in/zz-ana,,Firm,Engineer,12 Mar 2021\n"


def read(text, name="Connections.csv"):
    return read_linkedin(Path(name), text if isinstance(text, bytes) else text.encode())


def table(archive):
    return [(c.name, c.url, c.email, c.company, c.position, str(c.connected)) for c in archive.connections]


ANA = [("Ana Petkova", "https://www.linkedin.com/in/zz-ana", "", "Firm", "Engineer", "2021-03-12")]


class TestLayouts:
    @pytest.mark.parametrize("layout", ["2018", "2021", "resaved-by-excel"])
    def test_older_archives_are_read_completely(self, layout, expected):
        archive = read_linkedin(DATA / "older" / layout)
        truth = expected["linkedin_older"][layout]
        assert len(archive.connections) == truth["connections"]
        assert not archive.problems
        given = sum(r.direction == "given" for r in archive.recommendations)
        assert given == truth.get("recommendations_given", 0)
        assert len(archive.recommendations) - given == truth.get("recommendations_received", 0)

    def test_the_three_layouts_agree_on_who_connected_when(self):
        days = [
            {c.name: c.connected for c in read_linkedin(DATA / "older" / layout).connections}
            for layout in ("2018", "2021", "resaved-by-excel")
        ]
        assert days[0] == days[1] == days[2]

    def test_the_day_of_the_export_is_in_the_name(self):
        assert read_linkedin(NOVEMBER).exported == date(2026, 11, 3)
        assert read_linkedin(DECEMBER).exported == date(2026, 12, 5)

    @pytest.mark.parametrize(
        "preamble",
        ["", 'Notes:\n"Whatever it says this year, with, commas"\n\n', "\n\n\n", 'Hinweise:\n"Zwei\nZeilen"\n\n'],
    )
    def test_the_header_is_found_by_its_cells(self, preamble):
        assert table(read(preamble + HEADER + ROW)) == ANA

    @pytest.mark.parametrize(
        "data",
        [
            codecs.BOM_UTF8 + (HEADER + ROW).encode(),
            (HEADER + ROW).replace("\n", "\r\n").encode(),
            (HEADER + ROW).replace("\n", "\r").encode(),
            (HEADER + ROW).replace(",", ";").encode(),
            (HEADER + ROW).replace(",", "\t").encode("utf-16"),
            (HEADER + ROW).encode("utf-16-le"),
            (HEADER + ROW).encode("utf-16-be"),
            (HEADER + ROW).rstrip("\n").encode(),
            (HEADER + ROW).replace("12 Mar 2021", "12-Mar-21").encode(),
        ],
        ids=[
            "bom",
            "crlf",
            "cr",
            "semicolons",
            "utf-16 tabs",
            "utf-16-le",
            "utf-16-be",
            "no last newline",
            "12-Mar-21",
        ],
    )
    def test_a_spreadsheet_may_have_saved_it(self, data):
        assert table(read(data)) == ANA

    @pytest.mark.parametrize(
        "header",
        [
            "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\n",
            "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté le\n",
            "Nombre,Apellidos,URL,Correo electrónico,Empresa,Cargo,Conectado el\n",
            "Nome,Cognome,URL,Indirizzo email,Azienda,Posizione,Collegato il\n",
        ],
    )
    def test_translated_headers_are_accepted(self, header):
        assert table(read(header + ROW)) == ANA

    def test_columns_count_by_name_not_by_place(self):
        text = "Connected On,Position,Last Name,First Name,Something New\n12 Mar 2021,Engineer,Petkova,Ana,x\n"
        assert table(read(text)) == [("Ana Petkova", "", "", "", "Engineer", "2021-03-12")]

    def test_a_single_file_may_have_any_name(self):
        assert table(read(HEADER + ROW, name="contacts-of-last-year.csv")) == ANA

    def test_a_single_file_of_recommendations_must_say_which(self):
        text = 'First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nAna,P,,,t,"08/30/22, 05:51 PM",\n'
        assert read(text, "my recommendations GIVEN.csv").recommendations[0].direction == "given"
        with pytest.raises(InvalidInput, match="given or received"):
            read(text, "recs.csv")

    def test_a_long_message_is_read_whole(self):
        text = "long " * 100_000
        found = read(f'FROM,TO,DATE,CONTENT\nA,B,2026-03-13 03:18:54 UTC,"{text}"\n', "messages.csv")
        assert found.messages[0].text == text.strip()

    def test_recipients_are_split_by_the_shape_of_addresses(self):
        urls = "https://www.linkedin.com/in/a,b,https://www.linkedin.com/in/c;www.linkedin.com/in/d"
        text = f'FROM,TO,RECIPIENT PROFILE URLS,DATE,CONTENT\nA,B,"{urls}",2026-03-13 03:18:54 UTC,x\n'
        found = read(text, "messages.csv").messages[0].recipient_urls
        assert found == ("https://www.linkedin.com/in/a,b", "https://www.linkedin.com/in/c", "www.linkedin.com/in/d")


class TestProblems:
    def test_a_date_only_row_is_nobody(self):
        archive = read(HEADER + ",,,,,,12 Mar 2021\n" + ROW)
        assert (archive.hidden, len(archive.connections), archive.problems) == (1, 1, [])

    def test_a_row_with_a_strange_date_is_told_and_others_are_read(self):
        archive = read(HEADER + ROW.replace("12 Mar 2021", "30 Feb 2021") + ROW)
        assert [connection.connected for connection in archive.connections] == [None, date(2021, 3, 12)]
        assert table(archive)[1:] == ANA
        (problem,) = archive.problems
        assert (problem.file, problem.row, problem.column, problem.value) == (
            "Connections.csv",
            2,
            "connected on",
            "30 Feb 2021",
        )

    def test_a_lost_quotation_mark_costs_one_row(self):
        archive = read(HEADER + '"Ana,Broken,,,,,12 Mar 2021\n' + ROW + ROW.replace("Ana", "Boris"))
        assert [c.name for c in archive.connections] == ["Ana Petkova", "Boris Petkova"]
        assert [p.row for p in archive.problems] == [2]
        assert not archive.complete

    def test_a_file_cut_short_is_told(self):
        archive = read((HEADER + ROW + ROW)[:-30])
        assert len(archive.connections) == 1
        assert [p.row for p in archive.problems] == [3]

    def test_letters_of_another_code_page_are_told_not_imported_wrongly(self):
        archive = read(HEADER.encode() + "Ана,Петкова,,,,,12 Mar 2021\n".encode("cp1251") + ROW.encode())
        assert table(archive) == ANA
        assert "CSV UTF-8" in archive.problems[0].problem

    def test_a_replacement_character_that_is_in_the_file_is_kept(self):
        assert read(HEADER + ROW.replace("Firm", "F�rm")).connections[0].company == "F�rm"

    def test_endless_torn_rows_end(self):
        archive = read(HEADER + '"' + 'x,"\n' * 5000)
        assert len(archive.problems) < 1100

    def test_what_is_no_linkedin_file_is_refused(self):
        for text in ("", "hello\n", "a,b,c\n1,2,3\n", "\0\0\0\0"):
            with pytest.raises(InvalidInput, match="LinkedIn"):
                read(text)

    def test_a_folder_without_any_of_its_files_is_refused(self, tmp_path):
        with pytest.raises(InvalidInput, match="No file of a LinkedIn archive"):
            read_linkedin(tmp_path)

    def test_one_broken_file_does_not_stop_the_others(self, tmp_path):
        (tmp_path / "Connections.csv").write_text(HEADER + ROW)
        (tmp_path / "Invitations.csv").write_text("nothing,of,this\n1,2,3\n")
        archive = read_linkedin(tmp_path)
        assert table(archive) == ANA
        assert [p.file for p in archive.problems] == ["Invitations.csv"]


HOSTILE = [
    "[/]",
    "[bold red]x",
    "=cmd|'/c calc'!A1",
    "\x1b[2J\x1b]52;c;aGk=\x07",
    "\u202egnitset\u202c",
    "x" * 300,
    "陳大文",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
    "nul\0inside",
    "%s {0} $HOME `id`",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_go_through_unharmed(name):
    archive = read(HEADER + f'"{name}",Petkova,,,"{name}","{name}",12 Mar 2021\n')
    (found,) = archive.connections
    assert found.name == f"{name} Petkova"
    assert found.company == found.position == name


class TestDates:
    @pytest.mark.parametrize(
        ("read", "text", "iso"),
        [
            (dates.connected_on, "12 Mar 2021", "2021-03-12"),
            (dates.connected_on, "29 Feb 2020", "2020-02-29"),
            (dates.connected_on, "29-Feb-20", "2020-02-29"),
            (dates.connected_on, "1/29/18, 2:37 PM", "2018-01-29"),
            (dates.recommended_at, "12/31/19, 12:05 AM", "2019-12-31T00:05:00"),
            (dates.recommended_at, "02/29/20, 12:00 PM", "2020-02-29T12:00:00"),
            (dates.invited_at, "8/16/26, 9:59 AM", "2026-08-16T09:59:00"),
            (dates.endorsed_at, "2021/05/21 15:13:21 UTC", "2021-05-21T15:13:21+00:00"),
            (dates.message_at, "2025-10-15 18:22:11 UTC", "2025-10-15T18:22:11+00:00"),
            (dates.message_at, "3/12/21, 3:04 PM", "2021-03-12T15:04:00"),
        ],
    )
    def test_each_file_has_its_own_form(self, read, text, iso):
        found = read(text)
        assert found.isoformat() == iso

    def test_months_and_years(self):
        assert dates.month_or_year("Feb 2022") == PartialDate(2022, 2)
        assert dates.month_or_year("2012") == PartialDate(2012)
        assert dates.month_or_year(" ") is None

    @pytest.mark.parametrize(
        "text", ["", "12.03.2021", "2021-03-12", "31 Feb 2021", "12 Mär 2021", "3/12/21", "१२ Mar 2021"]
    )
    def test_other_forms_are_refused(self, text):
        with pytest.raises(ValueError, match=r"."):
            dates.connected_on(text)

    @given(st.text(max_size=40))
    def test_no_text_makes_a_reader_fail_otherwise(self, text):
        for read in (
            dates.connected_on,
            dates.recommended_at,
            dates.endorsed_at,
            dates.message_at,
            dates.month_or_year,
        ):
            with contextlib.suppress(ValueError):
                assert isinstance(read(text), date | datetime | PartialDate | None)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.linkedin.com/in/zz-%D0%B0%D0%BD%D0%B0",
        "www.linkedin.com/in/zz-ана",
        "http://bg.linkedin.com/in/ZZ-Ана/?trk=x",
        " https://linkedin.com/in/zz-ана#top ",
        "https://www.linkedin.com/in/zz-ана/en",
    ],
)
def test_one_profile_has_many_addresses(address):
    assert profile_slug(address) == "zz-ана"


@pytest.mark.parametrize("address", ["", "https://example.org/in/ana", "linkedin.com/company/ana", "ana"])
def test_other_addresses_are_no_profiles(address):
    assert profile_slug(address) == ""


@given(st.data())
def test_mutated_files_raise_nothing_but_invalid_input(data):
    key = data.draw(st.sampled_from(sorted(SEEDS)))
    content = bytearray(SEEDS[key])
    for _ in range(data.draw(st.integers(1, 8))):
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, min(len(content), start + 20)))
        content[start:end] = data.draw(st.binary(max_size=10) | st.sampled_from([b'"', b"\0", b"\r", b",,,,", b"\n"]))
    assert "\n" not in answer(lambda: read_linkedin(Path(f"{key}.csv"), bytes(content)))


@given(st.binary(max_size=300))
@example(b"\xff\xfe")
@example(b"PK\x05\x06")
def test_any_bytes_raise_nothing_but_invalid_input(data):
    assert "\n" not in answer(lambda: read_linkedin(Path("x.csv"), data))


def _seeds():
    import zipfile

    from nettui.formats.archive import file_key

    with zipfile.ZipFile(NOVEMBER) as archive:
        return {
            file_key(name): b"\n".join(archive.read(name).splitlines()[:8])
            for name in archive.namelist()
            if file_key(name) in KNOWN
        }


SEEDS = _seeds()
