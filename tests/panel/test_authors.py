"""Writing a shared script in QGIS: the template, its trial, the toolbox, the form that proposes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog
from waiting import wait_for

from crige_ia_plugin import scripts
from crige_ia_plugin.panel.authors.dialog import AuthorsDialog
from crige_ia_plugin.panel.authors.tasks import Standing
from crige_ia_plugin.processing.provider import CrigeIaProvider
from crige_ia_plugin.runtime.problems import Code, RuntimeProblem

TOOL = "crige_ia:local_compter"


@pytest.fixture
def provider(profile, tmp_path, monkeypatch):
    """The toolbox, and agreements of its own."""
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    registry = QgsApplication.processingRegistry()
    already = registry.providerById("crige_ia")
    made = already or CrigeIaProvider()
    if already is None:
        registry.addProvider(made)
    made.refreshAlgorithms()
    yield made
    if already is None:
        registry.removeProvider(made)


@pytest.fixture
def opened(monkeypatch) -> list[str]:
    """Folders that were shown."""
    found: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url.toLocalFile()) or True)
    return found


@pytest.fixture
def dialog(provider, opened):
    made = AuthorsDialog()
    made.show()
    yield made
    made.stop()
    made.close()
    made.deleteLater()


@pytest.fixture
def written(dialog, tmp_path) -> Path:
    """The template, written from the dialog."""
    dialog.name.setText("compter")
    dialog.folder.setText(str(tmp_path / "mes scripts"))
    dialog.write.click()
    idle(dialog)
    return tmp_path / "mes scripts" / "compter.py"


def idle(dialog: AuthorsDialog) -> None:
    assert wait_for(lambda: not dialog.is_busy)


def agree(dialog: AuthorsDialog) -> None:
    assert wait_for(lambda: dialog.consent is not None)
    dialog.consent.agree.click()
    idle(dialog)


def change(path: Path, old: str = "", new: str = "") -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new) + "\n# changed\n", encoding="utf-8")


def test_the_template_is_written_and_described(dialog, written, opened) -> None:
    assert sorted(path.name for path in written.parent.iterdir()) == ["compter.py", "sample.csv", "test_compter.py"]
    assert opened == [str(written.parent)]
    assert dialog.path == written
    assert "Count by value" in dialog.about.text() or "Compter par valeur" in dialog.about.text()
    assert dialog.standing is Standing.ABSENT
    assert dialog.publish.isEnabled()
    assert not dialog.tool.isEnabled()


def test_nothing_that_exists_is_replaced(dialog, written) -> None:
    written.write_text("mine", encoding="utf-8")
    dialog.write.click()
    idle(dialog)
    assert written.read_text(encoding="utf-8") == "mine"
    assert "✘" in dialog.log.toPlainText()
    assert str(written) in dialog.log.toPlainText()


@pytest.mark.parametrize("name", ["Compter", "2", "à", "a b", "../a", "a" * 61])
def test_a_name_that_cannot_be_is_said_at_once(dialog, name) -> None:
    dialog.name.setText(name)
    assert not dialog.write.isEnabled()
    assert dialog.note.text()
    dialog.name.setText("compter_2")
    assert dialog.write.isEnabled()
    assert not dialog.note.text()


def test_its_author_is_asked_what_its_users_will_be(dialog, written) -> None:
    dialog.attempt.click()
    assert wait_for(lambda: dialog.consent is not None)
    dialog.consent.reject()
    assert "45" not in dialog.log.toPlainText()
    assert scripts.tools() == []


def test_the_trial_tells_what_was_written_and_what_it_cost(dialog, written) -> None:
    before = sorted(written.parent.iterdir())
    dialog.attempt.click()
    agree(dialog)
    said = dialog.log.toPlainText()
    assert "6 lignes lues" in said
    assert "✔" in said
    assert "rows = 6" in said
    assert sorted(written.parent.iterdir()) == before
    change(written)
    dialog.attempt.click()
    idle(dialog)  # asked once
    assert dialog.log.toPlainText().count("✔") == 2


def test_a_trial_that_fails_is_told_in_the_script_s_words(dialog, written) -> None:
    change(written, 'column = "nature"', 'column = "autre"')
    dialog.attempt.click()
    agree(dialog)
    assert "✘ Le tableau n'a pas de colonne « autre »." in dialog.log.toPlainText()


def test_a_script_without_a_sample_is_told_so(dialog, written) -> None:
    change(written, '# [tool.iageo.sample]\n# table = "sample.csv"\n# column = "nature"\n')
    dialog.attempt.click()
    agree(dialog)
    assert "[tool.iageo.sample]" in dialog.log.toPlainText()


def test_a_bad_description_is_told_with_its_line(dialog, written) -> None:
    change(written, '# type = "integer"', '# type = "entier"')
    dialog.load.click()
    idle(dialog)
    assert "compter.py:28" in dialog.log.toPlainText() or "compter.py" in dialog.log.toPlainText()
    assert dialog.consent is None
    assert not dialog.publish.isEnabled()
    change(written, '# type = "entier"', '# type = "integer"')
    dialog.load.click()
    agree(dialog)
    assert dialog.standing is Standing.LOADED


def test_it_is_loaded_changed_loaded_again_and_taken_out(dialog, written, provider) -> None:
    registry = QgsApplication.processingRegistry()
    assert registry.algorithmById(TOOL) is None
    dialog.load.click()
    agree(dialog)
    assert registry.algorithmById(TOOL) is not None
    assert dialog.standing is Standing.LOADED
    assert dialog.tool.isEnabled()
    change(written)
    provider.refreshAlgorithms()
    assert registry.algorithmById(TOOL) is None
    dialog.open_script(written)
    idle(dialog)
    assert dialog.standing is Standing.CHANGED
    assert not dialog.tool.isEnabled()
    dialog.load.click()
    idle(dialog)  # one click is enough
    assert dialog.standing is Standing.LOADED
    assert registry.algorithmById(TOOL) is not None
    dialog.unload.click()
    idle(dialog)
    assert dialog.standing is Standing.ABSENT
    assert registry.algorithmById(TOOL) is None


def test_coming_back_from_the_editor_shows_what_changed(dialog, written) -> None:
    dialog.load.click()
    agree(dialog)
    change(written)
    QgsApplication.sendEvent(dialog, QEvent(QEvent.Type.WindowActivate))
    assert wait_for(lambda: dialog.standing is Standing.CHANGED)
    assert dialog.load.isEnabled()
    written.write_text("", encoding="utf-8")
    QgsApplication.sendEvent(dialog, QEvent(QEvent.Type.WindowActivate))
    assert wait_for(lambda: dialog.script is None)
    assert not dialog.publish.isEnabled()


def test_the_administrator_s_word_stands(dialog, written, monkeypatch) -> None:
    monkeypatch.setenv("QGIS_PLG_CRIGE_IA_SCRIPTS_SIGNED_ONLY", "true")
    for button in (dialog.attempt, dialog.load):
        button.click()
        idle(dialog)
        assert dialog.consent is None
    assert dialog.log.toPlainText().count("✘") == 2
    assert scripts.tools() == []


def test_the_last_script_is_taken_up_again(dialog, written, provider) -> None:
    other = AuthorsDialog()
    assert wait_for(lambda: other.script is not None)
    assert other.path == written
    written.unlink()
    third = AuthorsDialog()
    assert wait_for(lambda: third._looking is None)
    assert third.path is None
    assert not third.attempt.isEnabled()
    for one in (other, third):
        one.close()
        one.deleteLater()


def test_another_script_is_opened(dialog, written, monkeypatch, tmp_path) -> None:
    path = tmp_path / "autre.py"
    path.write_text("print('no description')\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_: (str(path), "")))
    dialog.choose.click()
    idle(dialog)
    assert dialog.path == path
    assert "✘" in dialog.log.toPlainText()
    assert str(path) in dialog.about.text()


def test_closing_stops_what_runs(dialog, written) -> None:
    change(written, "    counts = count(", "    import time\n    time.sleep(600)\n    counts = count(")
    dialog.attempt.click()
    assert wait_for(lambda: dialog.consent is not None)
    dialog.consent.agree.click()
    assert wait_for(lambda: "lignes lues" in dialog.log.toPlainText())
    task = dialog._task
    dialog.reject()
    assert wait_for(lambda: task.outcome is not None)
    assert task.outcome.status.value == "cancelled"


def test_versions_are_frozen_where_there_are_packages(dialog, written, monkeypatch) -> None:
    assert not dialog.freeze.isEnabled()
    change(written, "# dependencies = []", '# dependencies = ["numpy"]')
    dialog.open_script(written)
    idle(dialog)
    dialog.publish.click()
    assert "△" in dialog.log.toPlainText()
    pinned = "numpy==1.26.4 --hash=sha256:" + "0" * 64 + "\n"
    monkeypatch.setattr("crige_ia_plugin.runtime.freezing.freeze", lambda *_, **__: pinned.encode())
    dialog.freeze.click()
    idle(dialog)
    assert written.with_name("compter.lock.txt").read_text(encoding="utf-8") == pinned
    assert "compter.lock.txt" in dialog.log.toPlainText()
    assert dialog.script.lock

    def without_uv(*_: object, **__: object) -> bytes:
        raise RuntimeProblem(Code.UV_ABSENT)

    monkeypatch.setattr("crige_ia_plugin.runtime.freezing.freeze", without_uv)
    dialog.freeze.click()
    idle(dialog)
    assert "✘" in dialog.log.toPlainText()
    assert written.with_name("compter.lock.txt").read_text(encoding="utf-8") == pinned


def test_publishing_opens_the_form_filled(desk, provider, opened, tmp_path) -> None:
    contributions = desk._contribute()
    contributions.write_script()
    contributions.write_script()
    (dialog,) = contributions.dialogs
    dialog.name.setText("compter")
    dialog.folder.setText(str(tmp_path / "mine"))
    dialog.write.click()
    idle(dialog)
    dialog.publish.click()
    assert wait_for(lambda: len(contributions.dialogs) == 2)
    form = contributions.dialogs[1]
    assert form.draft.kind == "script"
    assert form.draft.version == "0.1.0"
    assert form.draft.title["fr"] == "Compter par valeur"
    assert [Path(file.path).name for file in form.draft.files] == ["compter.py"]
    assert not [problem for problem in form.problems if problem.is_error]
    assert form.worth.run.text()
    (tmp_path / "mine" / "compter.py").write_text("", encoding="utf-8")
    contributions.publish_script(tmp_path / "mine" / "compter.py")
    assert wait_for(lambda: desk._iface.bar.currentItem() is not None)
    assert len(contributions.dialogs) == 2
