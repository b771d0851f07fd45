import datetime
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.utils import timezone

from resume.models import Post
from tests.factories import make_post, make_profile, make_publication

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"


def read(client, path="/blog/feed.xml"):
    response = client.get(path, HTTP_HOST="localhost")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)  # noqa: S314


def texts(feed, name):
    return [found.text for found in feed.iterfind(f"{ATOM}entry/{ATOM}{name}")]


def test_the_feed_names_the_site_and_its_own_addresses(client, settings):
    make_profile(title="基盤エンジニア")
    feed = read(client, "/en/blog/feed.xml")
    assert "基盤エンジニア" in feed.findtext(f"{ATOM}title")
    assert feed.get(f"{XML}lang") == "ja"
    assert feed.get(f"{XML}base") == f"{settings.SITE_ORIGIN}/"
    links = {link.get("rel"): link.get("href") for link in feed.iterfind(f"{ATOM}link")}
    assert links == {
        "alternate": f"{settings.SITE_ORIGIN}/en/blog/",
        "self": f"{settings.SITE_ORIGIN}/en/blog/feed.xml",
    }


def test_entries_are_posts_and_the_publications_whose_day_is_known(client):
    make_publication(title="日まで", date="2020-02-03")
    make_publication(title="月まで", date="2020-02")
    make_publication(title="日付なし")
    make_post(title="投稿", body="**本文**")
    make_post(title="先の投稿", publish_at=timezone.now() + datetime.timedelta(days=1))
    feed = read(client)
    assert texts(feed, "title") == ["投稿", "日まで"]
    assert "<strong>本文</strong>" in texts(feed, "summary")[0]
    assert texts(feed, "published")[1] == "2020-02-03T00:00:00+09:00"


def test_what_a_text_says_cannot_break_the_feed(client):
    make_post(title="<b>&amp;</b> ]]>", body="<script>alert(1)</script> & ]]>")
    feed = read(client)
    assert texts(feed, "title") == ["<b>&amp;</b> ]]>"]
    assert "<script" not in texts(feed, "summary")[0]


def test_characters_that_xml_cannot_hold_are_left_out(client):
    make_post()
    # No field lets them in, but SQL asks no field.
    with connection.cursor() as cursor:
        table = connection.ops.quote_name(Post._meta.db_table)
        cursor.execute(f"UPDATE {table} SET title = %s, body = %s", ["題\x0b名", "本\x0c文"])  # noqa: S608
    feed = read(client)
    assert texts(feed, "title") == ["題名"]
    assert "本文" in texts(feed, "summary")[0]


def test_an_empty_feed_is_a_feed(client):
    assert texts(read(client), "title") == []
