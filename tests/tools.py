"""Says in one line which tests are left out on this machine, and how to get them.

Run by `make test` before pytest. With ``CI=true`` nothing may be missing.
"""

import os
import shutil
import sys


def chromium() -> str | None:
    """Path of the browser that the page's tests drive."""
    named = os.environ.get("CIKAR_CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("chromium-browser")


def main() -> None:
    """Print what is missing; end with an error when nothing may be."""
    if chromium():
        return
    print(
        "Left out: the browser tests (tests marked browser). "
        "To run them: apt-get install chromium, or set CIKAR_CHROMIUM."
    )
    if os.environ.get("CI") == "true":
        sys.exit(1)


if __name__ == "__main__":
    main()
