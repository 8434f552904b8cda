"""Files sent through the sandbox: their ids, their contents and where they may be fetched."""

import secrets
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from sandbox.people import Json

MOST_DOWNLOAD = 20 * 1024 * 1024  # bots may fetch at most 20 MB
MOST_UPLOAD = 50 * 1024 * 1024
MOST_PHOTO = 10 * 1024 * 1024
LINK_SECONDS = 3600
"""How long the path of a `getFile` leads to the file; then a bot must ask again."""
FOLDERS = {
    "photo": "photos",
    "video": "videos",
    "voice": "voice",
    "audio": "music",
    "document": "documents",
    "sticker": "stickers",
    "animation": "animations",
    "video_note": "video_notes",
}


@dataclass(slots=True)
class StoredFile:
    """`size` is what Telegram would declare; it may be larger than the content kept here."""

    file_id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    size: int
    path: str

    def as_file(self) -> Json:
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": self.size,
            "file_path": self.path,
        }

    @property
    def reference(self) -> Json:
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": self.size,
        }


class FileStore:
    """Contents in memory, or in a folder when the sandbox keeps its state."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.by_id: dict[str, StoredFile] = {}
        self.by_unique: dict[str, StoredFile] = {}
        self.by_path: dict[str, StoredFile] = {}
        self._open_until: dict[str, float] = {}
        self._contents: dict[str, bytes] = {}

    def add(
        self, kind: str, content: bytes, *, name: str, mime: str, size: int | None = None
    ) -> StoredFile:
        unique = "AQAD" + secrets.token_urlsafe(9)
        number = len(self.by_id)
        suffix = Path(name).suffix or ".bin"
        file = StoredFile(
            file_id="AgACAgUAAxkBAAI" + secrets.token_urlsafe(30),
            unique_id=unique,
            kind=kind,
            name=name,
            mime=mime,
            size=len(content) if size is None else size,
            path=f"{FOLDERS[kind]}/file_{number}{suffix}",
        )
        self._register(file)
        if self.folder is None:
            self._contents[unique] = content
        else:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / unique).write_bytes(content)
        return file

    def thumbnail(self, file: StoredFile) -> StoredFile:
        """A second, smaller size of a photo: other ids, the same content."""
        small = replace(
            file,
            file_id=file.file_id + "s",
            unique_id=file.unique_id + "s",
            size=min(file.size, 1000),
            path=file.path.replace("file_", "small_"),
        )
        if small.file_id not in self.by_id:
            self._register(small)
        return self.by_id[small.file_id]

    def _register(self, file: StoredFile) -> None:
        self.by_id[file.file_id] = file
        self.by_unique[file.unique_id] = file
        self.by_path[file.path] = file

    def hand_out(self, file: StoredFile, now: float) -> Json:
        """What `getFile` answers; its path can be fetched from now on, for a while."""
        self._open_until[file.path] = now + LINK_SECONDS
        return file.as_file()

    def at(self, path: str, now: float) -> StoredFile | None:
        """The file behind a path that was handed out lately."""
        return self.by_path[path] if self._open_until.get(path, 0.0) > now else None

    def content(self, file: StoredFile) -> bytes:
        unique = file.unique_id[:16]  # a thumbnail's id is its photo's and one letter more
        if self.folder is None:
            return self._contents[unique]
        path = self.folder / unique
        return path.read_bytes() if path.exists() else b""

    def dump(self) -> list[Json]:
        return [asdict(file) for file in self.by_id.values()]

    def load(self, rows: list[Json]) -> None:
        for row in rows:
            self._register(StoredFile(**row))
