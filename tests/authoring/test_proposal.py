"""A proposal is a valid record and a zip that a catalogue's ``import`` accepts, the same bytes every time."""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crige_ia_plugin.authoring import proposal, rules
from crige_ia_plugin.authoring.draft import Author, Draft, Licences, LocalFile, WebLink
from crige_ia_plugin.authoring.problems import AuthoringError, Code
from crige_ia_plugin.authoring.rules import problems
from crige_ia_plugin.catalogue import moderation
from crige_ia_plugin.catalogue.__main__ import main as catalogue
from crige_ia_plugin.catalogue.record import parse
from crige_ia_plugin.catalogue.vocabulary import Vocabulary
from crige_ia_plugin.paths import RESOURCES

VOCABULARY = Vocabulary.read(RESOURCES / "catalogue" / "vocabulary")


@pytest.fixture(scope="session")
def schema() -> dict[str, object]:
    """The rules of a record that the catalogue's tests are held to."""
    import importlib.util

    path = Path(__file__).parents[1] / "catalogue" / "schema.py"
    spec = importlib.util.spec_from_file_location("record_schema", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.RECORD


def made(draft: Draft) -> dict[str, object]:
    return proposal.record(draft, proposal.measured(draft), VOCABULARY)


def codes(draft: Draft, errors_only: bool = True) -> set[Code]:
    return {one.code for one in problems(draft, VOCABULARY) if one.is_error or not errors_only}


def test_a_finished_draft_has_no_problem(draft: Draft) -> None:
    assert problems(draft, VOCABULARY) == []


def test_the_record_holds_what_was_typed(draft: Draft, file: Path, schema: dict[str, object]) -> None:
    data = made(draft)
    jsonschema.validate(data, schema)
    record = parse(json.dumps(data))
    assert (record.id, record.kind, record.version) == ("detecter-les-parkings", "script", "1.0.0")
    assert record.notes == ()
    assert record.text("en").title == "Detect car parks"
    assert record.text("en").quality == "Check on a control area."
    assert record.text("en").rights == "Code: GPL-3.0-or-later · Weights: CC-BY-4.0"
    assert record.license == "GPL-3.0-or-later AND CC-BY-4.0"
    assert data["properties"]["iageo:licenses"] == {"code": "GPL-3.0-or-later", "weights": "CC-BY-4.0"}
    assert record.external_ids == ("10.5281/zenodo.1234567",)
    assert record.publisher == "CRIGE PACA"
    assert record.contacts[1]["identifier"] == "https://orcid.org/0000-0002-1825-0097"
    assert record.facets["theme"][0].title == "Parkings"
    assert record.date == "2025-01-01"
    assert record.quality["measures"] == [
        {"label": "Rappel", "value": 0.79, "threshold": 0.75, "words": "retrouve 79 %"}
    ]
    assert record.footprint == {"energyWh": 0.6, "co2g": 0.03, "method": "estimate", "scope": "1 km²"}
    (link,) = record.links_of("enclosure")
    assert link.href == "files/detecter-les-parkings/1.0.0/Mes-donnees-e-a-c.csv"
    assert (link.size, link.checksum) == (13, "1220" + hashlib.sha256(file.read_bytes()).hexdigest())
    assert str(file.parent) not in json.dumps(data)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"title": {"fr": " "}}, Code.TITLE_MISSING),
        ({"title": {"fr": "a" * 501}}, Code.TITLE_LONG),
        ({"description": {}}, Code.DESCRIPTION_MISSING),
        ({"kind": ""}, Code.KIND_MISSING),
        ({"kind": "poème"}, Code.KIND_UNKNOWN),
        ({"id": "../x"}, Code.ID_FORM),
        ({"version": "../1"}, Code.VERSION_FORM),
        ({"doi": "zenodo"}, Code.DOI_WRONG),
        ({"licences": Licences()}, Code.CODE_LICENCE_MISSING),
        ({"licences": Licences(), "kind": "method"}, Code.LICENCE_MISSING),
        ({"licences": Licences(code="MIT"), "kind": "ai-model"}, Code.WEIGHTS_LICENCE_MISSING),
        ({"licences": Licences(code="MIT"), "kind": "dataset"}, Code.DATA_LICENCE_MISSING),
        ({"licences": Licences(code="une licence libre")}, Code.LICENCE_FORM),
        ({"authors": (Author(""),)}, Code.AUTHOR_NAME_MISSING),
        ({"authors": (Author("A", "0000-0002-1825-0098"),)}, Code.ORCID_WRONG),
        ({"email": "x"}, Code.EMAIL_WRONG),
        ({"links": (WebLink("javascript:alert(1)"),)}, Code.LINK_UNSAFE),
        ({"links": (WebLink("../records/x.json"),)}, Code.LINK_UNSAFE),
        ({"links": (WebLink("https://a.fr/x", "enclosure", checksum="abc"),)}, Code.LINK_CHECKSUM_WRONG),
        ({"links": (WebLink("https://a.fr/x"),) * 191}, Code.FILES_TOO_MANY),
        ({"files": (LocalFile("/nulle/part"),)}, Code.FILE_MISSING),
        ({"files": (LocalFile("a\0b"),)}, Code.FILE_MISSING),
        ({"files": (LocalFile(__file__, url="javascript:alert(1)"),)}, Code.LINK_UNSAFE),
    ],
)
def test_what_is_wrong_is_said_and_keeps_the_zip_from_being_written(
    draft: Draft, tmp_path: Path, change: dict[str, object], code: Code
) -> None:
    wrong = replace(draft, **change)
    assert code in codes(wrong)
    with pytest.raises(AuthoringError) as raised:
        proposal.write_zip(wrong, tmp_path / "p.zip", VOCABULARY)
    assert raised.value.code in codes(wrong)
    assert not (tmp_path / "p.zip").exists()


