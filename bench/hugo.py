"""The same writing as a Hugo site: a page a post in two languages, lists of 20, feed, sitemap."""

import datetime
from pathlib import Path

CONFIG = """\
baseURL = "https://example.com/"
title = "Site"
paginate = 20
disableKinds = ["taxonomy", "term"]
defaultContentLanguage = "ja"
[languages.ja]
weight = 1
[languages.en]
weight = 2
[outputs]
section = ["HTML", "RSS"]
"""
LAYOUTS = {
    "baseof.html": (
        '<!doctype html><html lang="{{ .Site.Language.Lang }}"><head><meta charset="utf-8">'
        '<title>{{ .Title }}</title><link rel="canonical" href="{{ .Permalink }}">'
        '{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" '
        'href="{{ .Permalink }}">{{ end }}</head><body><header><a href="/">{{ .Site.Title }}</a>'
        '</header><main>{{ block "main" . }}{{ end }}</main></body></html>'
    ),
    "single.html": (
        '{{ define "main" }}<article><h1>{{ .Title }}</h1><time>{{ .Date.Format "2006-01-02" }}'
        "</time>{{ .Content }}</article>{{ end }}"
    ),
    "list.html": (
        '{{ define "main" }}{{ range .Paginator.Pages }}<article><h2><a href="{{ .RelPermalink }}">'
        '{{ .Title }}</a></h2><time>{{ .Date.Format "2006-01-02" }}</time><p>{{ .Summary }}</p>'
        "</article>{{ end }}{{ with .Paginator }}{{ if .HasPrev }}"
        '<a href="{{ .Prev.URL }}">Newer</a>{{ end }}{{ if .HasNext }}<a href="{{ .Next.URL }}">'
        "Older</a>{{ end }}{{ end }}{{ end }}"
    ),
}


def write_hugo_site(folder, posts):
    """Write the sources of a site into a new folder, of [(slug, title, Markdown)]."""
    layouts, content = Path(folder, "layouts", "_default"), Path(folder, "content", "blog")
    for each in (layouts, content):
        each.mkdir(parents=True)
    Path(folder, "config.toml").write_text(CONFIG, encoding="utf-8")
    for name, text in LAYOUTS.items():
        (layouts / name).write_text(text, encoding="utf-8")
    start = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
    for number, (slug, title, body) in enumerate(posts):
        date = (start + datetime.timedelta(hours=number)).isoformat()
        text = f"---\ntitle: {title}\ndate: {date}\n---\n{body}"
        for ending in (".md", ".en.md"):
            (content / f"{slug}{ending}").write_text(text, encoding="utf-8")
