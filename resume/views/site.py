"""What every public page shows around its content."""

from django.conf import settings
from django.urls import get_script_prefix
from django.utils.encoding import escape_uri_path
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from resume.document.dates import DateStyle
from resume.models import Profile
from resume.models.profile import PUBLIC_LINKS
from resume.views.theme import letter_icon_path, theme_path

# The languages of the interface in their own words, as a reader looks for them.
LANGUAGE_NAMES = {"ja": "日本語", "en": "English"}


def absolute(path):
    """Return the absolute URL of a path of this site, whatever host was asked."""
    return f"{settings.SITE_ORIGIN}{path}"


class Site:
    """The site around one page; each query is made when it is first needed."""

    # Of a page that is read from it, so that the page in the other language is of the same.
    query = ""

    def __init__(self, request):
        self.request = request

    @cached_property
    def profile(self):
        """The Profile, perhaps an empty one."""
        return Profile.objects.for_site()

    @cached_property
    def links(self):
        """The accounts and contact facts that everybody may see."""
        return list(PUBLIC_LINKS.rows())

    @cached_property
    def name(self):
        """The site's name: the owner's, else the title, else the résumé's first heading."""
        profile = self.profile
        return profile.name or profile.title or profile.heading or _("Résumé")

    @property
    def noindex(self):
        """True when the owner asks search engines not to list the page; asks no database."""
        return "profile" in vars(self) and self.profile.noindex

    @property
    def is_files(self):
        """True where pages are files: a form finds nobody there to answer it."""
        return settings.SERVED_AS_FILES

    @property
    def is_preview(self):
        """True when the owner sees a page that is not published."""
        return getattr(self.request, "preview", False)

    @property
    def theme(self):
        """The address of the style sheet with the owner's accent colour, or ""."""
        return theme_path(self.profile.accent) if self.profile.accent else ""

    @property
    def letter_icon(self):
        """The address of the icon with the owner's letter, or ""."""
        profile = self.profile
        if profile.icon != profile.Icon.LETTER or not profile.letters:
            return ""
        return letter_icon_path(profile.letters, profile.accent)

    @property
    def origin(self):
        """The scheme and host of absolute URLs."""
        return settings.SITE_ORIGIN

    @cached_property
    def lang(self):
        """The attribute of an element in the owner's language, where the page's is another."""
        language = self.profile.language
        return "" if language == get_language() else format_html(' lang="{}"', language)

    @property
    def date_style(self):
        """How this page writes dates: as the owner does, but for the English interface."""
        if get_language() == "en":
            return DateStyle.ENGLISH
        return DateStyle(self.profile.date_style)

    @cached_property
    def part(self):
        """The part of the site that the page is in: "projects" for every project's page."""
        return self._path.split("/")[1]

    @property
    def is_at_part(self):
        """True on the first page of a part of the site."""
        return self._path == f"/{self.part}/"

    @cached_property
    def around(self):
        """What the parts of a page that all pages share are made from, as one text.

        All of what the profile and its links hold is in it: too much costs a render, too little
        would show what was.
        """
        rows = [
            [(name, value) for name, value in vars(row).items() if name != "_state"]
            for row in (self.profile, *self.links)
        ]
        place = (get_language(), get_script_prefix(), settings.STATIC_URL)
        return repr((place, self.name, rows))

    @cached_property
    def canonical(self):
        """The one absolute URL of this page."""
        return absolute(self._path_in(get_language()))

    @cached_property
    def alternates(self):
        """The page in each language of the interface: [{code, name, path, url}]."""
        paths = {code: self._path_in(code) for code, _name in settings.LANGUAGES}
        return [
            {"code": code, "name": LANGUAGE_NAMES[code], "path": path, "url": absolute(path)}
            for code, path in paths.items()
        ]

    @cached_property
    def _path(self):
        """The page's path in the Japanese interface, below the site's root, percent-encoded."""
        path = escape_uri_path(self.request.path_info)
        return path.removeprefix("/en") if path.startswith("/en/") else path

    def _path_in(self, language):
        path = self._path if language == settings.LANGUAGE_CODE else f"/{language}{self._path}"
        return get_script_prefix() + path[1:] + self.query


def site_of(request):
    """Return the Site of a request: the same one, however often it is asked for."""
    if not hasattr(request, "site"):
        request.site = Site(request)
    return request.site


def site(request):
    """The context processor that gives every page its `site`."""
    return {"site": site_of(request)}
