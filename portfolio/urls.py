"""Every URL: the public pages in each language, and what has no language."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path

from resume.sitemaps import sitemap, sitemap_pages, sitemap_posts
from resume.views.health import health
from resume.views.media import media
from resume.views.robots import robots
from resume.views.static_search import search_list
from resume.views.theme import letter_icon, theme

handler400 = "portfolio.refusals.bad_request"
handler404 = "portfolio.missing.page_not_found"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("markdownx/", include("resume.admin.markdown")),
    path("media/<path:name>", media, name="media"),
    re_path(r"^theme/([0-9a-f]{6})-([0-9a-f]{8})\.css$", theme, name="theme"),
    re_path(r"^icon/([0-9a-f]{6})-([^/]+)\.svg$", letter_icon, name="letter_icon"),
    path("healthz", health, name="health"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-pages.xml", sitemap_pages, name="sitemap-pages"),
    path("sitemap-posts-<int:part>.xml", sitemap_posts, name="sitemap-posts"),
    path("robots.txt", robots, name="robots"),
    path("search/list.json", search_list, name="search_list"),
    *i18n_patterns(path("", include("resume.urls")), prefix_default_language=False),
]
