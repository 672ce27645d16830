"""What a search can be taken along as: the formats, what each is for, and the names of files."""

__all__ = ["DOWNLOADS", "file_name"]

DOWNLOADS = (
    ("csv", "table", "csv"),
    ("jsonl", "JSON lines", "jsonl"),
    ("parquet", "Parquet", "parquet"),
    ("annotation", "W3C annotations", "jsonld"),
    ("ris", "citations", "ris"),
    ("geojson", "GeoJSON", "geojson"),
    ("timesketch", "Timesketch", "jsonl"),
)
"""A format, what it is called on a page, and how its file ends."""


def file_name(name: str) -> str:
    """The name of a file in that format.

    >>> file_name("annotation")
    'sayso.jsonld'
    """
    return f"sayso.{next((end for known, _, end in DOWNLOADS if known == name), 'txt')}"
