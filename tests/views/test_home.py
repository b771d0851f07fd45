import pytest
from django.urls import reverse

from tests.factories import (
    make_employer,
    make_position,
    make_post,
    make_profile,
    make_profile_link,
    make_project,
    make_publication,
    make_section,
)
from tests.page import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(client):
    return lambda: Page(client.get(reverse("home")).content.decode())


def test_an_empty_site_is_whole(home):
    page = home()
    assert page.count("h1") == 1
    assert page.unbalanced == []
    assert [data["@type"] for data in page.data_blocks] == ["WebSite"]


def test_the_site_is_called_by_name_then_title_then_first_heading(home):
    make_section(title="職務経歴")
    assert "<h1>職務経歴</h1>" in home().html
    profile = make_profile(title="MLOpsエンジニア")
    assert "<h1>MLOpsエンジニア</h1>" in home().html
    profile.name = "山田 花子"
    profile.save()
    page = home()
    assert "<h1>山田 花子</h1>" in page.html
    assert "MLOpsエンジニア" in page.html


def test_a_draft_heading_names_nothing(home):
    make_section(title="下書きの見出し", status="draft")
    assert "下書きの見出し" not in home().html


def now(page):
    """Return what the page says of now."""
    return page.html.partition('id="now"')[2].partition("</dl>")[0]


def test_now_shows_the_positions_that_go_on(home):
    make_position(role="いまの役割", end="current")
    make_position(role="前の役割", start="2019", end="2020")
    assert "いまの役割" in now(home())
    assert "前の役割" not in now(home())


def test_of_a_stay_with_roles_now_shows_the_current_role(home):
    stay = make_position(role="在籍", end="current")
    make_position(employer=stay.employer, parent=stay, role="二つめの役割", end="current")
    make_position(
        employer=stay.employer, parent=stay, role="一つめの役割", start="2021", end="2022"
    )
    assert "二つめの役割" in now(home())
    assert "在籍" not in now(home())
    assert "一つめの役割" not in now(home())


def test_the_career_shows_the_newest_stays_that_have_a_start(home):
    for number in range(10):
        make_position(role=f"役割{number}", start=f"20{10 + number}", end=f"20{11 + number}")
    make_position(role="日付のない役割", start="", end="", duration="2 年")
    career = home().html.partition('id="career"')[2].partition("</section>")[0]
    assert [number for number in range(10) if f"役割{number}<" in career] == [*range(2, 10)]
    assert "日付のない役割" not in career


def test_without_dates_there_is_no_career(home):
    make_position(start="", end="", duration="2 年")
    assert 'id="career"' not in home().html


def test_featured_projects_are_shown_alone(home):
    position = make_position()
    make_project(position=position, title="ふつうの計画")
    make_project(position=position, title="目玉の計画", featured=True)
    page = home()
    assert "目玉の計画" in page.html
    assert "ふつうの計画" not in page.html


def test_without_a_featured_project_the_newest_position_shows_its_first_three(home):
    older = make_position(start="2019", end="2020")
    newer = make_position(start="2021")
    make_project(position=older, title="古い計画")
    for number in (1, 2, 3, 4):
        make_project(position=newer, title=f"新しい計画{number}", order=number)
    page = home()
    assert [number for number in (1, 2, 3, 4) if f"新しい計画{number}" in page.html] == [1, 2, 3]
    assert "古い計画" not in page.html


def test_the_latest_five_pieces_of_writing_are_shown(home):
    for number in range(4):
        make_post(title=f"投稿{number}")
    for number in range(4):
        make_publication(title=f"寄稿{number}", date="2020")
    page = home()
    assert sum(f"投稿{number}" in page.html for number in range(4)) == 4
    assert sum(f"寄稿{number}" in page.html for number in range(4)) == 1


def test_pinned_writing_comes_first_and_says_that_it_is_pinned(home):
    make_profile(home_writing=3)
    for number in range(3):
        make_post(title=f"投稿{number}")
    make_publication(title="古い寄稿", date="2001", pinned=True)
    page = home()
    assert page.html.count("ピン留め") + page.html.count("Pinned") == 1
    assert page.html.index("古い寄稿") < page.html.index("投稿")
    assert sum(f"投稿{number}" in page.html for number in range(3)) == 2


def test_a_pinned_draft_is_not_shown(home):
    make_post(title="下書き", pinned=True, status="draft")
    assert "下書き" not in home().html


def test_the_owner_chooses_what_the_first_page_shows_and_how_much(home):
    position = make_position(role="いまの役割")
    for number in range(3):
        make_project(position=position, title=f"計画{number}", featured=True, order=number)
        make_post(title=f"投稿{number}")
    profile = make_profile(home_projects=2, home_writing=1)
    page = home()
    assert 'id="now"' in page.html
    assert [number for number in range(3) if f"計画{number}" in page.html] == [0, 1]
    assert [number for number in range(3) if f"投稿{number}" in page.html] == [2]
    profile.home_now, profile.home_projects, profile.home_writing = False, 0, 0
    profile.save()
    page = home()
    assert [part for part in ("now", "projects", "writing") if f'id="{part}"' in page.html] == []


def test_the_photo_of_the_owner_comes_in_sizes(home):
    profile = make_profile()
    type(profile).objects.update(
        photo="photos/a.webp", photo_alt="顔", photo_width=600, photo_height=600
    )
    assert home().all("img") == [
        {
            "src": "/media/photos/a.webp",
            "srcset": (
                "/media/photos/a.240.webp 240w, /media/photos/a.480.webp 480w, "
                "/media/photos/a.webp 600w"
            ),
            "sizes": "clamp(5rem, 12vw, 8rem)",
            "alt": "顔",
            "width": "600",
            "height": "600",
        }
    ]


def test_the_summary_of_the_résumé_says_who_this_is(home):
    make_section(holds="summary", body="**基盤**を作ります。")
    page = home()
    assert "<strong>基盤</strong>を作ります。" in page.html
    assert page.all("meta", name="description") == [
        {"name": "description", "content": "基盤を作ります。"}
    ]


def test_accounts_are_linked_as_the_owner_and_private_links_are_not(home):
    make_profile_link(url="https://example.com/me")
    make_profile_link(url="https://example.com/secret", audience="recipient")
    assert home().all("a", rel="me") == [{"href": "https://example.com/me", "rel": "me"}]


def test_a_current_position_shows_the_alias_of_its_employer(home):
    make_position(employer=make_employer(name="株式会社本名", alias="大手企業A社"))
    page = home()
    assert "大手企業A社" in page.html
    assert "本名" not in page.html


def test_the_bars_of_the_career_say_what_they_are(client):
    make_position(start="2021-04")
    for path in ("/en/", "/en/employers/"):
        (bars,) = Page(client.get(path).content.decode()).all("ol", **{"class": "timeline"})
        assert bars["aria-label"] == "Career over the years"
