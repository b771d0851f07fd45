import pytest
from django.urls import reverse

from tests.factories import make_award, make_certification, make_education
from tests.page import Page

pytestmark = pytest.mark.django_db


def read(client):
    return Page(client.get(reverse("credentials")).content.decode())


def test_each_credential_has_its_place_on_the_page(client):
    records = [
        make_education(institution="大学", start="2015", end="2019"),
        make_certification(name="資格", issuer="協会", date="2020-01", expires="2023-01"),
        make_award(name="賞", note="銀", awarder="学会"),
    ]
    page = read(client)
    assert [record.slug for record in records] == [name for name in page.ids if name != "content"]
    for text in ("2015〜2019", "協会", "2023/01", "銀", "学会"):
        assert text in page.html


def test_drafts_are_left_out_and_an_empty_page_says_so(client):
    make_award(name="下書きの賞", status="draft")
    page = read(client)
    assert "下書きの賞" not in page.html
    assert page.count("h2") == 0
