"""The pages of `sayso serve`: what the pipeline gives goes in, HTML comes out."""

from sayso.views.pages.about import about_page
from sayso.views.pages.adding import Handed, adding_page
from sayso.views.pages.check import check_page, checked_page
from sayso.views.pages.corrections import corrections_page
from sayso.views.pages.frame import STATIC, Frame, static_file
from sayso.views.pages.home import failures_page, home_page, reports_page
from sayso.views.pages.person import people_page, person_page
from sayso.views.pages.report import report_page
from sayso.views.pages.search import Results, search_page
from sayso.views.pages.statement import lost_page, statement_page
from sayso.views.pages.trouble import trouble_page

__all__ = [
    "STATIC",
    "Frame",
    "Handed",
    "Results",
    "about_page",
    "adding_page",
    "check_page",
    "checked_page",
    "corrections_page",
    "failures_page",
    "home_page",
    "lost_page",
    "people_page",
    "person_page",
    "report_page",
    "reports_page",
    "search_page",
    "statement_page",
    "static_file",
    "trouble_page",
]
