"""The edition as one page of HTML that needs nothing else: no network, no scripts but its own few lines."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, ClassVar

from variorum.config import Settings
from variorum.model import Edition
from variorum.report.branches import trees
from variorum.report.drawing import lineage_drawing, timeline_chart
from variorum.report.views import PageView, page_view

if TYPE_CHECKING:
    from jinja2 import Environment


class PageExporter:
    """Writes an edition as one HTML page, to be read in a browser, on paper or by a screen reader."""

    name: ClassVar[str] = "report.page/1"
    suffix: ClassVar[str] = ".html"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def export(self, edition: Edition) -> str:
        """The whole page. What documents say stands in it as text alone, whatever they say."""
        view = page_view(edition)
        style, script = _resource("page.css"), _resource("page.js")
        return (
            _environment()
            .get_template("page.html")
            .render(
                view=view,
                lineage=lineage_drawing(view.lineage),
                chart=timeline_chart(view.events),
                trees=trees,
                style=style,
                script=script,
                sections=_sections(view),
                policy=_policy(style, script),
                is_long=len(view.documents) > 12,  # a dozen open texts can still be leafed through
            )
        )


def _sections(view: PageView) -> tuple[tuple[str, str, int | None], ...]:
    return (
        ("overview", "Overview", None),
        *((("stories", "Stories", len(view.stories)),) if view.stories else ()),
        ("statements", "Statements", len(view.statements)),
        ("conflicts", "Conflicts", len(view.conflicts)),
        ("timeline", "Timeline", len(view.events)),
        ("lineage", "Lineage", None),
        ("people", "People", len(view.people)),
        ("documents", "Documents", len(view.documents)),
        ("making", "How it was made", None),
    )


def _resource(name: str) -> str:
    return resources.files("variorum.report").joinpath("templates", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """The content security policy: this style and this script by their digests, and nothing else at all."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(_resource),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
