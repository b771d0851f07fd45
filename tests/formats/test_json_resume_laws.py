"""The laws of JSON Resume: what goes out comes in the same, and any text is read or refused."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from jsonschema import Draft7Validator

from resume.document.source import SourceError
from resume.formats.json_resume import official, parse, render
from resume.models import Audience
from resume.store import import_source, load_resume, save_resume
from tests.strategies import json_values, resumes, stored_resumes

SAMPLES = [
    path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[1] / "data/json_resume").glob("*.json"))
]
SCHEMA = Draft7Validator(
    json.loads((Path(official.__file__).parent / "schema.json").read_text(encoding="utf-8"))
)
drawn = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
MARKS = '{}[]",:\\0123456789eE-.truefalsnNaIity '


@drawn
@given(resumes() | stored_resumes())
def test_what_is_written_is_read_the_same_and_fits_the_schema(resume):
    text = render(resume)
    assert parse(text).resume == resume
    assert render(parse(text).resume) == text
    assert list(SCHEMA.iter_errors(json.loads(text))) == []


def read_or_refused(text):
    """The document, or None where the text is refused; anything else than a refusal is raised."""
    try:
        return parse(text).resume
    except SourceError:
        return None


@st.composite
def changed_files(draw):
    """A file of another tool or of ours, with a few values replaced, repeated or taken away."""
    text = draw(st.sampled_from(SAMPLES) | st.builds(render, resumes()))
    data = json.loads(text)
    for _number in range(draw(st.integers(1, 4))):
        part, key = data, None
        while isinstance(part, (dict, list)) and part:
            keys = sorted(part) if isinstance(part, dict) else range(len(part))
            box, key = part, draw(st.sampled_from(list(keys)))
            part = box[key]
            if draw(st.sampled_from([False, False, True])):
                break
        if key is None:
            break
        match draw(st.sampled_from(["replace", "delete", "repeat"])):
            case "delete":
                del box[key]
            case "repeat" if isinstance(box, list):
                box.append(box[key])
            case _:
                box[key] = draw(json_values())
    return json.dumps(data)


@drawn
@given(changed_files())
def test_what_is_read_is_written_and_read_the_same(text):
    resume = read_or_refused(text)
    if resume is not None:
        assert parse(render(resume)).resume == resume


@drawn
@given(st.text() | st.text(MARKS) | st.binary().map(lambda data: data.decode("utf-8", "replace")))
def test_any_text_is_read_or_refused_in_words(text):
    read_or_refused(text)


class ThroughTheDatabase(TestCase):
    @settings(drawn, max_examples=15)
    @given(stored_resumes())
    def test_a_document_comes_back_through_file_and_database(self, resume):
        save_resume(parse(render(resume)).resume, exact=True)
        assert load_resume(Audience.OWNER) == resume


def holds(found, wanted):
    """True when `found` has all of `wanted`, keys beside them allowed."""
    if isinstance(wanted, dict):
        return all(key in found and holds(found[key], wanted[key]) for key in wanted)
    if isinstance(wanted, list):
        return len(found) == len(wanted) and all(map(holds, found, wanted))
    return type(found) is type(wanted) and found == wanted


@pytest.mark.django_db
@pytest.mark.parametrize("text", SAMPLES, ids=lambda text: json.loads(text)["basics"]["name"])
def test_a_file_survives_the_database_with_every_key(text):
    import_source(parse(text), text.encode(), "resume.json")
    written = render(load_resume(Audience.OWNER))
    assert holds(json.loads(written), json.loads(text))
    assert parse(written).resume == load_resume(Audience.OWNER)


@pytest.mark.django_db
def test_an_export_for_the_public_holds_no_contact_fact():
    data = json.loads(SAMPLES[-1])
    data["basics"] |= {"birthDate": "1990-01-02", "location": {"city": "Tulsa", "note": "me"}}
    data["work"][0] |= {"supervisorPhone": "1", "note": "ask boss@example.com", "team": "Red"}
    text = json.dumps(data)
    import_source(parse(text), text.encode(), "resume.json", publish=True)
    secrets = [
        data["basics"]["email"],
        data["basics"]["phone"],
        "Tulsa",
        "1990-01-02",
        "supervisorPhone",
        "boss@example.com",
        data["references"][0]["reference"],
    ]
    owner = render(load_resume(Audience.OWNER))
    assert [secret for secret in secrets if secret not in owner] == []
    for drafts in (False, True):
        public = render(load_resume(Audience.PUBLIC, drafts=drafts))
        assert [secret for secret in secrets if secret in public] == []
        assert '"team": "Red"' in public
        assert data["work"][0]["name"] in public
