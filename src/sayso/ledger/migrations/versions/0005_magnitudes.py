"""The full-text index has a word for how large each figure is: fewer are compared in a search.

The index of a file is made anew, which takes about as long as it took to fill it.
"""

from alembic import op

from sayso.ledger.magnitudes import magnitude_case

__all__ = ["down_revision", "revision", "upgrade"]

revision = "0005"
down_revision = "0004"

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


_COLUMNS = "words, speaker, office, outlet, place, counted, marks"


def upgrade() -> None:
    """Make the view of statements anew, and the index of it; no row changes, so the chain stays."""
    connection = op.get_bind()
    postgres = connection.dialect.name == "postgresql"
    parts = (
        {"join": "string_agg", "pieces": _POSTGRES_PIECES, "outlet": _POSTGRES_OUTLET}
        if postgres
        else {"join": "group_concat", "pieces": _SQLITE_PIECES, "outlet": _SQLITE_OUTLET}
    )
    connection.exec_driver_sql("drop view passage")
    connection.exec_driver_sql(_VIEW.format(magnitude=magnitude_case("q.figure"), **parts))
    if postgres:
        connection.exec_driver_sql(
            "update fulltext f set counted = to_tsvector('sayso', p.counted) "
            "from passage p where p.id = f.id"
        )
    else:
        connection.exec_driver_sql("insert into fulltext(fulltext) values ('delete-all')")
        connection.exec_driver_sql(
            f"insert into fulltext(rowid, {_COLUMNS}) "
            f"select id, {_COLUMNS} from passage order by id"
        )
