"""The view of every statement in words, its full-text index, and the rule that rows stay."""

from collections.abc import Iterable, Sequence
from itertools import product

from sqlalchemy import Connection

from sayso.ledger.magnitudes import magnitude_case
from sayso.ledger.packing import PACKED
from sayso.ledger.rows import Row
from sayso.ledger.schema import TABLES

__all__ = [
    "COLUMNS",
    "STEMS",
    "index_statements",
    "lasting_rows",
    "lay_indexes",
    "merge_some",
]

COLUMNS = ("words", "speaker", "office", "outlet", "place", "counted", "marks")
"""What can be searched by words; `marks` holds mode, kind, certainty and `forecast`, `counted` what
a statement counts, and a word for how large each figure in it is."""
STEMS = "sayso"
"""PostgreSQL's configuration: English stems, and no word left out."""

_VIEW = """
create view passage as select
  s.id as id,
  case when s.content is null then substr(v.body, s.begins + 1, s.ends - s.begins)
    else ({pieces}) end as words,
  m.name || coalesce(' p' || m.person, '') as speaker,
  coalesce(m.office, '') || ' ' || coalesce(m.affiliation, '') as office,
  coalesce({outlet}, v.outlet) as outlet,
  (select {join}(p.name, ' ') from place p
    where p.reading = s.reading and p.begins >= s.begins and p.ends <= s.ends) as place,
  coalesce((select {join}(q.counted, ' ') from quantity q
    where q.reading = s.reading and q.statement = s.id - r.first), '') || ' ' || coalesce((
    select {join}({magnitude}, ' ') from quantity q
    where q.reading = s.reading and q.begins >= s.begins and q.begins < s.ends), '') as counted,
  s.mode || ' ' || coalesce(s.kind, '') || ' ' || coalesce((
    select {join}(coalesce(c.certainty, '') ||
      case when c.forecast is null then '' else ' forecast' end, ' ')
    from claim c where c.reading = s.reading and c.statement = s.id - r.first), '') as marks
from statement s
join reading r on r.id = s.reading
join version v on v.id = r.version
left join mention m on m.reading = s.reading and m.number = s.speaker
"""
_SQLITE_OUTLET = "r.extra ->> '$.outlet'"
_POSTGRES_OUTLET = "r.extra::json ->> 'outlet'"
_SQLITE_PIECES = """
select group_concat(substr(v.body, substr(piece.value, 1, instr(piece.value, '-') - 1) + 1,
  substr(piece.value, instr(piece.value, '-') + 1)
    - substr(piece.value, 1, instr(piece.value, '-') - 1)), ' … ')
from json_each('["' || replace(s.content, '+', '","') || '"]') piece where s.content <> ''
"""
_POSTGRES_PIECES = """
select string_agg(substr(v.body, split_part(piece, '-', 1)::int + 1,
  split_part(piece, '-', 2)::int - split_part(piece, '-', 1)::int), ' … ' order by place)
from string_to_table(s.content, '+') with ordinality t(piece, place)
"""
# Bytes of new words held before they are written in one piece. SQLite's own measure, a megabyte,
# took 50,000 statements a hundredth more room; 64 MB gave a file of the same size as this.
_HELD = 16_000_000
# Bytes of a piece of the index: four to a page of the file.
_PIECE = 4_074
# Each batch begins a part of the index. After small batches parts are merged, some pages each time;
# after many large ones all at once, where SQLite by itself does it several times over. So many of
# one size, which only what was broken off leaves, are merged whatever that takes.
_MOST = 64
_SMALL = 5_000  # statements of a batch after which parts are merged, some pages for each
_PAGES = 0.5
_AT_ONCE = 4_000  # pages that are merged in one transaction at the end of a large import
_INSERT = f"""
insert into fulltext(rowid, {", ".join(COLUMNS)}) values ({", ".join("?" * (len(COLUMNS) + 1))})
"""
_KEPT = "sayso never changes what it has kept"


def lay_indexes(connection: Connection) -> None:
    """Make the view, its index and the triggers in a ledger that has just its tables."""
    postgres = connection.dialect.name == "postgresql"
    for statement in _postgres() if postgres else _sqlite():
        connection.exec_driver_sql(statement)


