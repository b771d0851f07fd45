"""Which tables and fields a file may write: the facts of the résumé and the posts.

Users, permissions, sessions, imports, redirects and everything else is not listed, so no file
reaches it.
"""

from django.apps import apps

PRINTED = ("section", "order", "place", "lead", "written", "extras")
RECORD = ("slug", "status", *PRINTED)
PERIOD = ("start", "end")

# In the résumé's order, and so that what a row must refer to comes first.
FIELDS = {
    "resume.profile": (
        *("slug", "name", "name_kana", "title", "photo_alt", "language", "date_style", "extras"),
        *("accent", "icon", "icon_letter", "home_now", "home_projects", "home_writing", "noindex"),
    ),
    "resume.section": (
        *("slug", "status", "parent", "title", "order", "style", "layout", "separator", "holds"),
        *("body", "extras"),
    ),
    "resume.profilelink": ("slug", *PRINTED, "kind", "label", "url", "value", "audience"),
    "resume.employer": (*("slug", "name", "alias", "aliases", "url", "business", "size", "body"),),
    "resume.position": (
        *(*RECORD, *PERIOD),
        *("employer", "parent", "role", "employment", "duration", "body"),
    ),
    "resume.project": (
        *(*RECORD, *PERIOD),
        *("cover_alt", "position", "title", "alias", "facts_layout", "body", "featured"),
        *("skills", "publications"),
    ),
    "resume.projectfact": ("project", "order", "label", "value"),
    "resume.skill": (*RECORD, "parent", "name", "claim", "context", "level", "aliases"),
    "resume.publication": (
        *RECORD,
        *("kind", "title", "url", "venue", "authors", "doi", "date", "publish_at", "pinned"),
        "skills",
    ),
    "resume.education": (*RECORD, *PERIOD, "institution", "area", "outcome"),
    "resume.certification": (*RECORD, "name", "note", "issuer", "date", "expires", "url"),
    "resume.award": (*RECORD, "name", "note", "awarder", "date"),
    "resume.post": (
        *("slug", "status", "cover_alt", "title", "body", "publish_at", "pinned"),
        *("skills", "projects", "publications"),
    ),
}
# A dump holds them; they are passed over. A file's name must never reach a field of files.
PICTURES = ("photo", "cover", "icon_picture")
PASSED_OVER = (
    *PICTURES,
    *("photo_width", "photo_height", "cover_width", "cover_height", "icon_width", "icon_height"),
    "updated_at",
)
MODELS = {label: apps.get_model(label) for label in FIELDS}


def may_transfer(user):
    """Return whether `user` may add, change and delete every kind of fact and post.

    An import does all three, and the files hold drafts: who may do less does not see the page.
    """
    return user.has_perms(
        f"{model._meta.app_label}.{action}_{model._meta.model_name}"
        for model in MODELS.values()
        for action in ("add", "change", "delete")
    )
