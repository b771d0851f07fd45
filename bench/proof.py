"""What the pages of proof cost over a career of 1,000 projects and 300 skills."""

from contextlib import contextmanager

from bench.measure import Row, measure

PROJECTS, SKILLS = 1000, 300
CATEGORIES, PARTS, POSITIONS, USED = 10, 4, 40, 10
ARTICLE_EVERY, POST_EVERY = 5, 10
PUBLIC = {"status": "published"}
EMPTY = "an empty Django view, same middleware"
SKILL, WIDEST = "/skills/skill-51/", "/skills/skill-0/"
CATEGORY = "/projects/by/skill/category-1/"
ROWS = [
    Row("a skill of 41 of 1,000 projects", SKILL, EMPTY, "/bench/empty"),
    Row("the skill of most of them", WIDEST, EMPTY, "/bench/empty"),
    Row("300 skills", "/skills/", EMPTY, "/bench/empty"),
    Row("their table, a category", CATEGORY, EMPTY, "/bench/empty"),
    Row("their table, a skill", f"{SKILL}projects/", EMPTY, "/bench/empty"),
    Row("their whole table", "/projects/by/skill/", EMPTY, "/bench/empty"),
]


def measure_proof(application, folder):
    """Return the Results, measured over a database of its own in the folder."""
    with database(folder / "proof.sqlite3"):
        make_career()
        return [measure(application, row) for row in ROWS]


@contextmanager
def database(path):
    """Have Django use another SQLite database, made for the while."""
    from django.core.management import call_command
    from django.db import connection

    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(path)
    try:
        call_command("migrate", verbosity=0)
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


def make_career():
    """Make the projects in 40 positions and the skills in 10 categories; link them.

    The first skills are used in every second project and the last in a few, about ten in each.
    Every fifth project has an article, every tenth a post. The site has an owner, as any has.
    """
    from resume.models import Post, Profile, Publication

    Profile.objects.create(name="Owner", title="Engineer")
    skills = make_skills()
    projects = make_projects()
    articles = make_written(Publication, PROJECTS // ARTICLE_EVERY)
    posts = make_written(Post, PROJECTS // POST_EVERY)
    link("skills", {project: [skills[n] for n in used(n)] for n, project in enumerate(projects)})
    link("publications", {projects[ARTICLE_EVERY * n]: [each] for n, each in enumerate(articles)})
    link("projects", {post: [projects[POST_EVERY * n]] for n, post in enumerate(posts)})
    for written in (articles, posts):
        about = {each: [skills[used(7 * n)[0]]] for n, each in enumerate(written)}
        link("skills", about)


def used(number):
    """Return the numbers of the skills that a project used: low ones far more often."""
    places = ((number * 7919 + each * 104729) % 10007 / 10007 for each in range(USED))
    return sorted({int(SKILLS * place**2) for place in places})


def link(relation, linked):
    """Make the rows of a relation for {record: the records it is linked to}."""
    field = getattr(type(next(iter(linked))), relation)
    own, other = field.rel.field.m2m_field_name(), field.rel.field.m2m_reverse_field_name()
    field.through.objects.bulk_create(
        field.through(**{own: record, other: each})
        for record, others in linked.items()
        for each in others
    )


def make_skills():
    """Make the skills: of each five the first is whole, and the others are its parts."""
    from resume.models import Section, Skill

    sections = Section.objects.bulk_create(
        Section(slug=f"category-{n}", title=f"Category {n}", order=n, holds="skills", **PUBLIC)
        for n in range(CATEGORIES)
    )
    skills = [
        Skill(slug=f"skill-{n}", name=f"Skill {n}", claim=f"{n % 9 + 1} years", order=n, **PUBLIC)
        for n in range(SKILLS)
    ]
    for number, skill in enumerate(skills):
        if number % (PARTS + 1):
            skill.parent = skills[number - number % (PARTS + 1)]
        else:
            skill.section = sections[number // (PARTS + 1) % CATEGORIES]
    Skill.objects.bulk_create(skills[:: PARTS + 1])
    Skill.objects.bulk_create(skill for skill in skills if skill.parent)
    return skills


def make_projects():
    """Make the positions, a year after each other, and their projects, every second one dated."""
    from resume.models import Employer, Position, Project

    employers = Employer.objects.bulk_create(
        Employer(slug=f"employer-{n}", name=f"Employer {n}") for n in range(POSITIONS)
    )
    positions = Position.objects.bulk_create(
        Position(
            slug=f"position-{n}",
            employer=employer,
            role="Engineer",
            start=f"{1985 + n}-04",
            end=f"{1986 + n}-06",
            **PUBLIC,
        )
        for n, employer in enumerate(employers)
    )
    return Project.objects.bulk_create(
        Project(
            slug=f"project-{n}",
            title=f"Project {n}",
            position=positions[n % POSITIONS],
            start=f"{1985 + n % POSITIONS}-05" if n % 2 else "",
            end=f"{1985 + n % POSITIONS}-11" if n % 2 else "",
            body="What was built, and how.\n\n" * 20,
            order=n,
            **PUBLIC,
        )
        for n in range(PROJECTS)
    )


def make_written(model, number):
    """Make this many articles or posts."""
    return model.objects.bulk_create(
        model(slug=f"project-{n}-told", title=f"About project {n}", **PUBLIC) for n in range(number)
    )
