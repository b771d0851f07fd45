"""A heading or line as a file wrote it follows what its owner changes in the admin."""

import pytest
from django.urls import reverse

from resume.formats import markdown
from resume.models import Audience, Employer, Position, Project
from resume.store import load_resume
from tests.admin.forms import form_values
from tests.store.career import import_text

pytestmark = pytest.mark.django_db

FILE = """# 職務経歴書

## 職務経歴

### **株式会社甲**（2018年4月 ～ 2020年3月）

- 設計

#### 基盤（2018/04 ～ 2019/03）

- 構築
"""


@pytest.fixture(autouse=True)
def imported():
    import_text(FILE, publish=True)


def change(owner, record, **fields):
    """Change fields of a record in its form; return the Markdown of the résumé after it."""
    path = reverse(f"admin:resume_{record._meta.model_name}_change", args=[record.pk])
    values = {**form_values(owner.get(path)), **fields}
    response = owner.post(path, values)
    assert response.status_code == 302, response.context["errors"]
    return markdown.render(load_resume(Audience.OWNER))


def test_a_form_saved_as_shown_leaves_the_file_as_it_is(owner):
    for record in (Position.objects.get(), Project.objects.get(), Employer.objects.get()):
        assert change(owner, record) == FILE


@pytest.mark.parametrize(
    ("end", "written"), [("2021/12", "2018年4月 ～ 2021年12月"), ("現在", "2018年4月〜現在")]
)
def test_the_file_tells_a_new_end_in_its_own_notation(owner, end, written):
    text = FILE.replace("2018年4月 ～ 2020年3月", written)
    assert change(owner, Position.objects.get(), end=end) == text


def test_the_file_tells_a_new_title(owner):
    assert change(owner, Project.objects.get(), title="認証") == FILE.replace("基盤", "認証")


def test_the_file_tells_a_new_name_of_the_employer(owner):
    text = change(owner, Employer.objects.get(), name="株式会社乙")
    assert text == FILE.replace("株式会社甲", "株式会社乙")


def test_a_new_end_in_the_form_of_the_employer_is_told(owner):
    text = change(owner, Employer.objects.get(), **{"positions-0-end": "2021/12"})
    assert text == FILE.replace("2020年3月", "2021年12月")


def test_what_the_heading_has_no_place_for_composes_it(owner):
    text = change(owner, Position.objects.get(), role="開発者")
    assert text == FILE.replace(
        "**株式会社甲**（2018年4月 ～ 2020年3月）", "株式会社甲 開発者 (2018/04〜2020/03)"
    )


def test_a_line_that_its_owner_writes_stays_as_typed(owner):
    position = Position.objects.get()
    text = change(owner, position, written="甲社（2018年4月から）", end="2021/12")
    assert "### 甲社（2018年4月から）\n" in text
