import pytest

from resume.document.schema import (
    Education,
    Employer,
    Fact,
    Line,
    Position,
    Profile,
    ProfileLink,
    Project,
    Resume,
    Section,
    Skill,
)
from resume.formats.html import Heading, contents, render


def link(item):
    return f"/{type(item).__name__.lower()}/{item.key}/" if item.key else ""


def rendered(*sections):
    return render(Resume(sections=sections), link)


def test_names_link_and_the_rest_of_the_line_does_not():
    line = Line((Skill(key="react", name="React", claim="1 年"), Skill(name="Vue", claim="1 年")))
    assert rendered(Section(key="言語", title="言語", children=(line,))) == (
        '<section><h2 id="section-言語">言語</h2>'
        '<ul><li><a href="/skill/react/">React</a>/Vue(1 年)</li></ul></section>'
    )


def titled(title, name=""):
    """Return the headings and the HTML of a résumé of that person with that title."""
    below = Section(key="s", title="スキル", body="# Go")
    sections = (
        Section(key="r", title=title, body="2024年", children=(below,)),
        Section(title="他"),
    )
    resume = Resume(profile=Profile(name=name), sections=sections)
    headings = [(heading.level, heading.text) for heading in contents(resume)]
    return headings, render(resume, link)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("職務経歴書", ""),
        ("職務経歴書 - 山田 太郎", "山田 太郎"),
        ("山田 太郎の職務経歴書", "山田 太郎"),
        ("Jane Roe", "Jane Roe"),
        ("**職 務 経 歴 書**", ""),
    ],
)
def test_the_title_of_the_file_is_not_said_again_below_that_of_the_page(title, name):
    headings, html = titled(title, name)
    assert headings == [(1, "スキル"), (1, "他")]
    assert html == (
        '<section id="section-r"><p>2024年</p>\n'
        '<section><h2 id="section-s">スキル</h2><h3>Go</h3>\n</section></section>'
        '<section><h2 id="section-">他</h2></section>'
    )


@pytest.mark.parametrize("title", ["職務経歴", "山田 太郎の歩み", "私の職務経歴書"])
def test_a_title_that_says_more_stays(title):
    headings, html = titled(title, "山田 太郎")
    assert headings[0] == (1, title)
    assert html.startswith(f'<section><h2 id="section-r">{title}</h2>')


def table(*lines):
    """Return the HTML of the rows of a table of skills, without what guards links elsewhere."""
    head = "| 言語 | 年数 |\n|---|---|"
    html = rendered(Section(body=head, holds="skills", layout="table", children=lines))
    rows = html.partition("<tbody>")[2].partition("</tbody>")[0]
    return rows.replace("\n", "").replace(' rel="noopener noreferrer"', "")


def test_the_names_in_a_row_link_and_the_row_is_as_it_was_written():
    row = "| C, Cloud | 1年 |"
    skills = (Skill(key="c", name="C", written=row), Skill(key="cloud", name="Cloud"))
    assert table(Line(skills)) == (
        '<tr><td><a href="/skill/c/">C</a>, <a href="/skill/cloud/">Cloud</a></td><td>1年</td></tr>'
    )


def test_a_row_shows_no_skill_that_is_not_in_it_any_more():
    line = Line((Skill(key="c", name="C", written="| C, Hidden | 1年 |"),))
    assert "Hidden" in line.written
    assert table(line) == '<tr><td><a href="/skill/c/">C</a></td><td>1年</td></tr>'


def test_a_row_with_a_link_of_its_own_keeps_it():
    row = "| [C](https://c.example/) | 1年 |"
    assert table(Line((Skill(key="c", name="C", written=row),))) == (
        '<tr><td><a href="https://c.example/">C</a></td><td>1年</td></tr>'
    )


def lines_of(*items):
    """Return the HTML of a list with these items on one line."""
    return rendered(Section(children=(Line(items),))).partition("<li>")[2].partition("</li>")[0]


def test_what_leads_a_line_in_bold_is_bold():
    assert lines_of(Skill(name="Go", lead="**言語：**")) == "<strong>言語：</strong> Go"
    assert lines_of(Skill(name="Go", lead="** 2 **:")) == "** 2 **: Go"


def test_an_address_that_is_written_out_is_the_link():
    url = "https://jane.example/"
    blog = ProfileLink(label="Blog", key=url, url=url, written="Blog: <https://jane.example>")
    linked = '<a href="/profilelink/https://jane.example//">https://jane.example</a>'
    assert lines_of(blog) == f"Blog: {linked}"


