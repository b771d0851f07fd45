"""What the pages of search call the parts of the site and the kinds of records."""

from django.utils.translation import gettext_lazy as _

from resume.models import Publication

# The parts of the site, in the words of its navigation.
PARTS = {
    "resume": _("Résumé"),
    "employers": _("Employers"),
    "projects": _("Projects"),
    "skills": _("Skills"),
    "publications": _("Publications"),
    "credentials": _("Credentials"),
    "blog": _("Writing"),
}
KINDS = {
    "profile": _("profile"),
    "skill": _("skill"),
    "project": _("project"),
    "employer": _("employer"),
    "position": _("position"),
    "post": _("post"),
    "education": _("education"),
    "certification": _("certification"),
    "award": _("award"),
    "section": _("section"),
    "link": _("account or contact fact"),
    **dict(Publication.Kind.choices),
}
