"""The records in groups, in the words of the résumé."""

from django.apps import apps
from django.contrib import admin

from resume import contents


def test_every_model_of_the_admin_has_its_line():
    ours = [model for model in admin.site._registry if model._meta.app_label == "resume"]
    assert {model.__name__ for model in ours} - set(contents.LINES) == set()


def test_no_line_is_about_a_model_that_is_gone():
    known = {model.__name__ for model in apps.get_app_config("resume").get_models()}
    # The one entry that is a page.
    assert set(contents.LINES) - known == {"Transfer"}


def test_models_follow_the_resume_and_unknown_ones_come_last():
    models = [{"object_name": name} for name in ("Zebra", "Skill", "Anything", "Profile")]
    assert [model["object_name"] for model in contents.in_order(models)] == [
        "Profile",
        "Skill",
        "Anything",
        "Zebra",
    ]


def test_groups_without_a_model_are_left_out_and_unknown_models_stand_in_the_last():
    models = [{"object_name": name} for name in ("Zebra", "Project", "Employer")]
    found = contents.grouped(models)
    names = [[model["object_name"] for model in members] for _title, members in found]
    assert names == [["Employer", "Project"], ["Zebra"]]
    assert [member["line"] for member in found[1][1]] == [""]
