"""Plain functions that make one valid, published row each; keyword arguments override."""

import itertools

from resume.models import (
    Award,
    Certification,
    Education,
    Employer,
    Position,
    Post,
    Profile,
    ProfileLink,
    Project,
    ProjectFact,
    Publication,
    Section,
    Skill,
    Status,
)

numbers = itertools.count(3001)  # no years: a project that is called 2019 tells when it was


def make(model, **fields):
    record = model(**fields)
    if hasattr(record, "status") and "status" not in fields:
        record.status = Status.PUBLISHED
    if hasattr(record, "free_slug") and not record.slug:
        record.slug = record.free_slug()
    record.full_clean()
    record.save()
    return record


def make_profile(**fields):
    return make(Profile, **{"title": "MLOpsエンジニア", **fields})


def make_section(**fields):
    return make(Section, **{"title": f"見出し{next(numbers)}", **fields})


def make_profile_link(**fields):
    number = next(numbers)
    defaults = {
        "label": f"アカウント{number}",
        "url": f"https://example.com/{number}",
        "audience": "public",
    }
    return make(ProfileLink, **{**defaults, **fields})


def make_employer(**fields):
    return make(Employer, **{"name": f"株式会社例{next(numbers)}", **fields})


def make_position(**fields):
    if "employer" not in fields:
        fields["employer"] = make_employer()
    return make(Position, **{"role": "エンジニア", "start": "2021-04", "end": "current", **fields})


def make_project(**fields):
    if "position" not in fields and "section" not in fields:
        fields["position"] = make_position()
    return make(Project, **{"title": f"プロジェクト{next(numbers)}", "body": "- 設計", **fields})


def make_fact(**fields):
    if "project" not in fields:
        fields["project"] = make_project()
    return make(ProjectFact, **{"label": "担当", "value": "設計", **fields})


def make_skill(**fields):
    return make(Skill, **{"name": f"技術{next(numbers)}", **fields})


def make_publication(**fields):
    number = next(numbers)
    defaults = {"title": f"記事{number}", "url": f"https://example.com/articles/{number}"}
    return make(Publication, **{**defaults, **fields})


def make_education(**fields):
    return make(Education, **{"institution": f"大学{next(numbers)}", "outcome": "卒業", **fields})


def make_certification(**fields):
    return make(Certification, **{"name": f"資格{next(numbers)}", **fields})


def make_award(**fields):
    return make(Award, **{"name": f"受賞{next(numbers)}", **fields})


def make_post(**fields):
    return make(Post, **{"title": f"記事{next(numbers)}", "body": "本文です。", **fields})
