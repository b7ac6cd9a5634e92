"""The page as a reader meets it, in a real browser: by mouse, by keyboard, without scripts, in the dark, on a phone.

The browser is Chromium: VARIORUM_CHROMIUM names it, else it is looked for on the path. Where there is none these
tests are skipped, unless VARIORUM_BROWSER=required, when they fail.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from accounts import bell

from variorum.config import Settings
from variorum.model import Edition
from variorum.pipeline import collate
from variorum.report.page import PageExporter

ARGUMENTS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
EXAMPLE = Path(__file__).parents[2] / "examples" / "halven" / "documents"
LANDINGS = """() => Array.from(document.querySelectorAll('a.q')).map(a => {
  const pieces = document.querySelectorAll(`[data-span="${a.hash.slice(1)}"]`);
  return {
    quoted: a.dataset.quote ?? a.textContent,
    landed: Array.from(pieces, p => p.textContent).join(''),
    isMarked: document.getElementById(a.hash.slice(1)) === pieces[0] && pieces.length > 0,
    hash: a.hash,
  };
})"""


@pytest.fixture(scope="module")
def chromium():
    path = os.environ.get("VARIORUM_CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        path = None
    if not path:
        say = pytest.fail if os.environ.get("VARIORUM_BROWSER") == "required" else pytest.skip
        say("the page is tested in Chromium: install it and playwright, or name it in VARIORUM_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


class Pages(dict):
    """Where the page of each name lies; each is made when first asked for."""

    def __init__(self, folder):
        super().__init__()
        self.folder = folder

    def __missing__(self, name):
        edition = {"bell": bell, "long": _long, "empty": Edition, "example": lambda: collate([EXAMPLE])}[name]()
        path = self.folder / f"{name}.html"
        path.write_text(PageExporter(Settings()).export(edition), encoding="utf-8", newline="")
        self[name] = path.as_uri()
        return self[name]


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Pages by name: the bell, as it is and as a long edition; an empty one; the example, as the machine reads it."""
    return Pages(tmp_path_factory.mktemp("pages"))


def _long() -> Edition:
    """The bell among twenty more documents, so that the texts are closed at first."""
    one = bell()
    more = (replace(one.documents[0], id=f"x{n:02}", path=f"x{n:02}.txt", regions=()) for n in range(20))
    return replace(one, documents=(*one.documents, *more))


class Reader:
    """A page that writes down all that goes wrong while it is read."""

    def __init__(self, chromium, uri, **context):
        self.context = chromium.new_context(reduced_motion="reduce", **context)
        self.context.set_default_timeout(5000)
        self.page = self.context.new_page()
        self.faults, self.requests = [], []
        self.page.on("console", lambda m: self.faults.append(m.text))
        self.page.on("pageerror", lambda e: self.faults.append(str(e)))
        self.page.on("dialog", lambda d: self.faults.append(d.message))
        self.context.on("request", lambda r: self.requests.append(r.url))
        self.page.goto(uri)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()


@pytest.mark.parametrize("name", ["bell", "long", "empty", "example"])
def test_page_asks_for_nothing_and_complains_of_nothing(chromium, files, name):
    with Reader(chromium, files[name]) as reader:
        reader.page.wait_for_timeout(100)
        outside = [url for url in reader.requests if url != files[name] and not url.startswith("data:")]
        assert (reader.faults, outside) == ([], [])
        assert reader.page.locator("h1").count() == 1


@pytest.mark.parametrize("name", ["bell", "long", "example"])
def test_every_quotation_lands_on_its_very_words(chromium, files, name):
    with Reader(chromium, files[name]) as reader:
        landings = reader.page.evaluate(LANDINGS)
        assert len(landings) > 40
        wrong = [x for x in landings if not x["isMarked"] or _plain(x["quoted"]) != _plain(x["landed"])]
        assert wrong == []


def test_every_link_leads_somewhere_on_the_page(chromium, files):
    with Reader(chromium, files["bell"]) as reader:
        lost = reader.page.evaluate(
            "() => Array.from(document.querySelectorAll('a[href], svg a'), a => a.getAttribute('href'))"
            ".filter(h => !h.startsWith('#') || !document.getElementById(h.slice(1)))"
        )
        assert lost == []


@pytest.mark.parametrize("name", ["bell", "long"])
def test_a_click_shows_the_words_and_a_click_leads_back(chromium, files, name):
    with Reader(chromium, files[name]) as reader:
        page = reader.page
        page.locator("#conflict-1 blockquote a.q").nth(1).click()
        goal = page.locator(".m:target")
        assert goal.count() == 1
        assert goal.is_visible()
        page.wait_for_timeout(200)
        top = goal.evaluate("e => e.getBoundingClientRect().top / innerHeight")
        assert 0 <= top < 1
        assert page.locator(".m.hit").count() == 2  # it overlaps a reading, so that it stands in two pieces
        block = page.locator(".block", has=goal)
        block.locator(".notes a", has_text="C1").first.click()
        assert page.url.endswith("#conflict-1")


