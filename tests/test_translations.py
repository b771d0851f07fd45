"""The interface speaks two languages: every word is translated, and none strays into the other."""

import ast
import gettext
import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from resume.sitemaps import page_urls

MESSAGES = Path(settings.BASE_DIR) / "resume" / "locale" / "ja" / "LC_MESSAGES"
JAPANESE = re.compile(r"[぀-ヿ一-鿿]")
TRANSLATING = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "pgettext"}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")

needs_gettext = pytest.mark.skipif(
    not shutil.which("msgfmt") and os.environ.get("CI") != "true",
    reason="gettext is not installed",
)


def catalogue(path):
    """Return {message: translation} of a compiled catalogue, its header left out."""
    with path.open("rb") as file:
        found = dict(gettext.GNUTranslations(file)._catalog)
    found.pop("")
    return {key if isinstance(key, str) else key[0]: text for key, text in found.items()}


def words(template):
    """Return the messages of a .po file, in their order."""
    return re.findall(r'^msgid (".+")$', template, re.MULTILINE)[1:]


@pytest.fixture(scope="module")
def translations():
    return catalogue(MESSAGES / "django.mo")


def test_placeholders_are_the_same_on_both_sides(translations):
    different = [
        message
        for message, text in translations.items()
        if sorted(PLACEHOLDER.findall(message)) != sorted(PLACEHOLDER.findall(text))
    ]
    assert len(translations) > 300
    assert different == []


@needs_gettext
def test_every_message_is_translated_and_compiled(translations, tmp_path):
    compiled = tmp_path / "django.mo"
    result = subprocess.run(
        ["msgfmt", "--check", "--statistics", "-o", compiled, MESSAGES / "django.po"],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "LC_ALL": "C"},
    )
    assert re.fullmatch(r"\d+ translated messages\.\n", result.stderr)
    assert catalogue(compiled) == translations


@needs_gettext
def test_no_message_waits_to_be_extracted(tmp_path, monkeypatch):
    for name in ("portfolio", "resume", "templates"):
        shutil.copytree(Path(settings.BASE_DIR) / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(settings, "LOCALE_PATHS", [tmp_path / "resume" / "locale"])
    before = (MESSAGES / "django.po").read_text(encoding="utf-8")
    call_command("makemessages", locale=["ja"], no_wrap=True, no_location=True, verbosity=0)
    after = tmp_path / "resume" / "locale" / "ja" / "LC_MESSAGES" / "django.po"
    assert sorted(words(after.read_text(encoding="utf-8"))) == sorted(words(before))


def words_in_f_strings(code):
    """Return the lines of Python code that ask for a translation inside an f-string."""
    strings = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.JoinedStr)]
    return [
        call.lineno
        for string in strings
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in TRANSLATING
    ]


def test_no_word_hides_in_an_f_string_where_gettext_does_not_look():
    found = {
        path.name: lines
        for folder in ("portfolio", "resume")
        for path in (Path(settings.BASE_DIR) / folder).rglob("*.py")
        if (lines := words_in_f_strings(path.read_text(encoding="utf-8")))
    }
    assert found == {}
    assert words_in_f_strings("a = _('one')\nb = f\"{_('two')}\"") == [2]


class Texts(HTMLParser):
    """The text of a page outside of code and of elements that `is_hidden(attributes)` says."""

    VOID = {"meta", "link", "img", "input", "br", "hr"}

    def __init__(self, html, is_hidden):
        super().__init__()
        self.is_hidden, self.open, self.texts = is_hidden, [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append(
                (tag, tag in ("script", "style", "pre") or self.is_hidden(dict(attrs)))
            )

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if data.strip() and not any(hidden for _tag, hidden in self.open):
            self.texts.append(data.strip())


def in_japanese(attributes):
    return attributes.get("lang") == "ja" or attributes.get("hreflang") == "ja"


@pytest.fixture(scope="module")
def demo(rows_of_module):
    with rows_of_module():
        call_command("loaddata", "fixtures/career.json", "fixtures/sample_post.json", verbosity=0)


def japanese_in(html):
    """Return the Japanese texts of a page that are not marked as Japanese."""
    body = html[html.index("<body") :]
    return [text for text in Texts(body, in_japanese).texts if JAPANESE.search(text)]


def english_in(html, messages):
    """Return the texts of a page that are English words of the interface."""
    body = html[html.index("<body") :]
    return [text for text in Texts(body, lambda _attributes: False).texts if text in messages]


def test_english_pages_hold_japanese_in_the_owners_words_only(client, demo):
    found = {
        url: texts
        for url in page_urls()
        if url.startswith("/en/") and (texts := japanese_in(client.get(url).content.decode()))
    }
    assert found == {}


def test_japanese_pages_hold_no_english_word_of_the_interface(client, demo, translations):
    messages = {message for message, text in translations.items() if message != text}
    messages -= {"English", "Keireki"}
    found = {
        url: texts
        for url in page_urls()
        if not url.startswith("/en/")
        and (texts := english_in(client.get(url).content.decode(), messages))
    }
    assert found == {}


def test_a_stray_word_is_found():
    html = "<body><p>Skills <b>技術</b></p><p lang='ja'>経歴</p><p>Skills</p></body>"
    assert japanese_in(html) == ["技術"]
    assert english_in(html, {"Skills"}) == ["Skills", "Skills"]
