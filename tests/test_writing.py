import datetime

import pytest
from django.utils import timezone

from resume import writing
from resume.models import Post, Publication
from tests.factories import make_post, make_project, make_publication, make_section

pytestmark = pytest.mark.django_db


def moment(day):
    return timezone.make_aware(datetime.datetime.fromisoformat(day))


def titles(records):
    return [record.title for record in records]


def test_the_stream_is_newest_first_and_undated_writing_comes_last_in_the_résumés_order():
    later, first = make_section(order=2), make_section(order=1)
    make_publication(title="日付なし二", section=later)
    make_publication(title="日付なし一", section=first, order=5)
    make_publication(title="六月", date="2023-06")
    make_publication(title="六月三日", date="2023-06-03")
    make_post(title="六月十日", publish_at=moment("2023-06-10"))
    make_post(title="去年", publish_at=moment("2022-12-31"))
    make_publication(title="その年", date="2023")
    assert titles(writing.read(writing.stream())) == [
        "六月十日",
        "六月三日",
        "六月",
        "その年",
        "去年",
        "日付なし一",
        "日付なし二",
    ]


def test_the_stream_holds_writing_only_and_public_writing_only():
    shown = make_publication(kind="paper")
    make_publication(kind="press_release")
    make_publication(kind="repository")
    make_publication(status="draft")
    make_post(status="draft")
    make_post(publish_at=timezone.now() + datetime.timedelta(days=1))
    assert writing.stream() == [(Publication, shown.pk)]


def test_to_the_day_leaves_out_what_has_no_day():
    make_publication(date="2023-06")
    day = make_publication(date="2023-06-03")
    post = make_post()
    assert writing.stream_to_the_day(20) == [(Post, post.pk), (Publication, day.pk)]


def test_reading_brings_the_projects_and_skips_what_has_gone(django_assert_num_queries):
    post, gone = make_post(), make_publication()
    post.projects.add(make_project())
    entries = writing.stream()
    gone.delete()
    (record,) = writing.read(entries)
    with django_assert_num_queries(0):
        assert len(record.shown_projects) == 1


def test_the_latest_are_the_first_of_the_stream():
    for number in range(3):
        make_post(title=f"投稿{number}", publish_at=moment(f"202{number}-01-01"))
    assert titles(writing.latest(2)) == ["投稿2", "投稿1"]


def test_any_part_of_the_stream_is_that_part_of_the_whole():
    for day in range(1, 10):
        make_post(publish_at=moment(f"2023-06-0{day}"))
        make_post(publish_at=moment(f"2023-06-0{day}"))
    for date in ("2023-06-09", "2023-06-05", "2023-06-05", "2023-06", "2022", ""):
        make_publication(date=date)
    whole = writing.stream()
    assert len(whole) == 24
    for first in range(26):
        for last in range(first, 27):
            assert writing.stream(first, last) == whole[first:last]
