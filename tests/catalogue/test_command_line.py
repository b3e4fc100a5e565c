"""Keeping a catalogue: from an empty folder to a signed one, contributions, exports, reviews."""

from __future__ import annotations

import csv
import io
import json
import re
import stat
import subprocess
import sys
import threading
import zipfile
from pathlib import Path
from string import Formatter
from typing import Any, Callable

import pytest

from crige_ia_plugin.catalogue import links, minisign, moderation, sentences, serve
from crige_ia_plugin.catalogue.__main__ import main
from crige_ia_plugin.catalogue.problems import CatalogueError, Code, Problem

Maker = Callable[..., "dict[str, Any]"]
REPOSITORY = Path(__file__).resolve().parents[2]


class Run:
    """Runs commands in French and keeps what they said."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said = ""

    def __call__(self, command: str, *arguments: str, expected: int = 0) -> str:
        stream = io.StringIO()
        status = main(
            [command, "--lang", "fr", *([str(self.folder)] if command != "keygen" else []), *arguments], stream
        )
        self.said = stream.getvalue()
        assert status == expected, self.said
        return self.said

    def write(self, record: dict[str, Any], **changes: Any) -> Path:
        path = self.folder / "records" / f"{record['id']}.json"
        path.write_text(json.dumps({**record, **changes}, indent=1, ensure_ascii=False), encoding="utf-8")
        return path


@pytest.fixture
def run(tmp_path: Path) -> Run:
    made = Run(tmp_path / "catalogue")
    made("new", "--id", "ma-region", "--title", "Ma région", "--organisation", "Ma structure")
    return made


def test_from_an_empty_folder_to_a_signed_catalogue(run: Run, tmp_path: Path) -> None:
    if not minisign.HAS_CRYPTOGRAPHY:
        pytest.skip("signing needs cryptography")
    assert "0 erreur(s), 0 avertissement(s)" in run("check", "--strict")
    assert "numéro 1" in run("build")
    before = {path: path.read_bytes() for path in run.folder.rglob("*") if path.is_file()}
    assert "rien de nouveau" in run("build")
    assert before == {path: path.read_bytes() for path in run.folder.rglob("*") if path.is_file()}
    key = tmp_path / "regional.key"
    public = run("keygen", str(key)).split(": ")[1].strip()
    assert "Signé par la clé" in run("sign", str(key))
    assert "ma-region serial 1" in run("verify", "--key", public)
    assert "ma-region serial 1" in run("verify", "--key", f"{key}.pub")
    (run.folder / "catalog.json").write_text("{}")
    assert "n'est pas celui qui a été publié" in run("verify", expected=1)
    assert "lancer « build »" in run("sign", str(key), expected=1)


def test_a_folder_in_use_is_left_alone(run: Run) -> None:
    before = (run.folder / "catalog.json").read_bytes()
    assert "n'est pas vide" in run("new", expected=1)
    assert (run.folder / "catalog.json").read_bytes() == before


def test_the_key_is_never_in_the_catalogue_by_accident(run: Run, tmp_path: Path) -> None:
    assert (
        "cette clé existe déjà"
        in (run("keygen", str(tmp_path / "k")), run("keygen", str(tmp_path / "k"), expected=1))[1]
    )
    assert stat.S_IMODE((tmp_path / "k").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("changes", "properties", "line", "message"),
    [
        ({"type": "Thing"}, {}, '"type": "Thing"', "« type » doit valoir « Feature »"),
        ({"conformsTo": []}, {}, '"conformsTo"', "record-core"),
        ({"geometry": {"type": "Point", "coordinates": [5, 43]}}, {}, '"geometry"', "polygone"),
        ({"time": {"date": "2025"}}, {}, '"time"', "« time » est mal formé"),
        ({"properties": []}, {}, '"properties"', "« properties » manque"),
        ({}, {"title": " "}, '"title"', "le titre manque"),
        ({}, {"type": ""}, '"type": ""', "la nature"),
        ({}, {"keywords": "x"}, '"keywords"', "devrait être de type list"),
        ({}, {"keywords": [1]}, '"keywords"', "« keywords » est mal formé"),
        ({}, {"updated": "hier"}, '"updated"', "« updated » est mal formé"),
        ({}, {"iageo:status": "perdu"}, '"iageo:status"', "« iageo:status » est mal formé"),
        ({}, {"language": {}}, '"language"', "la langue"),
        ({}, {"themes": [{"scheme": "theme"}]}, '"themes"', "« themes » est mal formé"),
        ({}, {"contacts": [{}]}, '"contacts"', "« contacts » est mal formé"),
        ({"links": [{"rel": "about", "href": "javascript:x"}]}, {}, "javascript", "lien refusé"),
        ({"links": [{"href": "https://x.example/"}]}, {}, '"links"', "« rel » est mal formé"),
        ({"links": [{"rel": "enclosure", "href": "files/a.zip"}]}, {}, "files/a.zip", "fichier absent"),
        ({"links": {}}, {}, '"links"', "devrait être de type list"),
    ],
)
def test_errors_are_told_with_file_and_line(
    changes: dict[str, Any], properties: dict[str, Any], line: str, message: str, run: Run, record: Maker
) -> None:
    made = record()
    made["properties"].update(properties)
    path = run.write(made, **changes)
    said = run("check", expected=1)
    found = next(text for text in said.splitlines() if message in text)
    number = int(found.removeprefix(f"{path}:").split(":")[0])
    assert line.split(":")[0] in path.read_text(encoding="utf-8").splitlines()[number - 1]
    assert "1 erreur(s)" in said
    assert run("build", expected=1).startswith(f"{path}:")
    assert not (run.folder / "SHA256SUMS").exists()


def test_warnings_do_not_stop(run: Run, record: Maker) -> None:
    run.write(
        record(
            license=None,
            contacts=None,
            type="inconnu",
            themes=[{"scheme": "theme", "concepts": [{"id": "inconnu"}]}, {"scheme": "x", "concepts": [{"id": "y"}]}],
            **{"iageo:quality": None},
        ),
        links=[{"rel": "enclosure", "href": "https://x.example/a.zip"}],
    )
    said = run("check")
    for expected in ("licence absente", "aucun contact", "nature « inconnu »", "« inconnu »", "« x »", "« level »"):
        assert expected in said
    for expected in ("sur la qualité", "taille non indiquée", "somme de contrôle non indiquée"):
        assert expected in said
    run("check", "--strict", expected=1)
    run("build")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("records/a.json", "{\n\n x", "a.json:3: erreur: JSON invalide"),
        ("records/a.json", "[]", "un objet JSON {…}"),
        ("records/a.json", "{}", "n'a pas d'« id »"),
        ("records/a.json", '{"id": "b"}', "doit être dans b.json"),
        ("records/A B.json", '{"id": "A B"}', "identifiant « A B »"),
        ("catalog.json", "{", "JSON invalide"),
        ("catalog.json", '{\n "id": "a"\n}', "« type » manque"),
        ("vocabulary/theme.json", "{}", "vocabulaire mal formé"),
    ],
)
def test_files_that_are_not_what_they_should_be(name: str, text: str, message: str, run: Run) -> None:
    (run.folder / name).write_text(text)
    assert message in run("check", expected=1)


def test_two_records_cannot_share_an_id(run: Run, record: Maker) -> None:
    run.write(record("a"))
    (run.folder / "records" / "b.json").write_text(json.dumps(record("a")))
    assert "« a » est déjà pris" in run("check", expected=1)


def test_nothing_there(tmp_path: Path) -> None:
    run = Run(tmp_path / "absent")
    for command in ("check", "build", "serve", "export"):
        assert "erreur" in run(command, expected=1)
    (tmp_path / "absent").mkdir()
    said = run("check", expected=1)
    assert "catalog.json manque" in said
    assert "aucune fiche" in said


def test_files_are_measured(run: Run, record: Maker) -> None:
    target = run.folder / "files" / "un-script" / "1.0" / "a.txt"
    target.parent.mkdir(parents=True)
    target.write_text("abc")
    link = {"rel": "enclosure", "href": "files/un-script/1.0/a.txt"}
    path = run.write(record(), links=[link])
    run("build")
    made = json.loads(path.read_text())["links"][0]
    assert made["file:size"] == 3
    assert re.fullmatch("1220[0-9a-f]{64}", made["file:checksum"])
    target.write_text("abcd")
    assert "la taille" in run("check", expected=1)
    assert "numéro 2" in run("build")
    run("verify")


# contributions


def archive(path: Path, record: dict[str, Any] | None, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w") as content:
        if record is not None:
            content.writestr("record.json", json.dumps(record))
        for name, data in files.items():
            content.writestr(name, data)
    return path


def test_a_contribution_is_judged_then_accepted(run: Run, record: Maker, tmp_path: Path) -> None:
    link = {"rel": "enclosure", "href": "files/neuf/a.txt"}
    path = archive(
        tmp_path / "c.zip", {**record("neuf"), "links": [link]}, **{"files/neuf/a.txt": b"abc", "intrus.exe": b"x"}
    )
    assert "acceptable (neuf)" in run("import", str(path))
    assert not (run.folder / "records" / "neuf.json").exists()
    assert "accepté (neuf)" in run("import", str(path), "--accept")
    assert (run.folder / "files" / "neuf" / "a.txt").read_bytes() == b"abc"
    assert not (run.folder / "intrus.exe").exists()
    run("build")
    run("verify")
    assert moderation.JOURNAL not in (run.folder / "SHA256SUMS").read_text()
    assert "« neuf » existe déjà" in run("import", str(path), "--accept", expected=1)
    assert "refusé" in run("import", str(path), "--refuse", "Déjà là")
    decisions = moderation.journal(run.folder)
    assert [(d.records, d.accepted, d.reason) for d in decisions] == [
        (("neuf",), True, ""),
        (("neuf",), False, "Déjà là"),
    ]


def test_duplicates_are_found_by_doi_address_and_file(run: Run, record: Maker, tmp_path: Path) -> None:
    link = {"rel": "enclosure", "href": "https://x.example/a", "file:checksum": "1220" + "0" * 64, "file:size": 1}
    first = record("ancien", externalIds=[{"value": "10.5281/zenodo.1"}])
    run.write(first, links=[*first["links"], link])
    same_doi = {**record("a", externalIds=[{"value": "https://doi.org/10.5281/zenodo.1"}]), "links": []}
    same_page = {**record("b"), "links": [{"rel": "about", "href": "http://www.example.org/ancien/"}]}
    same_file = {**record("c"), "links": [{**link, "href": "https://y.example/b"}]}
    for made, message in ((same_doi, "même DOI"), (same_page, "même adresse"), (same_file, "même fichier")):
        path = archive(tmp_path / "d.zip", made)
        assert f"{message} que « ancien »" in run("import", str(path), "--accept", expected=1)


@pytest.mark.parametrize(
    "names", [["../evil.json"], ["/evil.json"], ["a\\..\\evil"], ["C:evil"], ["files/../../evil"], ["a", "a"]]
)
def test_a_hostile_archive_stays_out(names: list[str], run: Run, record: Maker, tmp_path: Path) -> None:
    path = tmp_path / "h.zip"
    with zipfile.ZipFile(path, "w") as content:
        for name in names:
            content.writestr(zipfile.ZipInfo(name), "x")
    run("import", str(path), "--accept", expected=1)
    assert not list(tmp_path.rglob("*evil*"))


def test_links_bombs_and_no_archive_are_refused(run: Run, record: Maker, tmp_path: Path) -> None:
    link = zipfile.ZipInfo("files/lien")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "lien.zip", "w") as content:
        content.writestr(link, "/etc/passwd")
    with zipfile.ZipFile(tmp_path / "bombe.zip", "w", zipfile.ZIP_DEFLATED) as content:
        content.writestr("files/zeros", b"\0" * (40 << 20))
    (tmp_path / "faux.zip").write_bytes(b"PK\x03\x04 not really")
    archive(tmp_path / "vide.zip", None)
    for name, message in (
        ("lien", "chemin refusé"),
        ("bombe", "archive refusée"),
        ("faux", "archive refusée"),
        ("vide", "aucune fiche"),
        ("absent", "archive refusée"),
    ):
        assert message in run("import", str(tmp_path / f"{name}.zip"), expected=1)


def test_a_record_with_faults_is_to_be_corrected(run: Run, record: Maker, tmp_path: Path) -> None:
    path = archive(tmp_path / "c.zip", {**record("neuf"), "geometry": 3})
    said = run("import", str(path), "--accept", expected=1)
    assert f"{path}!records/neuf.json:" in said
    assert "à corriger" in said


# links, export, review, preview


def test_dead_links_are_told(
    run: Run, record: Maker, server: Any, behaviour: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    (server.folder / "ok").write_text("x")
    server.behaviours["/login"] = behaviour.says(401)
    wanted = [{"rel": "about", "href": f"{server.url}/{name}"} for name in ("ok", "login", "mort")]
    run.write(record(), links=[*wanted, {"rel": "x", "href": "mailto:a@b.fr"}])
    said = run("check", "--links", expected=1)
    assert f"lien mort : {server.url}/mort (le serveur répond 404)" in said
    assert said.count("lien mort") == 1
    assert links.failure("http://127.0.0.1:9/", __import__("requests").Session()) is not None


def test_exports(run: Run, embedded: Path, tmp_path: Path) -> None:
    run.folder = embedded
    run("export", "--output", str(tmp_path / "out"), "--base", "https://ia.example.org")
    dcat = json.loads((tmp_path / "out" / "dcat-ap.jsonld").read_text(encoding="utf-8"))
    resources = [*dcat["dcat:dataset"], *dcat["dcat:service"]]
    assert len(resources) == len(list((embedded / "records").iterdir()))
    assert {title["@language"] for title in dcat["dct:title"]} == {"fr", "en"}
    topo = next(item for item in resources if item["dct:identifier"] == "ign-bd-topo")
    assert topo["@id"] == "https://ia.example.org/records/ign-bd-topo.json"
    assert topo["dct:license"] == {"@id": "http://spdx.org/licenses/etalab-2.0"}
    assert len(topo["dcat:distribution"]) == 2
    assert {"@id": "urn:x-iageo:theme:urbanisme"} in topo["dcat:theme"]
    schema = json.loads((tmp_path / "out" / "schema-org.jsonld").read_text(encoding="utf-8"))
    assert len(schema["hasPart"]) == len(resources)
    event = next(item for item in schema["hasPart"] if item["@id"].endswith("cnig-ateliers-ia-2026.json"))
    assert (event["@type"], event["startDate"]) == ("Event", "2026-01-08")


def test_dcat_is_a_graph_rdflib_reads(run: Run, embedded: Path, tmp_path: Path) -> None:
    rdflib = pytest.importorskip("rdflib")
    run.folder = embedded
    run("export", "--output", str(tmp_path))
    graph = rdflib.Graph().parse(tmp_path / "dcat-ap.jsonld", format="json-ld")
    kinds = (rdflib.DCAT.Dataset, rdflib.DCAT.DataService)
    resources = {resource for kind in kinds for resource in graph.subjects(rdflib.RDF.type, kind)}
    identifiers = {str(graph.value(resource, rdflib.DCTERMS.identifier)) for resource in resources}
    assert identifiers == {path.stem for path in (embedded / "records").iterdir()}
    assert all(graph.value(resource, rdflib.DCTERMS.title) for resource in resources)


def test_the_review(run: Run, record: Maker, tmp_path: Path) -> None:
    run.write(record("a", title="<b>Neuf</b>", type="experience-report", **{"iageo:footprint": {"energyWh": 1}}))
    run.write(record("b", title="Vieux", updated="2020-01-01T00:00:00Z", license=None, contacts=[{"name": "=cmd()"}]))
    refused = archive(tmp_path / "r.zip", record("c"))
    run("import", str(refused), "--refuse", "Hors <sujet>")
    run("report", "--since", "2025-01-01", "--output", str(tmp_path))
    page = (tmp_path / "bilan-2025-01-01.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;Neuf" in page
    assert "<b>" not in page
    assert "Hors &lt;sujet&gt;" in page
    assert "Vieux" not in page
    table = (tmp_path / "bilan-2025-01-01.csv").read_text(encoding="utf-8-sig")
    rows = {(row["facet"], row["label"]): row["count"] for row in csv.DictReader(io.StringIO(table), delimiter=";")}
    assert rows["", "Ressources"] == "3"
    assert rows["", "Retours d'expérience et cas abandonnés"] == "1"
    assert rows["", "Avec une licence précisée"] == "2"
    assert rows["", "Avec une empreinte estimée"] == "1"
    assert rows["", "Contributions refusées"] == "1"
    assert rows["", "Liens morts"] == "non vérifiés"
    assert rows["theme", "Parkings"] == "2"
    assert rows["publisher", "'=cmd()"] == "1"
    assert "AAAA-MM-JJ" in run("report", "--since", "2025", expected=1)


def test_the_preview_stays_on_this_computer(run: Run, record: Maker, session: Any) -> None:
    run.write(record(title="<script>alert(1)</script>"))
    (run.folder / moderation.JOURNAL).write_text("secret")
    with serve.server(run.folder, 0, "fr") as http:
        assert http.server_address[0] == "127.0.0.1"
        threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        base = f"http://127.0.0.1:{http.server_port}"
        page = session.get(base + "/")
        assert "&lt;script&gt;" in page.text
        assert "<script" not in page.text
        assert session.get(base + "/catalog.json").json()["id"] == "ma-region"
        assert session.get(f"{base}/{moderation.JOURNAL}").status_code == 404
        http.shutdown()


# words


def test_a_folder_that_is_not_there_is_not_served(tmp_path: Path) -> None:
    told = io.StringIO()
    assert main(["serve", "--lang", "fr", str(tmp_path / "absent")], told) == 1
    assert "absent" in told.getvalue()


def test_a_catalogue_with_errors_is_neither_reviewed_nor_exported(run: Run, record: Maker, tmp_path: Path) -> None:
    run.write(record("a"), links=[{"rel": "about", "href": "javascript:alert(1)"}])
    for command in (("report", "--since", "2025-01-01"), ("export",)):
        run(*command, "--output", str(tmp_path / "out"), expected=1)
    assert not (tmp_path / "out").exists()


def test_a_locked_key_without_a_terminal_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not minisign.HAS_CRYPTOGRAPHY:
        pytest.skip("signing needs cryptography")
    monkeypatch.setenv("IAGEO_KEY_PASSWORD", "sésame")
    run("keygen", str(tmp_path / "key"), "--encrypt")
    run("build")
    monkeypatch.delenv("IAGEO_KEY_PASSWORD")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert "mot de passe" in run("sign", str(tmp_path / "key"), expected=1).lower()
    assert not list(run.folder.glob("*.minisig"))


def test_every_code_has_its_sentence_in_both_languages() -> None:
    assert frozenset() == sentences.UNTOLD
    for french, english in sentences.SENTENCES.values():
        names = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (french, english)]
        assert names[0] == names[1]
    for code in Code:
        for language in ("fr", "en"):
            assert sentences.sentence(Problem(code, {}, "f", 2), language).startswith("f:2: ")


@pytest.mark.parametrize(
    ("variables", "expected"),
    [({"LANG": "fr_FR.UTF-8"}, "fr"), ({"LANG": "C"}, "en"), ({}, "en"), ({"LC_ALL": "en_GB", "LANG": "fr"}, "en")],
)
def test_language_of_the_terminal(variables: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert sentences.language() == expected


def test_an_error_carries_its_problem() -> None:
    error = CatalogueError(Code.FILE_MISSING, "a", name="b")
    assert CatalogueError.of(error.problem).params == {"name": "b"}


def test_the_command_needs_no_qgis(run: Run) -> None:
    script = (
        "import runpy, sys; sys.modules['qgis'] = None; sys.argv[0] = 'x'\n"
        "runpy.run_module('crige_ia_plugin.catalogue', run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "check", str(run.folder)],
        cwd=REPOSITORY,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
