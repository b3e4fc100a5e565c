"""Nothing runs that its user did not agree to, byte for byte, or that the administrator forbids."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import making_scripts as scripts
import pytest

from crige_ia_plugin.runtime import script as scripts_
from crige_ia_plugin.runtime import trust
from crige_ia_plugin.runtime.problems import Code, RuntimeProblem
from crige_ia_plugin.runtime.trust import Policy, Signature, Trust

PINS = "a==1 --hash=sha256:" + "0" * 64 + "\n"


@pytest.fixture
def kept(tmp_path: Path) -> Trust:
    return Trust(tmp_path / "deep" / "scripts.json", Policy())


def problem_of(kept: Trust, script: scripts_.Script, *files: Path) -> Code:
    with pytest.raises(RuntimeProblem) as caught:
        kept.verify(script, files)
    assert not kept.is_trusted(script, files)
    return caught.value.code


def test_an_agreement_is_for_these_very_bytes(kept: Trust) -> None:
    script = scripts.make("    print(1)", lock=PINS)
    assert problem_of(kept, script) is Code.NOT_TRUSTED
    consent = kept.agree(script, "CRIGE", Signature.SIGNED)
    assert kept.is_trusted(script)
    assert kept.verify(script) == consent
    assert (consent.script, consent.version, consent.publisher, consent.signature) == (
        "trial",
        "1.0.0",
        "CRIGE",
        "signed",
    )
    assert consent.when.endswith("+00:00")
    assert problem_of(kept, scripts.make("    print(2)", lock=PINS)) is Code.CHANGED
    assert problem_of(kept, scripts.make("    print(1)", lock=PINS.replace("a==1", "a==2"))) is Code.CHANGED
    assert problem_of(kept, scripts.make("    print(1)")) is Code.CHANGED
    assert problem_of(kept, scripts.make("    print(1)", id="other", lock=PINS)) is Code.NOT_TRUSTED


@pytest.mark.parametrize("position", [0, 40, -1])
def test_a_changed_byte_is_refused(position: int, kept: Trust) -> None:
    script = scripts.make("    print(1)  # end", lock=PINS)
    kept.agree(script)
    changed = bytearray(script.lock)
    changed[position] ^= 1
    assert problem_of(kept, scripts_.read(script.source, lock=bytes(changed))) is Code.CHANGED
    source = bytearray(script.source)
    source[-3] ^= 1
    assert problem_of(kept, scripts_.read(bytes(source), lock=script.lock)) is Code.CHANGED


def test_files_that_go_along_are_agreed_to_as_well(kept: Trust, tmp_path: Path) -> None:
    model = tmp_path / "model.onnx"
    model.write_bytes(b"weights")
    script = scripts.make()
    kept.agree(script, files=[model])
    assert kept.is_trusted(script, [model])
    assert problem_of(kept, script) is Code.CHANGED
    model.write_bytes(b"weightz")
    assert problem_of(kept, script, model) is Code.CHANGED
    model.unlink()
    with pytest.raises(RuntimeProblem) as caught:
        kept.is_trusted(script, [model])
    assert caught.value.code is Code.READ_FAILED


def test_an_agreement_is_taken_back(kept: Trust) -> None:
    old, new, other = scripts.make("    print(1)"), scripts.make("    print(2)"), scripts.make(id="other")
    for script in (old, new, other):
        kept.agree(script)
    assert kept.withdraw("trial") == 2
    assert kept.withdraw("trial") == 0
    assert problem_of(kept, old) is problem_of(kept, new) is Code.NOT_TRUSTED
    assert kept.is_trusted(other)
    assert [consent.script for consent in kept.consents()] == ["other"]


def test_the_publisher_is_the_script_s_where_none_is_given(kept: Trust) -> None:
    assert kept.agree(scripts.make()).publisher == "CRIGE"


@pytest.mark.parametrize(
    ("policy", "publisher", "signature", "code"),
    [
        (Policy(signed_only=True), "CRIGE", Signature.UNSIGNED, Code.UNSIGNED_FORBIDDEN),
        (Policy(signed_only=True), "CRIGE", Signature.SIGNED, None),
        (Policy(signed_only=True), "CRIGE", Signature.BUNDLED, None),
        (Policy(publishers=("CRIGE",)), "Other", Signature.SIGNED, Code.PUBLISHER_FORBIDDEN),
        (Policy(publishers=("CRIGE",)), "CRIGE", Signature.SIGNED, None),
        (Policy(publishers=("CRIGE",)), "CRIGE", Signature.UNSIGNED, Code.UNSIGNED_FORBIDDEN),
        (Policy(publishers=("Other",)), "CRIGE", Signature.BUNDLED, None),
        (Policy(), "Anyone", Signature.UNSIGNED, None),
    ],
)
def test_the_administrator_decides(
    policy: Policy, publisher: str, signature: Signature, code: Code | None, tmp_path: Path
) -> None:
    script = scripts.make()
    before, after = Trust(tmp_path / "t.json", Policy()), Trust(tmp_path / "t.json", policy)
    before.agree(script, publisher, signature)
    if code is None:
        assert after.is_trusted(script)
        after.agree(script, publisher, signature)
        return
    assert problem_of(after, script) is code  # an agreement made before the rule does not outlive it
    with pytest.raises(RuntimeProblem) as caught:
        after.agree(script, publisher, signature)
    assert caught.value.code is code


def test_the_administrator_s_rules_come_from_the_environment() -> None:
    assert Policy.of({}) == Policy()
    assert Policy.of({trust.FORBID_UNSIGNED: "true", trust.PUBLISHERS: "CRIGE; IGN;"}) == Policy(True, ("CRIGE", "IGN"))
    assert not Policy.of({trust.FORBID_UNSIGNED: "0"}).signed_only


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "{}", '{"consents": 3}', '{"consents": [{}]}', "[" * 100_000),
        '{"consents": [{"digest": 1, "script": "", "version": "", "publisher": "", "signature": "signed", "when": ""}'
        "]}",
        '{"consents": [{"digest": "", "script": "", "version": "", "publisher": "", "signature": "?", "when": ""}]}',
    ],
)
def test_a_file_that_cannot_be_read_trusts_nothing_and_is_kept(text: str, tmp_path: Path) -> None:
    path = tmp_path / "scripts.json"
    path.write_text(text)
    kept = Trust(path, Policy())
    for attempt in (kept.consents, lambda: kept.is_trusted(scripts.make()), lambda: kept.agree(scripts.make())):
        with pytest.raises(RuntimeProblem) as caught:
            attempt()
        assert caught.value.code is Code.TRUST_UNREADABLE
    assert path.read_text() == text


def test_two_sessions_agreeing_at_once_lose_nothing(tmp_path: Path) -> None:
    def agree(number: int) -> None:
        Trust(tmp_path / "t.json", Policy()).agree(scripts.make(id=f"script_{number}"))

    threads = [threading.Thread(target=agree, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(Trust(tmp_path / "t.json", Policy()).consents()) == 8
    assert json.loads((tmp_path / "t.json").read_text())["format"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["t.json", "t.json.lock"]


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RuntimeProblem) as caught:
        Trust(tmp_path / "file" / "t.json", Policy()).agree(scripts.make())
    assert caught.value.code is Code.WRITE_FAILED


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {"HOME": "/h"}, "/h/.local/share/crige_ia_plugin/scripts.json"),
        ("linux", {"HOME": "/h", "XDG_DATA_HOME": "/d"}, "/d/crige_ia_plugin/scripts.json"),
        ("darwin", {"HOME": "/h"}, "/h/Library/Application Support/crige_ia_plugin/scripts.json"),
        ("win32", {"LOCALAPPDATA": "/l", "APPDATA": "/roaming"}, "/l/crige_ia_plugin/scripts.json"),
    ],
)
def test_agreements_stay_on_this_computer(platform: str, variables: dict[str, str], expected: str) -> None:
    assert trust.default_path(platform, variables).as_posix() == expected
