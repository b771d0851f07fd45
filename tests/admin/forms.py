"""Reads the forms of the admin's pages as a browser does, so that tests post what it would."""

from html.parser import HTMLParser


class FormReader(HTMLParser):
    """Collects what the form of a page would send: {name: [values]}."""

    def __init__(self, html):
        super().__init__()
        self.values = {}
        self.textarea = self.select = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        name = attrs.get("name")
        if tag == "input" and name and attrs.get("type") not in ("submit", "file", "button"):
            if attrs.get("type") in ("checkbox", "radio") and "checked" not in attrs:
                return
            default = "on" if attrs.get("type") == "checkbox" else ""
            self.values.setdefault(name, []).append(attrs.get("value") or default)
        elif tag == "textarea" and name:
            self.textarea = name
            self.values.setdefault(name, []).append("")
        elif tag == "select":
            self.select = name
            self.first = True
            self.multiple = "multiple" in attrs
            if name:
                self.values.setdefault(name, [])
        elif tag == "option" and self.select:
            chosen = "selected" in attrs
            if chosen or (self.first and not self.multiple):
                if not self.multiple:
                    self.values[self.select] = []
                self.values[self.select].append(attrs.get("value", ""))
            self.first = False

    def handle_endtag(self, tag):
        if tag == "textarea" and self.textarea:
            # A browser drops the first line end and sends CRLF.
            text = self.values[self.textarea][-1].removeprefix("\n")
            self.values[self.textarea][-1] = text.replace("\n", "\r\n")
            self.textarea = None
        if tag == "select":
            self.select = None

    def handle_data(self, data):
        if self.textarea:
            self.values[self.textarea][-1] += data


def form_values(response):
    """Return {name: [values]} of what the page's form sends when nothing is changed."""
    values = FormReader(response.content.decode()).values
    return {name: texts for name, texts in values.items() if "__prefix__" not in name}