def test_overlapping_and_broken_up_passages_keep_all_the_text(chromium, files):
    with Reader(chromium, files["bell"]) as reader:
        for document in bell().documents:
            number = "AB<".index(document.siglum[0]) + 1
            text = reader.page.evaluate(
                f"() => Array.from(document.querySelectorAll('#document-{number} .body p'), p => p.textContent).join('')"
            )
            assert _plain(text) == _plain(_symbols(document.text))


def test_a_hostile_document_does_nothing(chromium, files):
    with Reader(chromium, files["bell"]) as reader:
        page = reader.page
        while (closed := page.locator("details:not([open]) > summary")).count():
            closed.first.click()
        page.locator("#document-3 .notes a").first.click()
        assert "window.hacked = 1" in page.locator("#document-3").inner_text()
        assert page.evaluate("() => window.hacked") is None
        assert page.locator("script").count() == 1
        assert page.locator("img, iframe, object, embed, base, [onclick], [onerror], [style]").count() == 0
        assert page.locator("a[href^='javascript']").count() == 0
        assert reader.faults == []


def test_nothing_is_lost_without_scripts(chromium, files):
    with Reader(chromium, files["bell"], java_script_enabled=False) as reader:
        page = reader.page
        assert page.locator("form.filter:visible").count() == 0
        for kind, number in (("statement", 2), ("conflict", 2), ("person", 5), ("document", 3)):
            assert page.locator(f"article.{kind}:visible").count() == number
        page.locator("#statement-1 .words a.q").first.click()
        assert page.locator(".m:target").is_visible()


def test_closed_texts_open_for_a_link_without_scripts(chromium, files):
    with Reader(chromium, files["long"], java_script_enabled=False) as reader:
        reader.page.locator("#statement-1 .words a.q").first.click()
        assert reader.page.locator(".m:target").is_visible()


def test_keyboard_skips_to_the_edition(chromium, files):
    with Reader(chromium, files["bell"]) as reader:
        page = reader.page
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        assert skip.inner_text() == "Skip to the edition"
        assert skip.bounding_box()["x"] >= 0
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.closest('main') !== null")


def test_finding_and_narrowing(chromium, files):
    with Reader(chromium, files["bell"]) as reader:
        page = reader.page
        page.get_by_label("Find statements").get_by_role("searchbox").fill("mayor OFFERS")
        assert page.locator("article.statement:visible").count() == 1
        assert page.locator("#statements output").inner_text() == "1 of 2"
        page.get_by_label("only the likely").check()
        assert page.locator("article.conflict:visible").count() == 1
        page.locator("#statement-1 .who a.way").first.click()
        page.get_by_label("only the likely").uncheck()
        assert page.locator("article.conflict:visible").count() == 2


def _grave_faults(reader) -> list:
    """What axe-core finds serious or critical, everything on the page being open."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    reader.page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)")
    found = axe.run(reader.page).response["violations"]
    return [
        (v["id"], [n["html"][:200] for n in v["nodes"][:3]]) for v in found if v["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("name", ["bell", "empty"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_fault_for_those_who_see_or_hear_otherwise(chromium, files, name, scheme):
    with Reader(chromium, files[name], color_scheme=scheme) as reader:
        assert _grave_faults(reader) == []


def test_no_serious_fault_on_a_real_page(chromium, files):
    """The first entries of each kind: to look at all of them would take a minute."""
    with Reader(chromium, files["example"]) as reader:
        reader.page.evaluate(
            "() => ['statement', 'conflict', 'occasion', 'copy', 'person', 'document'].forEach(kind =>"
            " document.querySelectorAll('article.' + kind).forEach((e, n) => { if (n > 2) e.remove(); }))"
        )
        assert _grave_faults(reader) == []


@pytest.mark.parametrize("width", [320, 400, 1280])
def test_page_never_scrolls_sideways(chromium, files, width):
    with Reader(chromium, files["bell"], viewport={"width": width, "height": 800}) as reader:
        assert reader.page.evaluate("() => document.documentElement.scrollWidth") == width


def test_everything_is_printed(chromium, files):
    with Reader(chromium, files["long"]) as reader:
        reader.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        assert reader.page.locator("details:not([open])").count() == 0
        reader.page.evaluate("() => dispatchEvent(new Event('afterprint'))")
        assert reader.page.locator("details:not([open])").count() > 20


def _plain(text: str) -> str:
    return " ".join(text.split())


def _symbols(text: str) -> str:
    """The text with symbols for what cannot be shown, as the page has it."""
    return text.translate({0: "␀", 0x1B: "␛", 0x202E: "␦", 0xD800: "␦"})
