"""What somebody wants in a file: which region and days, in whose columns, as what kind of file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

LAYOUTS: Final = ("cikar", "kampungkb")
"""Our own form, and the columns of the national Kampung KB site (domain §3)."""
FORMATS: Final = ("xlsx", "csv")
_CUTS = (2, 4, 6, 10)
"""Digits up to the end of province, kab/kota, kecamatan and village (Kemendagri)."""


def undotted(code: str) -> str:
    """A region's code as the BKKBN writes it: Kemendagri's without the dots."""
    return code.replace(".", "")


def dotted(digits: str) -> str:
    """A region's code with its dots: ``1901011001`` → ``19.01.01.1001``. Raises ``ValueError``."""
    if not digits.isdecimal() or len(digits) not in _CUTS:
        raise ValueError("no region's code")
    starts = (0, *_CUTS)
    cuts = zip(starts, _CUTS, strict=False)
    return ".".join(digits[begin:end] for begin, end in cuts if end <= len(digits))


@dataclass(frozen=True, slots=True)
class Order:
    """Activities of ``region`` and all within it, held from ``first`` to ``last``, both included,
    in the columns ``layout`` and a file of the kind ``format``."""

    region: str
    first: date
    last: date
    layout: str = "cikar"
    format: str = "xlsx"

    def params(self) -> dict[str, int]:
        """As a job keeps it: numbers only."""
        return {
            "region": int(undotted(self.region)),
            "first": self.first.toordinal(),
            "last": self.last.toordinal(),
            "layout": LAYOUTS.index(self.layout),
            "format": FORMATS.index(self.format),
        }

    def file_name(self) -> str:
        """What people see it called; it names no person."""
        layout = "" if self.layout == LAYOUTS[0] else f"-{self.layout}"
        days = f"{self.first.isoformat()}-{self.last.isoformat()}"
        return f"cikar-kegiatan{layout}-{undotted(self.region)}-{days}.{self.format}"


def order_of(params: Mapping[str, Any]) -> Order:
    """The order a job keeps."""
    return Order(
        region=dotted(str(int(params["region"]))),
        first=date.fromordinal(int(params["first"])),
        last=date.fromordinal(int(params["last"])),
        layout=LAYOUTS[int(params["layout"])],
        format=FORMATS[int(params["format"])],
    )
