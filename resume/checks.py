"""System checks: mistakes of configuration that would show up later as a leak or a puzzle."""

from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks
from django.core.checks import Error, Tags, register
from django.http.request import validate_host

RENDERER = "resume.markup.render_html"
HARMFUL_MIDDLEWARE = {
    "django.middleware.cache.UpdateCacheMiddleware": "it would keep pages meant for one reader",
    "django.middleware.locale.LocaleMiddleware": "it would choose a public page's language",
    "reversion.middleware.RevisionMiddleware": "it would lock SQLite on every POST",
}


@register(Tags.security)
def check_markdown_renderer(app_configs, **kwargs):
    """E001: the preview must use the one renderer that sanitises."""
    if getattr(settings, "MARKDOWNX_MARKDOWNIFY_FUNCTION", None) == RENDERER:
        return []
    return [
        Error(
            "The Markdown preview does not use the site's own renderer, so it may run scripts.",
            hint=f'Set MARKDOWNX_MARKDOWNIFY_FUNCTION = "{RENDERER}".',
            id="resume.E001",
        )
    ]


@register(Tags.urls)
def check_site_origin(app_configs, **kwargs):
    """E002: the host that absolute URLs name must be one that is answered."""
    host = urlsplit(settings.SITE_ORIGIN).hostname or ""
    host = f"[{host}]" if ":" in host else host
    if validate_host(host, settings.ALLOWED_HOSTS):
        return []
    return [
        Error(
            f"SITE_ORIGIN names {host}, which ALLOWED_HOSTS refuses: absolute links would fail.",
            hint=f"Add {host} to ALLOWED_HOSTS, or leave ALLOWED_HOSTS out.",
            id="resume.E002",
        )
    ]


@register(Tags.files)
def check_media_apart_from_static(app_configs, **kwargs):
    """E003: uploads must not be served as static files, which may be scripts and styles."""
    media = Path(settings.MEDIA_ROOT).resolve()
    static = [Path(path).resolve() for path in (settings.STATIC_ROOT, *settings.STATICFILES_DIRS)]
    if not any(media.is_relative_to(path) or path.is_relative_to(media) for path in static):
        return []
    return [
        Error(
            f"MEDIA_ROOT ({media}) and the static files share a folder, so an upload could be "
            "served as a script.",
            hint="Give MEDIA_ROOT a folder of its own.",
            id="resume.E003",
        )
    ]


@register(Tags.security)
def check_middleware(app_configs, **kwargs):
    """E004: middleware that breaks a promise of the public pages or of the admin."""
    return [
        Error(f"{name} is in MIDDLEWARE: {reason}.", hint="Remove it.", id="resume.E004")
        for name, reason in HARMFUL_MIDDLEWARE.items()
        if name in settings.MIDDLEWARE
    ]


@register(Tags.security, deploy=True)
def check_allowed_hosts(app_configs, **kwargs):
    """W001: any Host header would be believed."""
    if "*" not in settings.ALLOWED_HOSTS:
        return []
    return [
        checks.Warning(
            "ALLOWED_HOSTS holds *, so a forged Host header is answered.",
            hint="Name the hosts, or leave ALLOWED_HOSTS out: SITE_ORIGIN's host is then the one.",
            id="resume.W001",
        )
    ]
