"""Sizes, digests and signatures, against RFC 8032, sha256sum and the minisign program."""

from __future__ import annotations

import base64
import errno
import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crige_ia_plugin.catalogue import ed25519, integrity, minisign
from crige_ia_plugin.catalogue.problems import CatalogueError, Code

# RFC 8032, section 7.1: public key, message, signature
RFC8032 = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd"
        "25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c3"
        "87b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594"
        "a7c15e9716ed28dc027beceea1ec40a",
    ),
]


def _vector(index: int) -> tuple[bytes, bytes, bytes]:
    key, message, signature = (bytes.fromhex(text) for text in RFC8032[index])
    return key, message, signature


@pytest.mark.parametrize("index", [0, 1, 2])
def test_rfc8032_vectors(index: int) -> None:
    key, message, signature = _vector(index)
    assert ed25519.verify(key, message, signature)
    assert not ed25519.verify(key, message + b"x", signature)
    for place in (0, 31, 32, 63):
        wrong = bytearray(signature)
        wrong[place] ^= 1
        assert not ed25519.verify(key, message, bytes(wrong))


def test_malleable_and_malformed_signatures_are_refused() -> None:
    key, message, signature = _vector(0)
    order = 2**252 + 27742317777372353535851937790883648493
    scalar = int.from_bytes(signature[32:], "little") + order
    assert not ed25519.verify(key, message, signature[:32] + scalar.to_bytes(32, "little"))
    assert not ed25519.verify(key, message, signature[:63])
    assert not ed25519.verify(key[:31], message, signature)
    assert not ed25519.verify(b"\xff" * 32, message, signature)
    assert not ed25519.verify(b"\x02" + b"\x00" * 31, message, signature)  # no such point


