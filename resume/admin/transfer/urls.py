"""The addresses of the transfer, below the admin's own."""

from django.urls import path

from . import views

PAGES = (
    ("", views.transfer, "transfer"),
    ("rows/", views.download_fixture, "transfer_fixture"),
    ("files/<str:name>/<str:contents>/", views.download, "transfer_download"),
    ("imports/<int:pk>/file/", views.download_imported, "transfer_imported"),
    ("imports/<int:pk>/undo/", views.undo, "transfer_undo"),
    ("<str:token>/", views.preview, "transfer_preview"),
    ("<str:token>/discard/", views.discard, "transfer_discard"),
)


def patterns(admin_view):
    """Return the URL patterns, each view wrapped by the admin site's `admin_view`."""
    return [path(f"transfer/{route}", admin_view(view), name=name) for route, view, name in PAGES]
