"""What a watch told, as a feed (RSS 2.0) for any feed reader."""

import datetime
import re
from collections.abc import Sequence
from email.utils import format_datetime

from lxml import etree

from sayso.errors import BadRequestError
from sayso.records import Notice
from sayso.views.notice_text import notice_text

__all__ = ["notice_feed"]

_MOST = 200  # items; readers look more often than this many come
_MADE_BY = "sayso watch"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def notice_feed(
    notices: Sequence[Notice], feed: bytes | None, *, moment: datetime.datetime
) -> bytes:
    """The feed with these notices in front, each once; what is oldest makes room.

    BadRequestError where the `feed` before is none that sayso wrote.
    """
    known = _items(feed) if feed else []
    new = [_item(notice, moment) for notice in reversed(notices)]
    items = {item.findtext("guid"): item for item in [*known[::-1], *new[::-1]]}
    root = etree.Element("rss", version="2.0")
    channel = etree.SubElement(root, "channel")
    for name, words in (("title", "sayso"), ("link", ""), ("description", "What was watched for")):
        etree.SubElement(channel, name).text = words
    etree.SubElement(channel, "generator").text = _MADE_BY
    channel.extend([*items.values()][::-1][:_MOST])
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return data


def _items(feed: bytes) -> list[etree._Element]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True)
    try:
        root = etree.fromstring(feed, parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None or root.findtext("channel/generator") != _MADE_BY:
        raise BadRequestError("That file is no feed of sayso watch; name another with --rss.")
    return list(root.findall("channel/item"))


def _item(notice: Notice, moment: datetime.datetime) -> etree._Element:
    item = etree.Element("item")
    told = notice_text(notice)
    title, _, _ = told.rpartition(" (")
    link = notice.address if notice.address.startswith(("http://", "https://")) else None
    rows = {"title": title, "link": link, "description": told, "category": notice.kind.value}
    for name, words in rows.items():
        if words:
            etree.SubElement(item, name).text = _NO_XML.sub("\ufffd", words)
    etree.SubElement(item, "guid", isPermaLink="false").text = _NO_XML.sub("\ufffd", notice.id)
    etree.SubElement(item, "pubDate").text = format_datetime(moment)
    return item
