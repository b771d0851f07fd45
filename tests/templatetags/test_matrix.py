"""The parts of the table of projects and skills that no template writes."""

from django.template import Context, Template

from resume.evidence.matrix import Row
from resume.models import Skill

CXX = Skill(name='C++ & "<b>"', slug="cxx")
PHP = Skill(name="PHP", slug='p"hp')


def render(source, **context):
    return Template("{% load matrix %}" + source).render(Context(context))


def test_what_others_wrote_is_escaped_in_heads_and_boxes():
    columns = [(CXX.name, "/skills/?a&b")]
    assert render("{{ columns|heads:lang }}", columns=columns, lang=' lang="ja"') == (
        '<th scope="col"><a href="/skills/?a&amp;b" lang="ja">'
        "C++ &amp; &quot;&lt;b&gt;&quot;</a></th>"
    )
    assert render("{{ skills|boxes:checked }}", skills=[CXX, PHP], checked={"cxx"}) == (
        '<label><input type="checkbox" name="skill" value="cxx" checked> '
        "C++ &amp; &quot;&lt;b&gt;&quot;</label>\n"
        '<label><input type="checkbox" name="skill" value="p&quot;hp"> PHP</label>\n'
    )


def test_a_skill_that_was_used_has_a_mark_and_one_that_was_not_an_empty_cell():
    row = Row(None, (True, False))
    assert render("{{ row|cells }}", row=row) == "<td>✓</td><td></td>"
