"""The admin site: in the order of the résumé; a session that ended costs no text."""

from functools import update_wrapper

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from resume import contents, overview
from resume.typed import typed_texts_page


def resume_models(apps):
    """Return the résumé's models of the admin's list of `apps`."""
    return [model for app in apps if app["app_label"] == "resume" for model in app["models"]]


def groups(apps):
    """Return what the lists of records are made of: the résumé's groups, and the other `apps`."""
    return {
        "groups": contents.grouped(resume_models(apps)),
        "other_apps": [app for app in apps if app["app_label"] != "resume"],
    }


class AdminSite(admin.AdminSite):
    site_header = _("Keireki")
    site_title = _("Keireki")
    index_title = _("What would you like to do?")

    def get_app_list(self, request, app_label=None):
        """Return the apps as the index lists them: the résumé first, in its own order."""
        apps = super().get_app_list(request, app_label)
        for app in apps:
            if app["app_label"] == "axes":
                app["name"] = _("Logins")
            if app["app_label"] == "resume":
                app["models"] = contents.in_order([*app["models"], *self._transfer(request)])
        return sorted(apps, key=lambda app: app["app_label"] != "resume")

    def get_urls(self):
        """Return the site's URLs, those of our own pages before its catch-all."""
        # Imported here: the package registers its models with this site.
        from resume.admin import review, suggestions
        from resume.admin.transfer import urls as transfer

        own = [
            pattern
            for page in (review, suggestions, transfer)
            for pattern in page.patterns(self.admin_view)
        ]
        return own + super().get_urls()

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

    def index(self, request, extra_context=None):
        """Show the front page: what one comes for first, then the records by the résumé's words."""
        # Imported here: the package registers its models with this site.
        from resume.admin import review

        apps = self.get_app_list(request)
        resume = resume_models(apps)
        transfer = next((each["admin_url"] for each in self._transfer(request)), "")
        context = {
            **groups(apps),
            "steps": overview.first_steps(request.user, transfer),
            "tasks": overview.tasks(request.user, transfer),
            "unpublished": overview.unpublished(request.user),
            "scheduled": overview.scheduled(request.user),
            **review.context(request.user),
            "changes": overview.last_changes(
                request.user, [each["model"] for each in resume if "model" in each]
            ),
        }
        return super().index(request, {**context, **(extra_context or {})})

    def app_index(self, request, app_label, extra_context=None):
        """Show the records of one application, the résumé's in the résumé's words."""
        context = groups(self.get_app_list(request, app_label))
        return super().app_index(request, app_label, {**context, **(extra_context or {})})

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
