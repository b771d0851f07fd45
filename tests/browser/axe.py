"""What axe finds wrong with a page: WCAG 2.2 to level AA, and its best practices."""

from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page):
    """Return [(rule, the elements that break it)] of the page as it is shown now."""
    # Without preloading: no rule of these needs the style sheets fetched a second time.
    options = {"runOnly": TAGS, "resultTypes": ["violations"], "preload": False}
    results = Axe().run(page, options=options)
    return [
        (each["id"], [node["html"] for node in each["nodes"]])
        for each in results.response["violations"]
    ]
