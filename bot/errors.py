"""Expected trouble: each error carries the key of the sentence that tells the person what to do."""

from collections.abc import Mapping


class AppError(Exception):
    """Something a person can put right. ``key`` names a text, ``args`` its arguments."""

    def __init__(self, key: str, **args: object) -> None:
        super().__init__(key)
        self.key = key
        self.args_for_text: Mapping[str, object] = args


class NotAllowed(AppError):
    """The person may not do this. ``ask`` says who can help (a label or a name)."""

    def __init__(self, key: str, *, ask: object, **args: object) -> None:
        super().__init__(key, ask=ask, **args)


class NotFound(AppError):
    """Nothing there, or nothing this person may see: the two are not told apart."""


class Unready(Exception):
    """The program cannot start or go on as set up. The message is one sentence for its operator."""


class StorageTrouble(Exception):
    """The database did not answer; nothing was decided, and the same work may be tried again."""
