"""The pages of a ledger, served to a browser on this machine."""

from sayso.interfaces.web.app import web_app
from sayso.interfaces.web.desk import Desk
from sayso.interfaces.web.serving import serve_pages

__all__ = ["Desk", "serve_pages", "web_app"]
