"""The pages of `sayso serve`: what the pipeline gives goes in, HTML comes out."""

from sayso.views.pages.about import about_page
from sayso.views.pages.adding import Handed, adding_page
from sayso.views.pages.beside import Beside, beside_part
from sayso.views.pages.check import check_page, checked_page
from sayso.views.pages.choosing import STORY_FILTERS
from sayso.views.pages.contradictions import contradictions_page
from sayso.views.pages.corrections import corrections_page
from sayso.views.pages.downloads import DOWNLOADS, file_name
from sayso.views.pages.entering import account_page, login_page
from sayso.views.pages.forecasts import Told, due_part, forecasts_page
from sayso.views.pages.frame import STATIC, Frame, static_file
from sayso.views.pages.home import failures_page, home_page, reports_page
from sayso.views.pages.map import map_page
from sayso.views.pages.moments import timeline_page
from sayso.views.pages.others import others_part
from sayso.views.pages.person import Known, people_page, person_page, person_part
from sayso.views.pages.report import report_page
from sayso.views.pages.search import Results, facets_part, search_page
from sayso.views.pages.series import series_page
from sayso.views.pages.statement import lost_page, statement_page
from sayso.views.pages.stories import stories_page, stories_part
from sayso.views.pages.story import StoryParts, story_page
from sayso.views.pages.team import team_page
from sayso.views.pages.trouble import trouble_page, waiting_page
from sayso.views.rendering import prepare

__all__ = [
    "DOWNLOADS",
    "STATIC",
    "STORY_FILTERS",
    "Beside",
    "Frame",
    "Handed",
    "Known",
    "Results",
    "StoryParts",
    "Told",
    "about_page",
    "account_page",
    "adding_page",
    "beside_part",
    "check_page",
    "checked_page",
    "contradictions_page",
    "corrections_page",
    "due_part",
    "facets_part",
    "failures_page",
    "file_name",
    "forecasts_page",
    "home_page",
    "login_page",
    "lost_page",
    "map_page",
    "others_part",
    "people_page",
    "person_page",
    "person_part",
    "prepare",
    "report_page",
    "reports_page",
    "search_page",
    "series_page",
    "statement_page",
    "static_file",
    "stories_page",
    "stories_part",
    "story_page",
    "team_page",
    "timeline_page",
    "trouble_page",
    "waiting_page",
]