def index_statements(connection: Connection, rows: Sequence[Row]) -> None:
    """Put new statements into the full-text index.

    They are in order of their ids: with a lower one than the last, it would begin a part of its
    own.
    """
    count = len(rows)
    if not count:
        return
    if connection.dialect.name == "postgresql":
        words = ", ".join(f"to_tsvector('{STEMS}', coalesce({name}, ''))" for name in COLUMNS)
        insert = f"insert into fulltext select id, {words} from passage where id = any(%s)"
        connection.exec_driver_sql(insert, ([row[0] for row in rows],))
    else:
        # Row by row: an order with several rows begins a part of the index, too.
        cursor = connection.connection.cursor()
        cursor.executemany(_INSERT, rows)
        cursor.close()
        if count <= _SMALL:
            _merge(connection, 64 + int(_PAGES * count))


def merge_some(connection: Connection) -> bool:
    """Merge parts of a file's index; whether there may be more to merge.

    Where no four parts are about as large there is nothing to do.
    """
    return connection.dialect.name == "sqlite" and _merge(connection, _AT_ONCE)


def _merge(connection: Connection, pages: int) -> bool:
    """Write so many pages of merged parts; whether there was anything to write."""
    count = "select total_changes()"
    before = connection.exec_driver_sql(count).scalar_one()
    connection.exec_driver_sql("insert into fulltext(fulltext, rank) values ('merge', ?)", (pages,))
    # SQLite counts the order itself as one change.
    changes: int = connection.exec_driver_sql(count).scalar_one() - before
    return changes > 1


def _view(**parts: str) -> str:
    return _VIEW.format(magnitude=magnitude_case("q.figure"), **parts)


def _sqlite() -> Iterable[str]:
    yield _view(join="group_concat", pieces=_SQLITE_PIECES, outlet=_SQLITE_OUTLET)
    yield (
        f"create virtual table fulltext using fts5({', '.join(COLUMNS)}, content='passage', "
        "content_rowid='id', tokenize='porter unicode61 remove_diacritics 2')"
    )
    yield f"insert into fulltext(fulltext, rank) values ('hashsize', {_HELD})"
    yield f"insert into fulltext(fulltext, rank) values ('pgsz', {_PIECE})"
    yield "insert into fulltext(fulltext, rank) values ('automerge', 0)"
    yield f"insert into fulltext(fulltext, rank) values ('crisismerge', {_MOST})"
    yield from lasting_rows()


def lasting_rows() -> Iterable[str]:
    """The triggers of SQLite by which rows stay as they are, in tables and seen through views."""
    refused = f"begin select raise(abort, '{_KEPT}'); end"
    for change, table in product(("update", "delete"), TABLES):
        when = "instead of" if table in PACKED else "before"
        yield f'create trigger no_{change}_of_{table} {when} {change} on "{table}" {refused}'
        if table in PACKED:
            packed = f"packed_{table}"
            yield f"create trigger no_{change}_of_{packed} before {change} on {packed} {refused}"


def _postgres() -> Iterable[str]:
    yield _view(join="string_agg", pieces=_POSTGRES_PIECES, outlet=_POSTGRES_OUTLET)
    yield f"create text search dictionary {STEMS} (template = snowball, language = english)"
    yield f"create text search configuration {STEMS} (copy = simple)"
    yield (
        f"alter text search configuration {STEMS} alter mapping for asciiword, word, numword, "
        f"asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart with {STEMS}"
    )
    vectors = ", ".join(f"{name} tsvector not null" for name in COLUMNS)
    yield f"create table fulltext (id bigint primary key references statement(id), {vectors})"
    yield f"create index ix_fulltext on fulltext using gin({', '.join(COLUMNS)})"
    yield (
        "create function keep_rows() returns trigger language plpgsql as "
        f"$$ begin raise exception '{_KEPT}'; end $$"
    )
    for table in TABLES:
        yield (
            f'create trigger no_change_of_{table} before update or delete on "{table}" '
            "for each row execute function keep_rows()"
        )
        yield (
            f'create trigger no_emptying_of_{table} before truncate on "{table}" '
            "for each statement execute function keep_rows()"
        )
