"""A ledger that an older sayso made is brought up to date, and loses nothing."""

from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from sayso.errors import LedgerError
from sayso.ledger import Bound, Ledger, Search, current_readings, load_reading
from sayso.ledger.chain import hashes_now
from sayso.ledger.connections import Connections
from sayso.ledger.fulltext import COLUMNS as INDEXED
from sayso.ledger.migrations import HEAD
from sayso.ledger.packing import PACKED
from sayso.ledger.schema import RELATIONS, TABLES
from tests.ledger.factory import TEXT, add, reading, words_of

# The part of the view that 0002 changed.
FILLED = {
    "sqlite": "coalesce(r.extra ->> '$.outlet', v.outlet) as outlet",
    "postgresql": "COALESCE(((r.extra)::json ->> 'outlet'::text), v.outlet) AS outlet",
}


# The part that 0005 added: words for how large the figures are.
SIZES = {"sqlite": "'fig{:02}'", "postgresql": "'fig{:02}'::text"}


def as_of_0001(connection: Connection) -> None:
    """Undo 0006: indexes; 0005: words of the view; 0004, which packed tables; 0003; and 0002."""
    dialect = connection.dialect.name
    connection.exec_driver_sql("create index ix_reading_batch on reading (batch)")
    connection.exec_driver_sql("drop index ix_reading_first")
    if dialect == "sqlite":
        unpack(connection)
        query = "select sql from sqlite_master where name = 'passage'"
        view = str(connection.exec_driver_sql(query).scalar())
        connection.exec_driver_sql("delete from fulltext_config where k = 'hashsize'")
    else:
        query = "select pg_get_viewdef('passage'::regclass)"
        view = f"create view passage as {connection.exec_driver_sql(query).scalar()}"
    assert FILLED[dialect] in view
    connection.exec_driver_sql("drop view passage")
    view = view.replace(FILLED[dialect], "v.outlet as outlet")
    for size in range(37):
        assert SIZES[dialect].format(size) in view
        view = view.replace(SIZES[dialect].format(size), "''")
    connection.exec_driver_sql(view)
    index_again(connection)
    connection.exec_driver_sql("update alembic_version set version_num = '0001'")
    later = ("found", *RELATIONS)
    for table in reversed(later):
        connection.exec_driver_sql(f"drop table {table}")
    for table in later:  # empty, while the hashes are made
        TABLES[table].create(connection)
    sign_again(connection)
    for table in reversed(later):
        connection.exec_driver_sql(f"drop table {table}")


def index_again(connection: Connection) -> None:
    """Fill the index with what the view shows now."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("insert into fulltext(fulltext) values ('delete-all')")
        names = ", ".join(INDEXED)
        view = f"select id, {names} from passage order by id"
        connection.exec_driver_sql(f"insert into fulltext(rowid, {names}) {view}")
    else:
        change = "update fulltext f set counted = to_tsvector('sayso', p.counted)"
        connection.exec_driver_sql(f"{change} from passage p where p.id = f.id")


def unpack(connection: Connection) -> None:
    """Make the tables of a file as they were before 0004."""
    do = connection.exec_driver_sql
    triggers = do("select name, sql from sqlite_master where type = 'trigger'").all()
    view = do("select sql from sqlite_master where name = 'passage'").scalar_one()
    do("drop view passage")
    for name, _ in triggers:
        do(f"drop trigger {name}")
    for table in PACKED:
        rows = do(f"select * from {table}").all()
        do(f"drop view {table}")
        do(f"alter table packed_{table} rename to {table}")  # what points to it does so again
        do(f"drop table {table}")
        TABLES[table].create(connection)
        for row in rows:
            connection.execute(TABLES[table].insert().values(tuple(row)))
    do(view)
    for name, made in triggers:
        if "packed" not in name:
            do(made.replace("instead of", "before"))


def sign_again(connection: Connection) -> None:
    """Give each batch the hash that it had without the rows of later tables."""
    sqlite = connection.dialect.name == "sqlite"
    trigger = "no_update_of_batch" if sqlite else "no_change_of_batch"
    query = "select sql from sqlite_master where name = 'no_update_of_batch'"
    made = connection.exec_driver_sql(query).scalar() if sqlite else None
    off = f"drop trigger {trigger}" if sqlite else f"alter table batch disable trigger {trigger}"
    connection.exec_driver_sql(off)
    for number in range(1, 3):
        digest = next(now for batch, now, _ in hashes_now(connection) if batch == number)
        change = "update batch set hash = :digest where id = :number"
        connection.execute(text(change), {"digest": digest, "number": number})
    connection.exec_driver_sql(made or f"alter table batch enable trigger {trigger}")


@pytest.fixture
def older(address: str) -> str:
    """The address of a ledger as 0001 left it, with two batches."""
    with Ledger(address) as ledger:
        add(ledger, reading())
        add(ledger, reading(f"{TEXT} Again."), name="again")
    connections = Connections(address)
    with connections.writing(rebuilds=True) as connection:
        as_of_0001(connection)
    connections.close()
    return address


def test_an_older_ledger_is_whole_after_it_was_brought_up_to_date(older: str) -> None:
    with Ledger(older) as ledger:
        assert words_of(ledger, "select version_num from alembic_version") == [HEAD]
        assert list(ledger.verify()) == [(1, True), (2, True)]
        with ledger.seen() as connection:
            kept = [load_reading(connection, number) for number in current_readings(connection)]
        assert kept == [reading(), reading(f"{TEXT} Again.")]
        assert len(list(ledger.find(Search(words="dockers", outlet="harbour")))) == 2
        add(ledger, reading(f"{TEXT} And again."), name="third")
        assert all(unchanged for _, unchanged in ledger.verify())


def test_figures_are_found_in_a_ledger_that_was_brought_up_to_date(older: str) -> None:
    with Ledger(older) as ledger:
        for figure, many in ((4_000, 2), (4_200, 0)):
            bound = Bound(counted="dockers", relation=">", figure=Decimal(figure))
            assert ledger.count(Search(quantity=bound)) == many


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_an_index_that_nothing_asks_is_gone(older: str) -> None:
    with Ledger(older) as ledger:
        names = words_of(ledger, "select name from sqlite_master where name like 'ix_reading%'")
    assert set(names) == {"ix_reading_first", "ix_reading_version"}


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_a_copy_from_before_stays_beside_the_file(older: str) -> None:
    Ledger(older).close()
    assert Path(f"{older}.before-0001").exists()
    Ledger(older).close()
    assert len(list(Path(older).parent.glob("*.before-*"))) == 1


@pytest.mark.parametrize("table", ["found", "claim", "batch"])
def test_rows_stay_in_a_ledger_that_was_brought_up_to_date(older: str, table: str) -> None:
    with Ledger(older) as ledger:
        add(ledger, reading(f"{TEXT} Third.", url="https://example.org/3"), name="third")
        with pytest.raises(LedgerError, match="never changes"), ledger.seen() as connection:
            connection.exec_driver_sql(f"delete from {table}")
