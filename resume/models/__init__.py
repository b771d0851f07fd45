"""The facts: one module for each word of the domain, each QuerySet right above its model."""

from .base import Audience, Status
from .blog import Post
from .credentials import Award, Certification, Education
from .employers import Employer, Position
from .profile import Profile, ProfileLink
from .projects import Project, ProjectFact
from .publications import Publication
from .redirects import Redirect
from .sections import Section
from .skills import Skill, SkillCategory
from .upkeep import Generation, Import, Settled, Upload

__all__ = [
    "Audience",
    "Award",
    "Certification",
    "Education",
    "Employer",
    "Generation",
    "Import",
    "Position",
    "Post",
    "Profile",
    "ProfileLink",
    "Project",
    "ProjectFact",
    "Publication",
    "Redirect",
    "Section",
    "Settled",
    "Skill",
    "SkillCategory",
    "Status",
    "Upload",
]
