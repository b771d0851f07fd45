"""The parts of a page that are rendered once."""

from django.template import Context, Template

from resume.templatetags.shared import MOST_KEPT

OUTSIDE = "{% load shared %}{% shared value %}{{ asked }}{% endshared %}"


class Asked:
    """Shows how often it was shown."""

    times = 0

    def __str__(self):
        self.times += 1
        return f"<{self.times}>"


def rendered(template, **context):
    return template.render(Context(context))


def test_a_part_is_rendered_once_for_the_same_values():
    template, asked = Template(OUTSIDE), Asked()
    shown = [rendered(template, value=value, asked=asked) for value in ("a", "b", "a", "b")]
    assert shown == ["&lt;1&gt;", "&lt;2&gt;", "&lt;1&gt;", "&lt;2&gt;"]


def test_two_parts_of_one_template_are_kept_apart():
    template = Template(f"{OUTSIDE} {OUTSIDE}")
    assert rendered(template, value="a", asked=Asked()) == "&lt;1&gt; &lt;2&gt;"


def test_what_is_kept_of_a_part_has_a_bound():
    template, asked = Template(OUTSIDE), Asked()
    for value in range(MOST_KEPT):
        rendered(template, value=value, asked=asked)
    assert rendered(template, value=0, asked=asked) == "&lt;1&gt;"
    assert rendered(template, value=MOST_KEPT, asked=asked) == f"&lt;{MOST_KEPT + 1}&gt;"
    assert rendered(template, value=0, asked=asked) == f"&lt;{MOST_KEPT + 2}&gt;"
