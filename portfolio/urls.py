"""Every URL outside the public pages."""

from django.contrib import admin
from django.urls import path

from resume.views.health import health
from resume.views.media import media

handler400 = "portfolio.refusals.bad_request"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("media/<path:name>", media, name="media"),
    path("healthz", health, name="health"),
]
