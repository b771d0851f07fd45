"""What a report says of a change, in the words of the admin."""

import pytest
from django.utils.translation import override

from resume.store.records import FIELDS
from resume.store.report import ADDED, KEPT, Change, FieldChange


@pytest.mark.parametrize(
    ("model", "name", "value", "text"),
    [
        ("Project", "body", "- 設計\n- 実装", "- 設計\n- 実装"),
        ("Project", "facts", (("担当", "設計"), ("期間", "")), "担当: 設計\n期間"),
        ("Publication", "extras", {"publisher": "技術評論社"}, '{\n  "publisher": "技術評論社"\n}'),
        ("Publication", "extras", {}, ""),
        ("Position", "employment", "full_time", "正社員"),
        ("Position", "employment", "", ""),
        ("Project", "featured", True, "はい"),
        ("Position", "end", "current", "現在"),
        ("Skill", "name", "current", "current"),
    ],
)
def test_a_value_is_shown_as_its_owner_reads_it(model, name, value, text):
    with override("ja"):
        assert FieldChange(model, name, "", value).after_text == text
        assert FieldChange(model, name, value, "").before_text == text


def test_a_field_and_a_record_are_named_as_in_the_admin():
    with override("en"):
        assert FieldChange("Project", "facts", (), ()).label == "project facts"
        assert FieldChange("Position", "end", "", "2024").label == "end"
        assert Change("1", ADDED, "Employer", "株式会社例").model_label == "employer"
        assert Change("1", KEPT, "Employer", "株式会社例").action_label == "left as it is"


def test_every_field_that_can_differ_has_a_label():
    labels = [FieldChange(kind, name, "", "").label for kind in FIELDS for name in FIELDS[kind]]
    assert len(labels) == sum(map(len, FIELDS.values()))
    assert all(labels)
