from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.utils.translation import gettext_lazy as _


class ResumeConfig(AppConfig):
    name = "resume"
    verbose_name = _("Résumé")
    default_auto_field = "django.db.models.BigAutoField"
    default = True

    def ready(self):
        from . import checks  # noqa: F401  (importing registers them)


class AdminConfig(admin_apps.AdminConfig):
    """Django's admin, with our site in the place of its own."""

    default_site = "portfolio.admin.AdminSite"
    default = False
