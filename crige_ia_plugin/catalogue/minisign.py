"""Signatures in minisign's format: Ed25519 over the BLAKE2b-512 of a file, with a signed comment.

Anyone can check the same files with the ``minisign`` program. Verifying works everywhere; signing is a
publisher's act and needs the ``cryptography`` package.
Source: minisign's published format (key and signature files), libsodium's scrypt parameters.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import struct
from dataclasses import dataclass
from pathlib import Path

from . import ed25519
from .problems import CatalogueError, Code

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
        PublicFormat,
    )

    HAS_CRYPTOGRAPHY = True
except ImportError:  # QGIS's Python does not always have it
    HAS_CRYPTOGRAPHY = False

_PLAIN, _PREHASHED, _SCRYPT, _BLAKE2 = b"Ed", b"ED", b"Sc", b"B2"
_NO_KDF = b"\0\0"
_UNTRUSTED, _TRUSTED = "untrusted comment: ", "trusted comment: "
_OPS_LIMIT, _MEMORY_LIMIT = 33_554_432, 1_073_741_824  # libsodium's "sensitive" limits, as minisign uses
_SCRYPT_MEMORY = (1 << 31) - 2  # the largest hashlib takes; minisign needs half
_MAX_SIGNATURE = 10_000


@dataclass(frozen=True)
class PublicKey:
    """Who signs: an 8-byte key identifier and an Ed25519 public key."""

    key_id: bytes
    key: bytes

    @property
    def name(self) -> str:
        """The identifier as minisign prints it."""
        return f"{int.from_bytes(self.key_id, 'little'):016X}"

    @property
    def text(self) -> str:
        """The one line people exchange (``RW…``)."""
        return base64.b64encode(_PLAIN + self.key_id + self.key).decode("ascii")

    @classmethod
    def parse(cls, text: str, file: str = "") -> PublicKey:
        """Read a ``.pub`` file or the line alone.

        Raises:
            CatalogueError: KEY_FORM.
        """
        lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
        data = _decoded(lines[-1]) if lines else b""
        if len(data) != 42 or data[:2] != _PLAIN:
            raise CatalogueError(Code.KEY_FORM, file)
        return cls(data[2:10], data[10:])


@dataclass(frozen=True)
class Trust:
    """What a verified signature proves: which key, and the comment its owner signed with it."""

    key: str
    comment: str


def verify(content: bytes, signature: str, key: PublicKey, file: str = "") -> Trust:
    """Verify a detached minisign signature of ``content`` and its trusted comment.

    Args:
        content: The signed file, whole.
        signature: Text of the ``.minisig`` file.
        key: The key that is trusted.
        file: Name put in the error.

    Raises:
        CatalogueError: SIGNATURE_FORM, SIGNATURE_LEGACY (not prehashed), SIGNATURE_OTHER_KEY
            or SIGNATURE_WRONG.
    """
    lines = signature[:_MAX_SIGNATURE].splitlines()
    if len(lines) < 4 or not lines[0].startswith(_UNTRUSTED) or not lines[2].startswith(_TRUSTED):
        raise CatalogueError(Code.SIGNATURE_FORM, file)
    blob, overall = _decoded(lines[1]), _decoded(lines[3])
    if len(blob) != 74 or len(overall) != 64 or blob[:2] not in (_PLAIN, _PREHASHED):
        raise CatalogueError(Code.SIGNATURE_FORM, file)
    if blob[:2] == _PLAIN:
        raise CatalogueError(Code.SIGNATURE_LEGACY, file)
    if blob[2:10] != key.key_id:
        found = PublicKey(blob[2:10], b"").name
        raise CatalogueError(Code.SIGNATURE_OTHER_KEY, file, expected=key.name, found=found)
    comment = lines[2][len(_TRUSTED) :]
    signed = hashlib.blake2b(content, digest_size=64).digest()
    if not _valid(key.key, signed, blob[10:]) or not _valid(key.key, blob[10:] + comment.encode("utf-8"), overall):
        raise CatalogueError(Code.SIGNATURE_WRONG, file, key=key.name)
    return Trust(key.name, comment)


def signer(signature: str) -> str:
    """Name of the key that a signature says it is from, which proves nothing yet.

    Raises:
        CatalogueError: SIGNATURE_FORM.
    """
    lines = signature[:_MAX_SIGNATURE].splitlines()
    blob = _decoded(lines[1]) if len(lines) > 1 else b""
    if len(blob) != 74:
        raise CatalogueError(Code.SIGNATURE_FORM)
    return PublicKey(blob[2:10], b"").name


def _decoded(line: str) -> bytes:
    try:
        return base64.b64decode(line.strip(), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _valid(key: bytes, message: bytes, signature: bytes) -> bool:
    if not HAS_CRYPTOGRAPHY:
        return ed25519.verify(key, message, signature)
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


@dataclass(frozen=True)
class SecretKey:
    """A publisher's key: 8-byte identifier, 32-byte seed and 32-byte public key."""

    key_id: bytes
    seed: bytes
    public: bytes

    @property
    def public_key(self) -> PublicKey:
        """The half that is given to everyone."""
        return PublicKey(self.key_id, self.public)

    @classmethod
    def generate(cls) -> SecretKey:
        """Make a new key.

        Raises:
            CatalogueError: SIGNING_UNAVAILABLE.
        """
        _require_cryptography()
        private = Ed25519PrivateKey.generate()
        seed = private.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
        return cls(os.urandom(8), seed, private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))

    @classmethod
    def parse(cls, text: str, password: str | None = None, file: str = "") -> SecretKey:
        """Read a minisign secret key file, encrypted or not.

        Raises:
            CatalogueError: KEY_FORM or KEY_LOCKED (a wrong or missing password).
        """
        lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
        data = _decoded(lines[-1]) if lines else b""
        if len(data) != 158 or data[:2] != _PLAIN or data[2:4] not in (_SCRYPT, _NO_KDF) or data[4:6] != _BLAKE2:
            raise CatalogueError(Code.KEY_FORM, file)
        salt, (operations, memory), body = data[6:38], struct.unpack("<QQ", data[38:54]), data[54:]
        if data[2:4] == _SCRYPT:
            if not password:
                raise CatalogueError(Code.KEY_LOCKED, file)
            body = _mask(body, password, salt, operations, memory)
        key_id, secret, checksum = body[:8], body[8:72], body[72:]
        unchecked = data[2:4] == _NO_KDF and not any(checksum)  # what ``minisign -W`` writes
        if not unchecked and not hmac.compare_digest(_key_checksum(key_id, secret), checksum):
            raise CatalogueError(Code.KEY_LOCKED if data[2:4] == _SCRYPT else Code.KEY_FORM, file)
        return cls(key_id, secret[:32], secret[32:])

    def dump(self, password: str | None = None) -> str:
        """Text of a secret key file that minisign reads too, encrypted when a password is given."""
        secret = self.seed + self.public
        body = self.key_id + secret + _key_checksum(self.key_id, secret)
        kdf, salt, limits = _NO_KDF, bytes(32), bytes(16)
        if password:
            kdf, salt, limits = _SCRYPT, os.urandom(32), struct.pack("<QQ", _OPS_LIMIT, _MEMORY_LIMIT)
            body = _mask(body, password, salt, _OPS_LIMIT, _MEMORY_LIMIT)
        data = base64.b64encode(_PLAIN + kdf + _BLAKE2 + salt + limits + body).decode("ascii")
        return f"{_UNTRUSTED}minisign secret key {self.public_key.name}\n{data}\n"

    def sign(self, content: bytes, comment: str) -> str:
        """Text of the ``.minisig`` of ``content``; ``comment`` is signed too.

        Raises:
            CatalogueError: SIGNING_UNAVAILABLE.
        """
        _require_cryptography()
        private = Ed25519PrivateKey.from_private_bytes(self.seed)
        trusted = " ".join(comment.split())
        signature = private.sign(hashlib.blake2b(content, digest_size=64).digest())
        overall = private.sign(signature + trusted.encode("utf-8"))
        blob = base64.b64encode(_PREHASHED + self.key_id + signature).decode("ascii")
        lines: list[str] = [
            f"{_UNTRUSTED}signature from minisign secret key {self.public_key.name}",
            blob,
            _TRUSTED + trusted,
            base64.b64encode(overall).decode("ascii"),
        ]
        return "\n".join(lines) + "\n"


