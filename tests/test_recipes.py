"""The recipes of the documentation let through what the application takes."""

import re
from pathlib import Path

from django.conf import settings

from resume.admin.markdown import LARGEST_UPLOAD
from resume.admin.transfer.views import FORM_BYTES
from resume.formats import MAX_BYTES

RECIPES = Path(settings.BASE_DIR) / "docs" / "static-site.md"


def test_nginx_lets_the_largest_picture_and_the_largest_file_reach_the_admin():
    [megabytes] = re.findall(r"client_max_body_size (\d+)m;", RECIPES.read_text(encoding="utf-8"))
    largest = max(LARGEST_UPLOAD, MAX_BYTES + FORM_BYTES)
    assert int(megabytes) * 1024 * 1024 >= largest
