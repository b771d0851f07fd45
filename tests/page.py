"""What a page says, read from its HTML."""

import json
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src"}


class Page(HTMLParser):
    """The elements of a page: their tags with attributes, ids, links, and unbalanced tags."""

    def __init__(self, html):
        super().__init__()
        self.html = html
        self.elements = []
        self.unbalanced = []
        self.data_blocks = []
        self._open = []
        self.feed(html)
        self.close()
        self.unbalanced += self._open

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self._open or self._open.pop() != tag:
            self.unbalanced.append(f"/{tag}")

    def handle_data(self, data):
        if self._open and self._open[-1] == "script":
            self.data_blocks.append(json.loads(data))

    def count(self, tag):
        """Return how many elements of that tag the page has."""
        return len(self.all(tag))

    def all(self, tag, **attributes):
        """Return the attributes of the elements of that tag that have the given ones."""
        return [
            found
            for name, found in self.elements
            if name == tag and attributes.items() <= found.items()
        ]

    @property
    def ids(self):
        """The ids of the page, in its order."""
        return [found["id"] for _tag, found in self.elements if "id" in found]

    @property
    def links(self):
        """The addresses that the page links to."""
        return [found["href"] for found in self.all("a") if "href" in found]

    @property
    def loaded(self):
        """The addresses of what a browser loads with the page."""
        styles = [
            found["href"]
            for found in self.all("link")
            if found["rel"] in ("stylesheet", "icon", "preload", "modulepreload")
        ]
        return styles + [
            found[LOADED[tag]] for tag, found in self.elements if found.get(LOADED.get(tag))
        ]