def public_key_file(key: PublicKey) -> str:
    """Text of the ``.pub`` file that goes with a secret key."""
    return f"{_UNTRUSTED}minisign public key {key.name}\n{key.text}\n"


def write_pair(path: Path, password: str | None = None) -> PublicKey:
    """Make a key: ``path`` (secret, readable by its owner alone) and ``path`` + ``.pub``.

    Raises:
        CatalogueError: KEY_EXISTS, WRITE_FAILED or SIGNING_UNAVAILABLE.
    """
    public = path.with_name(path.name + ".pub")
    secret = SecretKey.generate()
    try:
        for target, text in ((path, secret.dump(password)), (public, public_key_file(secret.public_key))):
            handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="ascii", newline="\n") as stream:
                stream.write(text)
    except FileExistsError:
        raise CatalogueError(Code.KEY_EXISTS, str(path)) from None
    except OSError as error:
        raise CatalogueError(Code.WRITE_FAILED, str(path), reason=error.strerror or str(error)) from None
    return secret.public_key


def _require_cryptography() -> None:
    if not HAS_CRYPTOGRAPHY:
        raise CatalogueError(Code.SIGNING_UNAVAILABLE)


def _key_checksum(key_id: bytes, secret: bytes) -> bytes:
    return hashlib.blake2b(_PLAIN + key_id + secret, digest_size=32).digest()


def _mask(body: bytes, password: str, salt: bytes, operations: int, memory: int) -> bytes:
    """Encrypt or decrypt a key: exclusive or with a stream drawn from the password."""
    cost, parallel = _scrypt_cost(operations, memory)
    try:
        stream = hashlib.scrypt(
            password.encode("utf-8"),
            salt=salt,
            n=cost,
            r=8,
            p=parallel,
            dklen=len(body),
            maxmem=_SCRYPT_MEMORY,
        )
    except (ValueError, MemoryError):
        raise CatalogueError(Code.KEY_FORM) from None
    return bytes(a ^ b for a, b in zip(body, stream))


def _scrypt_cost(operations: int, memory: int) -> tuple[int, int]:
    """N and p that libsodium draws from its limits, with r = 8."""
    operations = max(operations, 32_768)
    largest = operations // 32 if operations < memory // 32 else memory // 1024
    exponent = 1
    while exponent < 30 and (1 << exponent) <= largest // 2:
        exponent += 1
    if operations < memory // 32:
        return 1 << exponent, 1
    return 1 << exponent, max(1, min((operations // 4) >> exponent, 0x3FFFFFFF) // 8)


def trusted_key(text: str) -> PublicKey | None:
    """Read a setting: None when it is empty.

    Raises:
        CatalogueError: KEY_FORM.
    """
    return PublicKey.parse(text) if text.strip() else None
