"""Due days of forecasts as a calendar file (iCalendar, RFC 5545)."""

import datetime

from icalendar import Calendar, Event

from sayso.records import Board, Foretelling
from sayso.views.printable import folded, printable

__all__ = ["forecast_calendar"]


def forecast_calendar(board: Board, *, now: datetime.datetime) -> bytes:
    """An all-day event for the last day of every window of which nobody has decided."""
    calendar = Calendar()
    calendar.add("prodid", "-//sayso//forecasts//EN")
    calendar.add("version", "2.0")
    for forecast in board.forecasts:
        if forecast.due is not None and forecast.outcome is None:
            calendar.add_component(_event(forecast, forecast.due, now))
    text: bytes = calendar.to_ical()
    return text


def _event(forecast: Foretelling, due: datetime.date, now: datetime.datetime) -> Event:
    event = Event()
    who = printable(forecast.speaker or "somebody")
    event.add("uid", f"{forecast.id}@sayso")
    event.add("dtstamp", now)
    event.add("dtstart", due)
    event.add("summary", f"Due: {who}: {folded(printable(forecast.words), head=14, tail=4)}")
    where = printable(forecast.outlet or forecast.address)
    event.add("description", f"{printable(forecast.passage)}\n({where}; {forecast.id})")
    if forecast.address.startswith(("http://", "https://")):
        event.add("url", forecast.address)
    return event
