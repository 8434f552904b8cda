"""Names under which the territory was found before it had files of its own."""

from storage.kampung import add_kampung, kampung_of
from storage.region_import import import_regions
from storage.regions import count_regions

__all__ = ["add_kampung", "count_regions", "import_regions", "kampung_of"]
