"""Whether the site can serve: for load balancers and monitors."""

from django.db import Error, connection
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def health(request):
    """Answer 200 "ok" when the database answers, 503 otherwise.

    The 503 says how many finished pages this process goes on serving without a database.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        pages = request.META.get("keireki.finished_pages", 0)
        served = f"; {pages} finished pages are still served" if pages else ""
        body = f"database unavailable{served}\n"
        return HttpResponse(body, status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")
