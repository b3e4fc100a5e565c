"""A need takes the same road as a resource."""

from __future__ import annotations

from pathlib import Path

import pytest

from crige_ia_plugin.authoring.draft import Drafts
from crige_ia_plugin.authoring.need import Need, draft_of, filled, need_of
from crige_ia_plugin.authoring.problems import Code
from crige_ia_plugin.authoring.proposal import write_zip
from crige_ia_plugin.authoring.rules import problems
from crige_ia_plugin.catalogue import moderation
from crige_ia_plugin.catalogue.record import parse

NEED = Need("Compter les arbres d'alignement", "Sur la commune, à 90 % près, à partir de l'orthophoto.", "a@exemple.fr")


def test_a_need_is_accepted_by_the_catalogue(tmp_path: Path, empty_catalogue: Path) -> None:
    draft = draft_of(NEED, theme="houppiers")
    assert not any(problem.is_error for problem in problems(draft))
    written = write_zip(draft, tmp_path / "need.zip")
    assert written.id == "besoin-compter-les-arbres-d-alignement"
    with moderation.workspace() as workspace:
        contribution = moderation.receive(empty_catalogue, written.path, Path(workspace))
        assert contribution.acceptable
        record = parse(dict(contribution.records[0].data))
    assert record.kind == "need"
    assert record.license_unspecified
    assert record.contacts[0]["emails"] == [{"value": "a@exemple.fr"}]


def test_its_fields_come_back_from_a_saved_draft(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    saved = drafts.save(draft_of(NEED))
    assert need_of(drafts.load(saved.key)) == NEED
    changed = Need("Autre", "Chose", "Mairie d'Aix")
    assert need_of(filled(saved, changed)) == changed


@pytest.mark.parametrize(
    ("need", "code"),
    [
        (Need("", "x"), Code.TITLE_MISSING),
        (Need("x", ""), Code.DESCRIPTION_MISSING),
        (Need("x", "y", "a@b"), Code.EMAIL_WRONG),
    ],
)
def test_what_lacks_is_said(need: Need, code: Code) -> None:
    assert [problem.code for problem in problems(draft_of(need)) if problem.is_error] == [code]
