import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from resume.markup import links, parse, plain_text, render_html
from resume.markup.sanitizer import ATTRIBUTES, CLASSES, OWN_ID, TAGS, is_own_address

ALLOWED = {tag: ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set()) for tag in TAGS}
ALLOWED["a"] |= {"rel"}
ALLOWED["input"] |= {"type", "disabled"}
ALLOWED["pre"] |= {"tabindex"}
ALLOWED["table"] |= {"tabindex"}


class Inspector(HTMLParser):
    """Collects what a page of this site may not hold, by an allow-list of its own."""

    def __init__(self):
        super().__init__()
        self.faults = []

    def handle_starttag(self, tag, attrs):
        if tag not in TAGS:
            self.faults.append(tag)
        for name, value in attrs:
            if not self.is_allowed(tag, name, value or ""):
                self.faults.append(f"{tag} {name}={value}")

    def is_allowed(self, tag, name, value):
        if name == "class":
            return set(value.split()) <= CLASSES.get(tag, set())
        if name not in ALLOWED.get(tag, set()):
            return False
        if name == "href":
            address = re.sub(r"[\x00-\x20]", "", value)
            return urlsplit(address).scheme in ("", "http", "https", "mailto")
        if name == "src":
            return is_own_address(value)
        return name != "id" or bool(OWN_ID.fullmatch(value))

    def handle_comment(self, data):
        self.faults.append("comment")

    def handle_decl(self, decl):
        self.faults.append("declaration")

    handle_pi = unknown_decl = handle_decl


def faults(html):
    inspector = Inspector()
    inspector.feed(html)
    inspector.close()
    return inspector.faults


PAYLOADS = [
    # scripts, in several dresses
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "a <script\n>alert(1)</script\n> b",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    '<noscript><p title="</noscript><script>alert(1)</script>">',
    "<svg><script>alert(1)</script></svg>",
    # event handlers
    "<img src=x onerror=alert(1)>",
    "<img src='x' OnErRoR='alert(1)'>",
    "<details open ontoggle=alert(1)>x</details>",
    "<b onmouseover=alert(1)>b</b>",
    "<a href=/ onclick=alert(1)>a</a>",
    "<p/onpointerenter=alert(1)>x",
    "<body onload=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    # addresses
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](java&#10;script:alert(1))",
    "<javascript:alert(1)>",
    "[a]: javascript:alert(1)\n\n[a]",
    '<a href="javascript:alert(1)">a</a>',
    '<a href=" &#14; javascript:alert(1)">a</a>',
    '<a href="java\tscript:alert(1)">a</a>',
    '<a href="data:text/html,<script>alert(1)</script>">a</a>',
    '<a href="vbscript:x">a</a>',
    "![a](data:image/svg+xml;base64,PHN2Zz4=)",
    "![a](https://evil.example/pixel.png)",
    "<img src=//evil.example/pixel.png>",
    '<img src="/\t/evil.example/p.png">',
    '<img src="\\\\evil.example/p.png">',
    '<img srcset="https://evil.example/p.png 1x" src=/a.png>',
    # styles and other loads
    '<p style="background:url(https://evil.example)">x</p>',
    "<style>*{background:url(//evil.example)}</style>",
    '<link rel=stylesheet href="//evil.example/x.css">',
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=//evil.example></object><embed src=//evil.example>",
    "<video poster=//evil.example src=//evil.example autoplay></video>",
    '<base href="//evil.example/"><meta http-equiv=refresh content="0;url=//evil.example">',
    "<form action=//evil.example><button formaction=javascript:alert(1)>x</button></form>",
    # foreign content, mutation and clobbering
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    "<template><img src=x onerror=alert(1)></template>",
    '<p id="main" class="nav" name="cookie">x</p>',
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    # out of the attributes that we write ourselves
    '![x" onerror="alert(1)](/a.png)',
    '![a](/a.png "x\\" onerror=\\"alert(1)")',
    '```"><img src=x onerror=alert(1)>\nx\n```',
    '![" onload=alert(1)](https://evil.example/"onmouseover="x)',
    "<img alt='\"><script>alert(1)</script>' src=https://evil.example/x>",
    "- [x] <img src=x onerror=alert(1)>",
    "a[^<script>]\n\n[^<script>]: <img src=x onerror=alert(1)>",
    "|<img src=x onerror=alert(1)>|\n|-|\n|<style>x</style>|",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_leaves_the_allow_list(payload):
    for text in (payload, f"前{payload}後", f"- a\n\n  {payload}", f"<div>\n{payload}\n"):
        assert faults(render_html(text, document_id=payload)) == []


def test_the_same_check_fires_on_html_that_was_not_sanitised():
    unsafe = MarkdownIt("commonmark").enable("table")
    unsafe.validateLink = lambda address: True
    silent = [payload for payload in PAYLOADS if not faults(unsafe.render(payload))]
    # These are harmless before our own renderer and plugins see them.
    assert len(silent) <= 10, silent
    assert faults("<p>a</p>") == []


def test_an_input_is_always_disabled():
    assert render_html("<input type=password name=p>") == '<input disabled="">'
    assert render_html("<input type=checkbox>") == '<input type="checkbox" disabled="">'


@pytest.mark.parametrize("address", ["/media/a.png", "a.png", "../a.png?b=1#c", "/a:b.png", ""])
def test_addresses_on_this_site(address):
    assert is_own_address(address)


@pytest.mark.parametrize(
    "address",
    [
        *("//a.example", "https://a.example", "HTTP:a", "data:,"),
        *("/\\a", "\\\\a", "/\t/a", " //a", "/\n/a"),
    ],
)
def test_addresses_that_leave_this_site(address):
    assert not is_own_address(address)


PIECES = [
    *"*_~`[]()<>!#|-+:^\\\"'&;= \n\t\u3000\0\ud800「」。語a👍",
    *("  \n", "**", "```", "- [ ] ", "1. ", "> ", "[^1]", "[^1]: ", "<b>", "</b>", "<!--", "<br>"),
    *(
        "<script",
        "<img src=",
        "onerror=x",
        "style=",
        "javascript:",
        "https://example.com/",
        "&#106;",
    ),
]
MARKUP = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@settings(max_examples=300, deadline=None)
@given(MARKUP | st.text())
def test_no_text_raises_or_leaves_the_allow_list(text):
    html = render_html(text)
    assert faults(html) == []
    assert "<script" not in html
    assert plain_text(text) == " ".join(plain_text(text).split())
    assert all(isinstance(address, str) for address, _ in links(text))
    assert parse(text).is_root
