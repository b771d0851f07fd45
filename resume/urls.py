"""The public pages. In the English interface each path has /en in front."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from resume.feeds import WritingFeed
from resume.views.blog import blog, post
from resume.views.credentials import credentials
from resume.views.employers import employer, employers
from resume.views.home import home
from resume.views.matrix import all_skills, category_skills, chosen_skills, skill_projects
from resume.views.projects import project, projects
from resume.views.publications import publication, publications
from resume.views.resume import resume
from resume.views.search import search
from resume.views.skills import skill, skills


class UnicodeSlugConverter(StringConverter):
    """A slug as the models hold it; Django's own one knows ASCII only."""

    regex = r"[-\w]+"


register_converter(UnicodeSlugConverter, "name")

urlpatterns = [
    path("", home, name="home"),
    path("resume/", resume, name="resume"),
    path("employers/", employers, name="employers"),
    path("employers/<name:slug>/", employer, name="employer"),
    path("projects/", projects, name="projects"),
    path("projects/<name:slug>/", project, name="project"),
    path("projects/by/skill/", all_skills, name="matrix"),
    path("projects/by/skill/page/<int:number>/", all_skills, name="matrix"),
    path("projects/by/skill/<name:slug>/", category_skills, name="category-matrix"),
    path(
        "projects/by/skill/<name:slug>/page/<int:number>/", category_skills, name="category-matrix"
    ),
    path("projects/with/skills/", chosen_skills, name="chosen-matrix"),
    path("skills/", skills, name="skills"),
    path("skills/<name:slug>/", skill, name="skill"),
    path("skills/<name:slug>/projects/", skill_projects, name="skill-matrix"),
    path("skills/<name:slug>/projects/page/<int:number>/", skill_projects, name="skill-matrix"),
    path("publications/", publications, name="publications"),
    path("publications/<name:slug>/", publication, name="publication"),
    path("credentials/", credentials, name="credentials"),
    path("search/", search, name="search"),
    path("blog/", blog, name="blog"),
    path("blog/page/<int:number>/", blog, name="blog"),
    path("blog/feed.xml", WritingFeed(), name="feed"),
    path("blog/<name:slug>/", post, name="post"),
]
