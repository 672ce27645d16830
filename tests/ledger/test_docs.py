"""The picture of the tables in docs/ledger.md is that of the code."""

from pathlib import Path

from sayso.ledger.schema import TABLES

PAGE = Path(__file__).parents[2] / "docs" / "ledger.md"


def picture() -> str:
    """Every table and what it points to, as Mermaid draws it."""
    arrows = sorted(
        f"  {key.parent.table.name} }}o--|| {key.column.table.name} : {key.parent.name}"
        for table in TABLES.values()
        for key in table.foreign_keys
        if key.column.table.name != "batch"
    )
    return "\n".join(["```mermaid", "erDiagram", *arrows, "```"])


def test_the_picture_is_that_of_the_code() -> None:
    assert picture() in PAGE.read_text("utf-8")


def test_every_table_is_explained() -> None:
    page = PAGE.read_text("utf-8")
    assert [name for name in TABLES if f"| `{name}` |" not in page] == []