def test_sizes_that_somebody_else_knows_are_not_looked_at(draft: Draft) -> None:
    paths = [f"/nowhere/{number}.tif" for number in range(6)]
    attached = replace(draft, files=tuple(map(LocalFile, paths)))

    def told(sizes: dict[str, int | None]) -> list[Code]:
        return [one.code for one in problems(attached, VOCABULARY, sizes=sizes)]

    assert told({}) == []  # nobody has looked yet
    assert told(dict.fromkeys(paths, 10)) == []
    assert told({paths[0]: None}) == [Code.FILE_MISSING]
    assert told({paths[0]: rules.MAX_FILE + 1}) == [Code.FILE_TOO_LARGE]
    assert told(dict.fromkeys(paths, rules.MAX_FILE)) == [Code.FILES_TOO_LARGE]


def test_a_link_carries_what_is_known_of_its_file_and_a_nameless_author_nothing(draft: Draft) -> None:
    link = WebLink("https://a.fr/x.tif", "enclosure", size=12, checksum="ab" * 32)
    data = proposal.record(
        replace(draft, links=(link,), files=(), authors=(Author(" "), Author("Ada"))), (), VOCABULARY
    )
    (found,) = (one for one in data["links"] if one["rel"] == "enclosure")
    assert (found["file:size"], found["file:checksum"]) == (12, "1220" + "ab" * 32)
    assert [one["name"] for one in data["properties"]["contacts"] if one["roles"] == ["author"]] == ["Ada"]


def test_what_readers_will_miss_is_a_warning(draft: Draft) -> None:
    bare = replace(draft, to_check={}, measures=(), facets={"theme": ("inconnu",)}, authors=(), publisher="", email="")
    bare = replace(bare, title={"fr": "T"}, links=(), files=(), doi="")
    linked = replace(bare, links=(WebLink("https://a.fr/x", "enclosure"),))
    assert Code.LINK_CHECKSUM_MISSING in codes(linked, errors_only=False)
    assert codes(bare) == set()
    assert codes(bare, errors_only=False) == {
        Code.TRANSLATION_MISSING,
        Code.CHECK_MISSING,
        Code.FACET_MISSING,
        Code.CONCEPT_UNKNOWN,
        Code.AUTHOR_MISSING,
        Code.CONTACT_MISSING,
        Code.CONTENT_MISSING,
    }


def test_a_licence_that_is_not_known_is_said(draft: Draft) -> None:
    unknown = replace(draft, licences=Licences(), licence_unknown=True)
    assert codes(unknown) == set()
    assert made(unknown)["properties"]["iageo:licenseStatus"] == "unspecified"


def test_the_catalogue_accepts_it(draft: Draft, tmp_path: Path, empty_catalogue: Path) -> None:
    written = proposal.write_zip(draft, tmp_path / "p.zip", VOCABULARY)
    assert written.included == ("Mes-donnees-e-a-c.csv",)
    assert written.size == written.path.stat().st_size
    with moderation.workspace() as workspace:
        contribution = moderation.receive(empty_catalogue, written.path, Path(workspace))
        assert contribution.problems == ()
        assert contribution.acceptable
    assert catalogue(["import", str(empty_catalogue), str(written.path), "--accept"]) == 0
    target = empty_catalogue / "files" / written.id / "1.0.0" / "Mes-donnees-e-a-c.csv"
    assert target.read_bytes() == b"id;nom\n1;Aix\n"
    assert catalogue(["build", str(empty_catalogue)]) == 0
    assert catalogue(["import", str(empty_catalogue), str(written.path)]) == 1  # it is there already


