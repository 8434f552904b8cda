"""The privacy notice's version and day, in one place: raise both whenever its text changes."""

from datetime import date

NOTICE_VERSION = 3
"""Version of the text ``privacy-notice`` that people accept. Who accepted an older one is shown
the new one at their next menu."""

NOTICE_DATE = date(2026, 11, 22)
