"""Seals what identifies a child or a reporter, under a key that is never in the database."""

import hashlib
import hmac
import os
import secrets
import stat
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import Unready

VERSION = b"\x01"
NONCE = 12
KEY_VARIABLE = "CIKAR_CASE_KEY"


class Vault:
    """AES-256-GCM with table, column and row as associated data, and keyed hashes.

    One master key of 32 bytes; sealing, hashing and auditing each use a key derived from it.
    """

    def __init__(self, master: bytes) -> None:
        if len(master) != 32:
            raise Unready("The case key must be 32 bytes (64 hexadecimal digits).")
        self._seal = AESGCM(_derive(master, b"seal"))
        self._owner = _derive(master, b"owner")
        self._audit = _derive(master, b"audit")

    def seal(self, plain: bytes, table: str, column: str, row: str) -> bytes:
        """Version, nonce and ciphertext. Opens only at the same table, column and row."""
        nonce = os.urandom(NONCE)
        return VERSION + nonce + self._seal.encrypt(nonce, plain, _place(table, column, row))

    def open(self, sealed: bytes, table: str, column: str, row: str) -> bytes:
        """Undo :meth:`seal`. Raises ``InvalidTag`` for a wrong key, place or changed bytes."""
        if sealed[:1] != VERSION:
            raise InvalidTag
        nonce, rest = sealed[1 : 1 + NONCE], sealed[1 + NONCE :]
        return self._seal.decrypt(nonce, rest, _place(table, column, row))

    def new_case_key(self, case: str) -> tuple["CaseKey", bytes]:
        """A fresh key for one case, and the same wrapped by the master key for its row."""
        raw = AESGCM.generate_key(256)
        return CaseKey(raw), self.seal(raw, "cases", "wrapped_key", case)

    def case_key(self, wrapped: bytes, case: str) -> "CaseKey":
        return CaseKey(self.open(wrapped, "cases", "wrapped_key", case))

    def owner(self, text: str) -> str:
        """A keyed hash that stands for a person in a sensitive row (40 hexadecimal digits)."""
        return "h:" + hmac.new(self._owner, text.encode(), hashlib.sha256).hexdigest()[:40]

    def audit_code(self, previous: bytes, entry: bytes) -> bytes:
        """The link of one audit row to the one before it."""
        return hmac.new(self._audit, previous + entry, hashlib.sha256).digest()


class CaseKey:
    """The key of one case. Destroying its wrapped form destroys the case's words."""

    def __init__(self, raw: bytes) -> None:
        self._cipher = AESGCM(raw)

    def seal(self, plain: bytes, case: str) -> bytes:
        nonce = os.urandom(NONCE)
        return VERSION + nonce + self._cipher.encrypt(nonce, plain, _place("cases", "sealed", case))

    def open(self, sealed: bytes, case: str) -> bytes:
        nonce, rest = sealed[1 : 1 + NONCE], sealed[1 + NONCE :]
        return self._cipher.decrypt(nonce, rest, _place("cases", "sealed", case))


def new_master_key() -> str:
    """A key as 64 hexadecimal digits, to be kept apart from the database."""
    return secrets.token_hex(32)


def load_vault(key_file: str, database_path: Path | None) -> Vault:
    """The vault from the environment or the key file.

    Raises :class:`Unready` with one sentence when the key is missing, malformed, readable by
    others or beside the database.
    """
    text = os.environ.get(KEY_VARIABLE, "").strip()
    if not text:
        text = _read_key_file(Path(key_file), database_path)
    try:
        return Vault(bytes.fromhex(text))
    except ValueError:
        raise Unready(
            f"The case key is not 64 hexadecimal digits; make one with `cikar keys new` "
            f"and give it in {KEY_VARIABLE}."
        ) from None


def _read_key_file(path: Path, database_path: Path | None) -> str:
    if not path.is_file():
        raise Unready(
            f"The case key is missing: set {KEY_VARIABLE} or run `cikar keys new` to write {path}. "
            "Until then /lapor shows the numbers to call and stores nothing."
        )
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise Unready(f"The case key file {path} can be read by others; run: chmod 600 {path}")
    if database_path is not None and path.resolve().parent == database_path.resolve().parent:
        raise Unready(f"The case key file {path} lies beside the database; keep it elsewhere.")
    return path.read_text().strip()


def _derive(master: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"cikar/" + purpose).derive(master)


def _place(table: str, column: str, row: str) -> bytes:
    return f"{table}|{column}|{row}".encode()