def test_the_same_draft_gives_the_same_bytes(draft: Draft, tmp_path: Path) -> None:
    first, second = tmp_path / "1.zip", tmp_path / "2.zip"
    proposal.write_zip(draft, first)
    Path(draft.files[0].path).touch()
    proposal.write_zip(draft, second)
    assert first.read_bytes() == second.read_bytes()


def test_files_that_compress_too_well_are_accepted_too(draft: Draft, tmp_path: Path, empty_catalogue: Path) -> None:
    zeros = tmp_path / "zeros.bin"
    zeros.write_bytes(bytes(20 << 20))
    heavy = replace(draft, id="zeros", doi="", links=(), files=(LocalFile(str(zeros)),))
    written = proposal.write_zip(heavy, tmp_path / "p.zip")
    with moderation.workspace() as workspace:
        assert moderation.receive(empty_catalogue, written.path, Path(workspace)).acceptable


def test_a_large_file_stays_where_it_is_with_its_checksum(draft: Draft, tmp_path: Path, file: Path) -> None:
    with pytest.raises(AuthoringError) as raised:
        proposal.write_zip(draft, tmp_path / "p.zip", limit=5)
    assert raised.value.code is Code.FILE_TOO_LARGE
    linked = replace(draft, files=(LocalFile(str(file), url="https://zenodo.org/x.csv"),))
    written = proposal.write_zip(linked, tmp_path / "p.zip", limit=5)
    assert (written.included, written.linked) == ((), ("https://zenodo.org/x.csv",))
    with zipfile.ZipFile(written.path) as archive:
        assert archive.namelist() == [f"records/{written.id}.json"]
        record = parse(archive.read(archive.namelist()[0]))
    (link,) = record.links_of("enclosure")
    assert link.checksum == "1220" + hashlib.sha256(file.read_bytes()).hexdigest()


def test_two_files_of_one_name_keep_apart(draft: Draft, tmp_path: Path) -> None:
    paths = []
    for folder, name in (("a", "x.csv"), ("b", "X.csv"), ("c", "x.csv")):
        (tmp_path / folder).mkdir()
        paths.append(tmp_path / folder / name)
        paths[-1].write_text(folder)
    draft = replace(draft, files=tuple(LocalFile(str(path)) for path in paths))
    written = proposal.write_zip(draft, tmp_path / "p.zip")
    assert written.included == ("x.csv", "X-2.csv", "x-3.csv")
    with zipfile.ZipFile(written.path) as archive:
        assert [archive.read(name) for name in archive.namelist()[1:]] == [b"a", b"b", b"c"]


def test_a_file_that_changes_meanwhile_is_refused(draft: Draft, tmp_path: Path, file: Path) -> None:
    target = tmp_path / "p.zip"
    target.write_bytes(b"before")

    def meddle(share: float) -> None:
        file.write_bytes(b"other")

    with pytest.raises(AuthoringError) as raised:
        proposal.write_zip(draft, target, progress=meddle)
    assert raised.value.code is Code.FILE_CHANGED
    assert target.read_bytes() == b"before"
    assert not list(tmp_path.glob("*.part")) + list(tmp_path.glob(".*.part"))


def test_cancelled_it_leaves_what_was_there(draft: Draft, tmp_path: Path) -> None:
    target = tmp_path / "p.zip"
    target.write_bytes(b"before")
    for turn in range(1, 4):
        asked = iter([False] * (turn - 1) + [True] * 9)
        with pytest.raises(AuthoringError) as raised:
            proposal.write_zip(draft, target, cancelled=lambda asked=asked: next(asked))
        assert raised.value.code is Code.CANCELLED
        assert target.read_bytes() == b"before"


def test_progress_goes_to_the_end(draft: Draft, tmp_path: Path) -> None:
    shares: list[float] = []
    proposal.write_zip(draft, tmp_path / "p.zip", progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


@given(text=st.text(min_size=1), other=st.text())
def test_whatever_was_typed_makes_a_record_or_a_coded_problem(schema, text: str, other: str) -> None:
    draft = Draft.new("method", "fr", title={"fr": text, "en": other}, description={"fr": other or text})
    draft = replace(draft, keywords=(text, other), facets={"theme": (text,), other: (other,)}, edition=other)
    draft = replace(draft, licence_unknown=True, contact=other, publisher=text, date=other, version="")
    if codes(draft):
        return
    try:
        data = proposal.record(draft)
    except AuthoringError as error:
        assert error.code is Code.RECORD_INVALID  # noqa: PT017
        return
    jsonschema.validate(data, schema)
