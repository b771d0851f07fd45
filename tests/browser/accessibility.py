"""What axe finds on a page, by the rules of WCAG 2.2 AA and its best practice."""

from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}


def violations(page):
    """Return {rule: the elements that break it} of the page as it is shown now."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return {rule["id"]: [node["html"][:200] for node in rule["nodes"]] for rule in found}
