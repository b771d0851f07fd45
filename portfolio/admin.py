"""The admin site: in the order of the résumé; a session that ended costs no text."""

from functools import update_wrapper

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from resume.typed import typed_texts_page

ORDER = (
    "Transfer",
    "Profile",
    "ProfileLink",
    "Section",
    "Employer",
    "Position",
    "Project",
    "SkillCategory",
    "Skill",
    "Publication",
    "Education",
    "Certification",
    "Award",
    "Post",
    "Redirect",
    "Import",
    "Settled",
)


class AdminSite(admin.AdminSite):
    site_header = _("Keireki")
    site_title = _("Keireki")
    index_title = _("Contents")

    def get_app_list(self, request, app_label=None):
        """Return the apps as the index lists them: the résumé first, in its own order."""
        apps = super().get_app_list(request, app_label)
        for app in apps:
            if app["app_label"] == "resume":
                app["models"] += self._transfer(request)
                app["models"].sort(key=lambda model: ORDER.index(model["object_name"]))
        return sorted(apps, key=lambda app: app["app_label"] != "resume")

    def get_urls(self):
        """Return the site's URLs, the transfer page's before its catch-all."""
        # Imported here: the package registers its models with this site.
        from resume.admin.transfer.urls import patterns

        return patterns(self.admin_view) + super().get_urls()

    def _transfer(self, request):
        """Return the transfer page as an entry of the list, for those who may use it."""
        # Imported here: the package registers its models with this site.
        from resume.admin.transfer.allowed import may_transfer

        if not may_transfer(request.user):
            return []
        address = reverse("admin:transfer", current_app=self.name)
        return [
            {
                "name": _("Import and export"),
                "object_name": "Transfer",
                "admin_url": address,
                "view_only": True,
            }
        ]

    def admin_view(self, view, cacheable=False):
        """Wrap `view`: what is posted after the session has ended is given back to be copied."""
        guarded = super().admin_view(view, cacheable)

        def inner(request, *args, **kwargs):
            if request.method == "POST" and not self.has_permission(request):
                page = typed_texts_page(
                    request,
                    403,
                    title=_("You are no longer logged in"),
                    message=_(
                        "Nothing was saved. Log in again, open the record and put your text in."
                    ),
                    link=self._login_path(request),
                    link_text=_("Log in"),
                )
                if page:
                    return page
            return guarded(request, *args, **kwargs)

        return update_wrapper(inner, guarded)

    def _login_path(self, request):
        login = reverse("admin:login", current_app=self.name)
        return redirect_to_login(request.get_full_path(), login).url
