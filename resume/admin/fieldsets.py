"""Groups of fields that several forms share."""

from django.utils.translation import gettext_lazy as _

# Closed until they are opened, or until a field in them has an error.
TUCKED_AWAY = ["collapse"]

LINE_FIELDSETS = (
    (
        _("In the résumé"),
        {
            "fields": [("section", "order")],
            "description": _(
                "Under which heading of the résumé this stands, and on which line there."
            ),
        },
    ),
    (
        _("Fine points of the line"),
        {
            "classes": TUCKED_AWAY,
            "fields": ["place", "lead", "written"],
            "description": _(
                "For several items on one line. Most records need none of these. A line as written "
                "follows where you change a field that it tells."
            ),
        },
    ),
)


def address_fieldset(*more, title=None):
    """Return the fieldset of the slug, tucked away, with `more` fields after it."""
    return (
        title or _("Address of the page"),
        {
            "classes": TUCKED_AWAY,
            "fields": ["slug", *more],
            "description": _(
                "Made from the name by itself. Change it only if you want another address; the "
                "old one then leads to the new one."
            ),
        },
    )
