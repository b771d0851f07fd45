"""What axe finds wrong with a page: WCAG 2.2 to level AA, and its best practices."""

from axe_playwright_python.base import AXE_SCRIPT

OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    # No rule of these needs the style sheets fetched a second time.
    "preload": False,
}
# The browser tells what breaks a rule, and not all that it looked at: that takes as long again.
RUN = """
    async (options) => (await axe.run(options)).violations.map(
        ({id, nodes}) => [id, nodes.map(({html}) => html)])
"""


def violations(page):
    """Return [(rule, the elements that break it)] of the page as it is shown now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return [(rule, elements) for rule, elements in page.evaluate(RUN, OPTIONS)]