def test_points_that_differ_by_their_side_or_are_written_otherwise_are_told_apart() -> None:
    """With the neutral point as key, the signature (B, 1) is that of any message."""
    base, neutral = b"\x58" + b"\x66" * 31, b"\x01" + bytes(31)
    one = (1).to_bytes(32, "little")
    assert ed25519.verify(neutral, b"any", base + one)
    assert not ed25519.verify(neutral, b"any", base[:31] + b"\xe6" + one)  # the same y, the other x
    assert not ed25519.verify(neutral[:31] + b"\x80", b"any", base + one)  # x is 0, and has no other side


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 511), st.booleans())
def test_plain_python_agrees_with_cryptography(message: bytes, bit: int, broken: bool) -> None:
    module = pytest.importorskip("cryptography.hazmat.primitives.asymmetric.ed25519")
    secret = minisign.SecretKey.generate()
    signature = bytearray(module.Ed25519PrivateKey.from_private_bytes(secret.seed).sign(message))
    if broken:
        signature[bit // 8] ^= 1 << bit % 8
    assert ed25519.verify(secret.public, message, bytes(signature)) is not broken


@pytest.fixture
def key() -> minisign.SecretKey:
    if not minisign.HAS_CRYPTOGRAPHY:
        pytest.skip("signing needs cryptography")
    return minisign.SecretKey.generate()


@pytest.mark.parametrize("has_cryptography", [True, False])
def test_signature_and_comment_are_verified(
    key: minisign.SecretKey, has_cryptography: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    signature = key.sign(b"content", "Catalogue 12, été")
    monkeypatch.setattr(minisign, "HAS_CRYPTOGRAPHY", has_cryptography)
    trust = minisign.verify(b"content", signature, key.public_key)
    assert trust == minisign.Trust(key.public_key.name, "Catalogue 12, été")
    lines = signature.splitlines()
    other = minisign.PublicKey(b"12345678", key.public)
    cases = [
        (b"Content", signature, key.public_key, Code.SIGNATURE_WRONG),
        (b"content", signature.replace("Catalogue 12", "Catalogue 13"), key.public_key, Code.SIGNATURE_WRONG),
        (b"content", signature, other, Code.SIGNATURE_OTHER_KEY),
        (b"content", "", key.public_key, Code.SIGNATURE_FORM),
        (b"content", "\n".join(lines[:3]), key.public_key, Code.SIGNATURE_FORM),
        (b"content", "\n".join([lines[0], "é", *lines[2:]]), key.public_key, Code.SIGNATURE_FORM),
    ]
    for content, text, trusted, code in cases:
        with pytest.raises(CatalogueError) as caught:
            minisign.verify(content, text, trusted)
        assert caught.value.code is code


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_as_a_signature_is_refused_by_code(text: str) -> None:
    with pytest.raises(CatalogueError):
        minisign.verify(b"x", text, minisign.PublicKey(b"\0" * 8, b"\0" * 32))


def test_pair_is_written_once_and_readable(key: minisign.SecretKey, tmp_path: Path) -> None:
    path = tmp_path / "regional.key"
    public = minisign.write_pair(path)
    assert path.stat().st_mode & 0o077 == 0
    assert minisign.SecretKey.parse(path.read_text()).public_key == public
    assert minisign.PublicKey.parse((tmp_path / "regional.key.pub").read_text()) == public
    assert minisign.PublicKey.parse(public.text) == public
    with pytest.raises(CatalogueError) as caught:
        minisign.write_pair(path)
    assert caught.value.code is Code.KEY_EXISTS


def test_encrypted_key_needs_its_password(key: minisign.SecretKey, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minisign, "_OPS_LIMIT", 32_768)
    monkeypatch.setattr(minisign, "_MEMORY_LIMIT", 16 << 20)
    text = key.dump("mot de passe")
    assert minisign.SecretKey.parse(text, "mot de passe") == key
    for password in ("", "autre"):
        with pytest.raises(CatalogueError) as caught:
            minisign.SecretKey.parse(text, password)
        assert caught.value.code is Code.KEY_LOCKED


@pytest.mark.parametrize("text", ["", "x", "untrusted comment: x\nAAAA"])
def test_bad_keys_are_refused(text: str) -> None:
    for parse in (minisign.PublicKey.parse, minisign.SecretKey.parse):
        with pytest.raises(CatalogueError) as caught:
            parse(text)
        assert caught.value.code is Code.KEY_FORM


@pytest.mark.parametrize(
    ("operations", "memory", "cost"),
    [
        (524_288, 16_777_216, (1 << 14, 1)),  # libsodium's "interactive"
        (33_554_432, 1_073_741_824, (1 << 20, 1)),  # its "sensitive": minisign's
        (33_554_432, 16_777_216, (1 << 14, 64)),  # little memory is made up for by passes
        (1 << 20, 1 << 40, (1 << 15, 1)),
        (32_768, 1 << 40, (1 << 10, 1)),
        (1, 1 << 40, (1 << 10, 1)),  # the least
        (0, 0, (2, 512)),
    ],
)
def test_the_cost_of_a_password_is_libsodium_s(operations: int, memory: int, cost: tuple[int, int]) -> None:
    assert minisign._scrypt_cost(operations, memory) == cost


def test_a_legacy_signature_is_told_as_such(key: minisign.SecretKey) -> None:
    """Before minisign 0.6 the file itself was signed, not its digest."""
    lines = key.sign(b"abc", "serial 3").splitlines()
    blob = base64.b64decode(lines[1])
    lines[1] = base64.b64encode(b"Ed" + blob[2:]).decode()
    with pytest.raises(CatalogueError) as caught:
        minisign.verify(b"abc", "\n".join(lines), key.public_key)
    assert caught.value.code is Code.SIGNATURE_LEGACY


def test_whose_signature_it_says_to_be_is_read_from_its_second_line(key: minisign.SecretKey) -> None:
    lines = key.sign(b"abc", "serial 3").splitlines()
    assert minisign.signer("\n".join(lines)) == minisign.signer("\n".join(lines[:2])) == key.public_key.name
    for text in ("", lines[0], lines[1], f"{lines[0]}\nnothing", f"{lines[0]}\n{lines[1][:-4]}"):
        with pytest.raises(CatalogueError) as caught:
            minisign.signer(text)
        assert caught.value.code is Code.SIGNATURE_FORM


@pytest.mark.skipif(shutil.which("minisign") is None, reason="the minisign program is absent")
def test_the_minisign_program_agrees_both_ways(key: minisign.SecretKey, tmp_path: Path) -> None:
    content = tmp_path / "SHA256SUMS"
    content.write_bytes(b"abc\n")
    signature = tmp_path / "SHA256SUMS.minisig"
    signature.write_text(key.sign(content.read_bytes(), "serial 3"), encoding="utf-8")
    command = ["minisign", "-Vm", str(content), "-P", key.public_key.text]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    signature.unlink()
    secret, public = tmp_path / "k.key", tmp_path / "k.pub"
    subprocess.run(["minisign", "-GW", "-s", str(secret), "-p", str(public)], check=True, capture_output=True)
    subprocess.run(
        ["minisign", "-Sm", str(content), "-s", str(secret), "-t", "par minisign"],
        check=True,
        capture_output=True,
    )
    theirs = minisign.PublicKey.parse(public.read_text())
    trust = minisign.verify(content.read_bytes(), signature.read_text(), theirs)
    assert trust.comment == "par minisign"
    assert minisign.SecretKey.parse(secret.read_text()).public_key == theirs


@pytest.mark.skipif(shutil.which("minisign") is None, reason="the minisign program is absent")
def test_an_encrypted_key_of_the_program_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "k.key"
    subprocess.run(
        ["minisign", "-G", "-s", str(secret), "-p", str(tmp_path / "k.pub")],
        input=b"secret\nsecret\n",
        check=True,
        capture_output=True,
    )
    read = minisign.SecretKey.parse(secret.read_text(), "secret")
    assert read.public_key == minisign.PublicKey.parse((tmp_path / "k.pub").read_text())


@pytest.mark.parametrize(
    "name", ["", "/a", "../a", "a/../b", "a\\b", "C:a", "a\x00", "a//b", "./a", "a/", "a.", "a /b", "a?"]
)
def test_unsafe_paths_are_refused(name: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        integrity.safe_relative(name)
    assert caught.value.code is Code.PATH_UNSAFE


def test_sums_follow_the_folder(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "é.json").write_text("{}", encoding="utf-8")
    (tmp_path / "catalog.json").write_text("{}", encoding="utf-8")
    (tmp_path / integrity.SUMS).write_text(integrity.sums_text(tmp_path), encoding="utf-8")
    assert integrity.check_sums(tmp_path) == []
    done = subprocess.run(["sha256sum", "-c", integrity.SUMS], cwd=tmp_path, check=False, capture_output=True)
    assert done.returncode == 0
    (tmp_path / "catalog.json").write_text("{ }", encoding="utf-8")
    (tmp_path / "new.txt").write_text("", encoding="utf-8")
    (tmp_path / "records" / "é.json").unlink()
    codes = {problem.code for problem in integrity.check_sums(tmp_path)}
    assert codes == {Code.CHECKSUM_DIFFERS, Code.FILE_UNLISTED, Code.FILE_MISSING}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("x", Code.SUMS_FORM),
        ("0" * 64 + "  a\n" + "1" * 64 + "  a\n", Code.SUMS_FORM),
        ("0" * 64 + "  ../a\n", Code.PATH_UNSAFE),
        ("0" * 64 + "  /etc/passwd\n", Code.PATH_UNSAFE),
    ],
)
def test_bad_sums_are_refused(text: str, code: Code, tmp_path: Path) -> None:
    (tmp_path / integrity.SUMS).write_text(text, encoding="utf-8")
    assert [problem.code for problem in integrity.check_sums(tmp_path)] == [code]


def test_the_line_of_bad_sums_is_told() -> None:
    with pytest.raises(CatalogueError) as caught:
        integrity.read_sums("0" * 64 + "  a\n\n" + "1" * 300 + "\n")
    assert (caught.value.problem.line, caught.value.problem.params) == (3, {"text": "1" * 100})


def test_what_is_quoted_of_a_hostile_text_is_short() -> None:
    with pytest.raises(CatalogueError) as caught:
        integrity.safe_relative("../" * 300)
    assert caught.value.problem.params == {"path": ("../" * 300)[:200]}
    with pytest.raises(CatalogueError) as caught:
        integrity.digest_of("9" * 300)
    assert caught.value.problem.params == {"checksum": "9" * 100}


def test_checksums_are_multihashes() -> None:
    digest = hashlib.sha256(b"x").hexdigest()
    assert integrity.digest_of(integrity.multihash(digest)) == digest
    for wrong in ("", digest, "1220", "1340" + digest, "1220" + digest[:-1] + "g"):
        with pytest.raises(CatalogueError):
            integrity.digest_of(wrong)


def test_a_file_is_verified(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    digest = hashlib.sha256(b"abc").hexdigest()
    integrity.verify_file(path, digest, 3)
    wrong = ((digest, 4, Code.SIZE_DIFFERS), (digest, 0, Code.SIZE_DIFFERS), ("0" * 64, 3, Code.CHECKSUM_DIFFERS))
    for expected, size, code in wrong:
        with pytest.raises(CatalogueError) as caught:
            integrity.verify_file(path, expected, size)
        assert caught.value.code is code
    with pytest.raises(CatalogueError) as caught:
        integrity.verify_file(tmp_path / "absent", digest)
    assert caught.value.code is Code.FILE_MISSING
    with pytest.raises(CatalogueError) as caught:
        integrity.verify_file(tmp_path, digest)
    assert caught.value.code is Code.READ_FAILED
    assert caught.value.problem.params == {"reason": os.strerror(errno.EISDIR)}
