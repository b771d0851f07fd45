"""Parts that many pages have in common, rendered once for all that they are made from."""

from django import template

register = template.Library()

MOST_KEPT = 128  # renderings of one part


@register.tag
def shared(parser, token):
    """Render what stands up to `{% endshared %}` once for the values of `{% shared value ... %}`.

    They must name everything that it is made from. It can hold no block.
    """
    values = [parser.compile_filter(word) for word in token.split_contents()[1:]]
    nodelist = parser.parse(("endshared",))
    parser.delete_first_token()
    return SharedNode(nodelist, values)


class SharedNode(template.Node):
    """What is inside is kept by the node itself, which every page of a process is rendered by.

    Django's `cache` hashes its values, and copies what it keeps, each time that it is asked.
    """

    # Django looks for blocks in every node of a template that is extended, page by page.
    child_nodelists = ()

    def __init__(self, nodelist, values):
        self.nodelist = nodelist
        self.values = values
        self.kept = {}

    def render(self, context):
        """Return the HTML that is kept for the values, or keep it."""
        made_from = tuple(value.resolve(context) for value in self.values)
        html = self.kept.get(made_from)
        if html is None:
            if len(self.kept) >= MOST_KEPT:
                self.kept.clear()
            html = self.kept[made_from] = self.nodelist.render(context)
        return html
