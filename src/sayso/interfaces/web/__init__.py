"""The pages of a ledger, served to a browser on this machine."""

from sayso.interfaces.web.app import web_app
from sayso.interfaces.web.desk import Desk
from sayso.interfaces.web.serving import gate_of, serve_pages

__all__ = ["Desk", "gate_of", "serve_pages", "web_app"]
