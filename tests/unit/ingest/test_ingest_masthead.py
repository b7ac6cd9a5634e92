"""What a plain text says of itself above the article."""

from __future__ import annotations

from variorum.ingest.masthead import masthead
from variorum.ingest.regions import regions


def test_the_line_with_paper_and_day_over_a_clipping_is_its_imprint():
    lead = "QUAYTOWN, March 12 – The harbour master said on Wednesday that the wall had been safe for years."
    page = f"Quay wall fell after warnings\n\nThe Lower Quay Tribune, 12 March 2014\n\n{lead}\n"
    found = regions("d", page)
    head = masthead(page, found)
    assert (head.title, head.outlet, head.published) == (
        "Quay wall fell after warnings", "The Lower Quay Tribune", "2014-03-12"
    )  # fmt: skip
    assert [r.kind for r in found] == ["title", "boilerplate", "body"]
