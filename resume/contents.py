"""What the admin holds: its records in groups, in the words of the résumé, a line about each."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# (the group's title, {a model's name: what it holds}), in the order of the résumé.
GROUPS = (
    (
        pgettext_lazy("group of records", "You"),
        {
            "Profile": _("Your name, title and photo, and how the site writes dates."),
            "ProfileLink": _("GitHub, a blog, e-mail, phone: each shown only to whom you choose."),
        },
    ),
    (
        pgettext_lazy("group of records", "Work"),
        {
            "Employer": _("The companies you worked for, under their own name or an alias."),
            "Position": _("Your roles there, with period and kind of employment."),
            "Project": _("What you did: the work, the technology, the result."),
        },
    ),
    (
        pgettext_lazy("group of records", "Skills"),
        {
            "SkillCategory": _("Groups such as languages or cloud, with their skills in order."),
            "Skill": _("Each technology, with your years as you write them."),
        },
    ),
    (
        pgettext_lazy("group of records", "Writing and publications"),
        {
            "Post": _("What you write on this site."),
            "Publication": _("Articles, talks, papers and repositories elsewhere, by their URL."),
        },
    ),
    (
        pgettext_lazy("group of records", "Credentials"),
        {
            "Education": _("Schools and degrees."),
            "Certification": _("Qualifications and test scores."),
            "Award": _("Prizes and ranks."),
        },
    ),
    (
        pgettext_lazy("group of records", "The résumé"),
        {
            "Section": _("The headings of your résumé in their order, and free text under them."),
        },
    ),
    (
        pgettext_lazy("group of records", "Upkeep"),
        {
            "Transfer": _("A résumé file into the site, and the site as a file."),
            "Redirect": _("Old addresses that lead to where a page is now."),
            "Import": _("The résumé files that were read in, kept as they came."),
            "Settled": _("Questions about the facts that you answered; delete one to be asked."),
        },
    ),
)

LINES = {name: line for _title, lines in GROUPS for name, line in lines.items()}


def in_order(models):
    """Return the admin's `models` (dicts with `object_name`) as the groups order them.

    What stands in no group comes last, by name.
    """
    places = {name: place for place, name in enumerate(LINES)}
    return sorted(
        models,
        key=lambda model: (places.get(model["object_name"], len(places)), model["object_name"]),
    )


def grouped(models):
    """Return [(title, models)] of the groups that have any, each model with its `line`.

    What stands in no group is listed in the last one, Upkeep.
    """
    groups = [(title, []) for title, _lines in GROUPS]
    for model in in_order(models):
        homes = [place for place, (_t, lines) in enumerate(GROUPS) if model["object_name"] in lines]
        line = LINES.get(model["object_name"], "")
        groups[homes[0] if homes else -1][1].append({**model, "line": line})
    return [(title, members) for title, members in groups if members]
