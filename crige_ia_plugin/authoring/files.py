"""Files written in one stroke: whole, or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from .problems import AuthoringError, Code


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Write a file beside and swap it in at the end; on any failure what was there stays.

    Raises:
        AuthoringError: WRITE_FAILED.
    """
    beside = path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}.part")
    try:
        with beside.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except OSError as error:
        raise AuthoringError(Code.WRITE_FAILED, name=path.name, reason=error.strerror or str(error)) from None
    finally:
        with suppress(OSError):
            beside.unlink()
