"""What every request and every answer of the site has in common."""

import logging

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.utils import translation
from django.utils.cache import patch_vary_headers

from portfolio import bucket, database, refusals

logger = logging.getLogger(__name__)

SECURITY_HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": ", ".join(
        f"{feature}=()"
        for feature in (
            "accelerometer",
            "camera",
            "geolocation",
            "gyroscope",
            "magnetometer",
            "microphone",
            "payment",
            "usb",
        )
    ),
}
ADMIN_PATH = "/admin/"
# The words of the admin's own scripts, which Django serves as a script.
ADMIN_CATALOGUE = "/admin/jsi18n/"
# Only here does the interface follow the browser's wish; a public URL has one language.
LANGUAGE_BY_BROWSER = ("/admin/", "/markdownx/")


def security_headers(get_response):
    """Add the headers that neither Django nor django-csp knows; a view's own value stands."""

    def middleware(request):
        response = get_response(request)
        for name, value in SECURITY_HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return middleware


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """Allow scripts from the static files alone, so that no upload on the same host can be one.

    A source with a path must name its host, hence a policy for each request.
    """

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only:
            try:
                origin = f"{request.scheme}://{request.get_host()}"
            except DisallowedHost:
                origin = settings.SITE_ORIGIN
            paths = [settings.STATIC_URL]
            if request.path_info.startswith(ADMIN_PATH):
                paths.append(ADMIN_CATALOGUE)
            scripts = {"script-src": [f"{origin}{path}" for path in paths]}
            parts.replace = {**scripts, **(parts.replace or {})}
        return parts


def language_by_path(get_response):
    """Set the language: English under /en/, Japanese elsewhere, the browser's in the admin.

    A public page never looks at Accept-Language or a cookie, so it varies by nothing.
    """

    def middleware(request):
        by_browser = request.path_info.startswith(LANGUAGE_BY_BROWSER)
        if by_browser:
            language = translation.get_language_from_request(request)
        else:
            english = request.path_info == "/en" or request.path_info.startswith("/en/")
            language = "en" if english else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = get_response(request)
        if by_browser:
            patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", language)
        return response

    return middleware


def robots_as_chosen(get_response):
    """Say in a header what the pages of a site that is not to be listed say in their head.

    A feed has no head. Crawlers stay welcome in robots.txt: who may not read a page never sees
    that it is not to be listed (https://developers.google.com/search/docs/crawling-indexing/block-indexing).
    """

    def middleware(request):
        response = get_response(request)
        site = getattr(request, "site", None)
        if site and site.noindex:
            response.headers.setdefault("X-Robots-Tag", "noindex")
        return response

    return middleware


class UnavailableMiddleware:
    """Answer 503 instead of 500 while the database, or the bucket of the media, cannot be used."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Return the 503 page for an exception that means "not now", None for any other."""
        if isinstance(exception, bucket.UnavailableError):
            logger.error("%s", exception, exc_info=exception)
            return refusals.unavailable(request, "bucket")
        if not database.is_unavailable(exception):
            return None
        logger.error("%s", database.explain(exception), exc_info=exception)
        return refusals.unavailable(request)
