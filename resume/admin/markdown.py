"""Editing Markdown: the widget, and the two endpoints it asks for a preview and an upload."""

from functools import wraps

from django.core.cache import cache
from django.core.exceptions import RequestDataTooBig
from django.core.files.storage import default_storage
from django.forms.widgets import Script
from django.http import JsonResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import decorator_from_middleware
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from markdownx.widgets import AdminMarkdownxWidget

from resume import markup

from .pictures import MAX_BYTES, PictureUploadForm

PREVIEWS_PER_MINUTE = 120
UPLOADS_PER_MINUTE = 20
# A form around the largest accepted text or picture.
FORM_BYTES = 64 * 1024
# Japanese text is three bytes a character and nine once a form has percent-encoded it.
LARGEST_PREVIEW = markup.MAX_BYTES * 3 + FORM_BYTES
LARGEST_UPLOAD = MAX_BYTES + FORM_BYTES


class MarkdownWidget(AdminMarkdownxWidget):
    """A text area with a preview below it; without JavaScript it is a plain text area."""

    template_name = "markdownx/widget.html"

    class Media:
        extend = False
        js = [Script("admin/markdown.js", type="module")]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        identifier = context["widget"]["attrs"].get("id", name)
        context["widget"] |= {
            "preview_id": f"{identifier}-preview",
            "preview_url": reverse("markdownx_markdownify"),
            "upload_url": reverse("markdownx_upload"),
            "preview": markup.render_html(value or "", heading_level=3, document_id=identifier),
        }
        return context


def refuse(status, message, **headers):
    """Return a refusal that the editor shows beside the field."""
    headers = {name.replace("_", "-"): str(value) for name, value in headers.items()}
    headers["Cache-Control"] = "no-store"
    return JsonResponse({"error": str(message)}, status=status, headers=headers)


class JsonCsrf(CsrfViewMiddleware):
    """Refuses a request without the form's token in JSON, not with a page."""

    def _reject(self, request, reason):
        return refuse(403, _("This form has expired. Copy your text and reload the page."))


def endpoint(largest, per_minute):
    """Decorate a view for posts of staff who may edit, of at most `largest` bytes each."""

    def decorate(view):
        protected = decorator_from_middleware(JsonCsrf)(view)

        @csrf_exempt
        @wraps(view)
        def inner(request):
            user = request.user
            if request.method != "POST":
                return refuse(405, _("Only a form can be sent here."), Allow="POST")
            if not user.is_authenticated:
                return refuse(401, _("Sign in again in another tab; your text stays here."))
            if not (user.is_active and user.is_staff and may_edit(user)):
                return refuse(403, _("You may not edit texts."))
            if int(request.META.get("CONTENT_LENGTH") or 0) > largest:
                return refuse(413, _("This is too large."))
            if exceeds(f"{view.__name__}-{user.pk}", per_minute):
                return refuse(429, _("Too many in a minute. Wait a little."), Retry_After=60)
            try:
                return protected(request)
            except RequestDataTooBig:
                return refuse(413, _("This is too large."))

        return inner

    return decorate


def may_edit(user):
    """Return whether `user` may add or change any record of the résumé."""
    words = ("resume.add_", "resume.change_")
    return any(name.startswith(words) for name in user.get_all_permissions())


def exceeds(key, per_minute):
    """Count an event; return True when there were more than `per_minute` in this minute."""
    key = f"admin-{key}"
    cache.add(key, 0, timeout=60)
    try:
        return cache.incr(key) > per_minute
    except ValueError:  # It ran out between the two lines.
        return False


@endpoint(LARGEST_PREVIEW, PREVIEWS_PER_MINUTE)
def preview(request):
    """Return the posted `content` as the public pages show it."""
    text = request.POST.get("content")
    if text is None:
        return refuse(400, _("There is no text in this form."))
    try:
        markup.check(text)
    except markup.MarkupError as error:
        status = 413 if error.code == "too_long" else 400
        return refuse(status, _(error.message) % error.params)
    identifier = request.POST.get("id", "")
    html = markup.render_html(text, heading_level=3, document_id=identifier)
    return JsonResponse({"html": html}, headers={"Cache-Control": "no-store"})


@endpoint(LARGEST_UPLOAD, UPLOADS_PER_MINUTE)
def upload(request):
    """Store the posted `image`; return the Markdown that shows it with its `alt` text."""
    form = PictureUploadForm(request.POST, request.FILES)
    if not form.is_valid():
        errors = [message for messages in form.errors.values() for message in messages]
        too_large = form.has_error("image", "too_large")
        return refuse(413 if too_large else 400, " ".join(errors))
    image = form.cleaned_data["image"]
    folder = timezone.localdate().strftime("pictures/%Y/%m")
    name = default_storage.save(f"{folder}/{image.name}", image)
    alt = " ".join(form.cleaned_data["alt"].split())
    for character in "\\[]":
        alt = alt.replace(character, f"\\{character}")
    code = f"![{alt}]({default_storage.url(name)})"
    return JsonResponse({"image_code": code}, headers={"Cache-Control": "no-store"})


urlpatterns = [
    path("markdownify/", preview, name="markdownx_markdownify"),
    path("upload/", upload, name="markdownx_upload"),
]
