"""The page as bytes: whole in itself, closed to the outside, the same every time."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from accounts import bell

from variorum.config import Settings
from variorum.model import Edition
from variorum.report.page import PageExporter

VOID = {"meta", "link", "input", "br"}


class Tree(HTMLParser):
    """Notes elements left open, ids given twice, and what would load something."""

    def __init__(self):
        super().__init__()
        self.open, self.faults, self.ids, self.headings, self.loads = [], [], [], [], []
        self.anchors = []

    def handle_starttag(self, tag, attrs):
        held = dict(attrs)
        self.ids += [held["id"]] if "id" in held else []
        self.loads += [v for k, v in attrs if k in ("src", "srcset", "data", "action", "style") or k.startswith("on")]
        if tag in ("a", "link") and not (held.get("href") or "#").startswith(("#", "data:,")):
            self.loads.append(held["href"])
        self.anchors += [held["href"][1:]] if tag == "a" and "href" in held else []
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"{tag} at {self.getpos()}")


def page(edition: Edition) -> str:
    return PageExporter(Settings()).export(edition)


@pytest.mark.parametrize("edition", [bell(), Edition(), Edition(documents=bell().documents)])
def test_page_is_well_formed_and_loads_nothing(edition):
    tree = Tree()
    tree.feed(page(edition))
    assert (tree.faults, tree.open, tree.loads) == ([], [], [])
    assert len(tree.ids) == len(set(tree.ids))


def test_headings_skip_no_level():
    tree = Tree()
    tree.feed(page(bell()))
    assert tree.headings[0] == 1
    assert all(b - a <= 1 for a, b in zip(tree.headings, tree.headings[1:], strict=False))


def test_policy_allows_this_style_and_this_script_alone():
    text = page(bell())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text).group(1).replace("&#39;", "'")
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        inner = re.search(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL).group(1)
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_page_does_not_depend_on_the_order_of_anything():
    one = bell()
    turned = {
        name: getattr(one, name)[::-1]
        for name in (
            "documents",
            "actors",
            "attributions",
            "statements",
            "conflicts",
            "timeline",
            "reuse",
            "lines",
            "stemmata",
        )
    }
    assert page(replace(one, **turned)) == page(one)


def test_page_can_be_written_whatever_the_documents_hold():
    assert page(bell()).encode("utf-8")
    assert "\x00" not in page(bell())


def test_dangling_ids_do_no_harm():
    one = bell()
    for name in ("documents", "actors", "occasions", "attributions", "statements", "conflicts"):
        tree = Tree()
        tree.feed(page(replace(one, **{name: ()})))
        assert tree.faults == []
        assert {a for a in tree.anchors if a not in tree.ids} == set()
