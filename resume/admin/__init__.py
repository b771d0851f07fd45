"""Every model of the résumé, edited in Django's admin: one module for each word of the domain."""

from . import blog, credentials, employers, profile, projects, publications, skills, upkeep

__all__ = [
    "blog",
    "credentials",
    "employers",
    "profile",
    "projects",
    "publications",
    "skills",
    "upkeep",
]