def test_text_and_addresses_are_escaped():
    hostile = '"><script>alert(1)</script>'
    section = Section(
        key=hostile,
        title=hostile,
        layout="headings",
        children=(
            Line((Skill(key=hostile, name=hostile, claim=hostile),)),
            Line((Position(key=hostile, employer=Employer(name=hostile), role=hostile),)),
            Line((Project(title="例", facts=(Fact(label=hostile, value=hostile),)),)),
        ),
    )
    html = rendered(section)
    assert "<script" not in html
    assert html.count("&lt;script&gt;alert(1)") >= 5


def test_groups_are_nested_lists_and_lines_keep_their_breaks():
    years = (Line((Education(institution="甲"),)), Line((Education(institution="乙"),)))
    group = Section(key="g", title="組", style="bullet", layout="lines", children=years)
    assert rendered(Section(children=(group,))) == (
        '<section><ul><li><span id="section-g">組</span><p>甲<br>乙</p></li></ul></section>'
    )


def test_positions_hold_their_projects_one_level_below():
    project = Project(key="p", title="開発", body="# 大見出し")
    position = Position(key="e", employer=Employer(name="例社"), projects=(project,))
    section = Section(key="s", title="職歴", layout="headings", children=(Line((position,)),))
    html = rendered(section)
    assert '<h2 id="section-s">職歴</h2><article><h3 id="position-e">' in html
    assert '<article><h4 id="project-p"><a href="/project/p/">開発</a></h4><h5' in html


def test_what_an_employer_does_stands_under_the_first_of_its_headings():
    employer = Employer(name="Bank", business="Loans & more")
    lines = tuple(
        Line((Position(key=key, employer=employer, role=key, body=f"As {key}."),)) for key in "ab"
    )
    html = rendered(Section(key="s", title="Work", layout="headings", children=lines))
    assert html.count("Business: ") == 1
    assert "<p>Business: Loans &amp; more</p><p>As a.</p>" in html


def test_contents_name_the_headings_that_the_page_has():
    project = Project(key="p", title="開発")
    position = Position(key="e", employer=Employer(name="例社"), projects=(project,))
    group = Section(key="g", title="組", style="bullet")
    section = Section(key="s", title="職歴", layout="headings", children=(Line((position,)), group))
    resume = Resume(sections=(section,))
    assert contents(resume) == [
        Heading(1, "section-s", "職歴"),
        Heading(2, "position-e", "例社"),
        Heading(3, "project-p", "開発"),
    ]
    html = render(resume, link)
    assert all(f'id="{heading.identifier}"' in html for heading in contents(resume))


def test_a_position_that_a_line_names_shows_its_text_below_the_line():
    position = Position(employer=Employer(name="例社"), body="- 設計", start="2021", end="2022")
    lines = (Line((position,)),)
    assert rendered(Section(children=lines)) == (
        "<section><ul><li>例社(2021〜2022)<ul>\n<li>設計</li>\n</ul>\n</li></ul></section>"
    )
    assert rendered(Section(layout="lines", children=lines)) == (
        "<section><p>例社(2021〜2022)</p><ul>\n<li>設計</li>\n</ul>\n</section>"
    )


def test_a_heading_as_written_shows_its_link_and_not_its_markup():
    written = "[例社](https://example.com/) (2021〜)"
    position = Position(employer=Employer(name="例社"), written=written, start="2021")
    html = rendered(Section(layout="headings", children=(Line((position,)),)))
    assert '<a href="https://example.com/"' in html
    assert "](" not in html


def test_a_heading_as_written_without_a_link_of_its_own_links_its_employer():
    written = "**例社** & <u>子会社</u>（2021〜）"
    position = Position(key="e", employer=Employer(name="例社"), written=written, start="2021")
    html = rendered(Section(layout="headings", children=(Line((position,)),)))
    heading = (
        '<h3 id="position-e"><a href="/position/e/">例社</a>'
        "<small> &amp; 子会社（2021〜）</small></h3>"
    )
    assert heading in html


def test_a_title_shows_its_markup_as_what_it_means():
    parts = (
        Section(
            key="a", title='<span style="color: green">**経歴**</span> [頁](https://a.example/)'
        ),
        Section(key="b", title="1. **開発** & 運用"),
        Section(key="c", title="1. 技術 & 環境"),
        Section(key="d", title="<script>alert(1)</script>資格"),
    )
    assert rendered(*parts) == (
        '<section><h2 id="section-a"><span><strong>経歴</strong></span> '
        '<a href="https://a.example/" rel="noopener noreferrer">頁</a></h2></section>'
        '<section><h2 id="section-b">1. <strong>開発</strong> &amp; 運用</h2></section>'
        '<section><h2 id="section-c">1. 技術 &amp; 環境</h2></section>'
        '<section><h2 id="section-d">資格</h2></section>'
    )
    assert [heading.text for heading in contents(Resume(sections=parts))] == [
        "経歴 頁",
        "1. 開発 & 運用",
        "1. 技術 & 環境",
        "資格",
    ]
