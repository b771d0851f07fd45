"""`manage.py export_resume`: the file back, whole, with nothing private in it."""

import io
import os
import signal
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from resume.models import Employer, Import, Skill
from tests.factories import make_employer, make_position, make_profile_link, make_section

from .terminal import CAREER, ROOT, environment, refusal, run


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def import_file(path):
    call_command("import_resume", str(path), verbosity=0)


def export(*arguments):
    """Return what the command writes to a stream of text, and what it says beside it."""
    out, said = io.StringIO(newline=""), io.StringIO()
    call_command("export_resume", *arguments, stdout=out, stderr=said)
    return out.getvalue(), said.getvalue()


def test_drafts_come_back_byte_for_byte_through_a_pipe(database):
    assert run(database, "import_resume", CAREER).returncode == 0
    done = run(database, "export_resume")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == CAREER.read_bytes()


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.rstrip(b"\n"),
        lambda data: "職務経歴\n".encode("cp932"),
    ],
    ids=["CRLF", "BOM", "no last newline", "Shift_JIS"],
)
def test_the_last_import_comes_back_as_its_bytes_were(database, tmp_path, change):
    data = change(CAREER.read_bytes())
    (tmp_path / "mine.md").write_bytes(data)
    assert run(database, "import_resume", tmp_path / "mine.md").returncode == 0
    assert run(database, "export_resume", "--as-imported").stdout == data


@pytest.mark.django_db
def test_an_edited_resume_is_not_what_was_imported():
    import_file(CAREER)
    assert export("--as-imported") == (CAREER.read_text(encoding="utf-8"), "")
    skill = Skill.objects.get(slug="python")
    skill.claim = "7 年"
    skill.save()
    with pytest.raises(CommandError) as error:
        export("--as-imported")
    assert str(error.value) == (
        "Records were changed since career.md was imported, so it no longer says all.\n"
        "Leave out --as-imported to write what the records say now."
    )
    text = CAREER.read_text(encoding="utf-8").replace("Python(6 年)", "Python(7 年)")
    assert export() == (text, "")


@pytest.mark.django_db
def test_an_import_that_was_undone_is_not_given_back():
    import_file(CAREER)
    Import.objects.update(undone_at="2025-01-01T00:00:00Z")
    with pytest.raises(CommandError, match="There is no import to give back"):
        export("--as-imported")


@pytest.mark.django_db
def test_an_import_is_looked_for_in_the_format_that_is_asked_for():
    import_file(CAREER)
    assert export("--as-imported", "--format", "markdown")[0] == CAREER.read_text(encoding="utf-8")
    Import.objects.update(format="rendercv")
    assert export("--as-imported")[0] == CAREER.read_text(encoding="utf-8")
    with pytest.raises(CommandError, match="There is no import to give back"):
        export("--as-imported", "--format", "markdown")


@pytest.mark.django_db
def test_contact_facts_and_names_behind_an_alias_stay_at_home():
    section = make_section(title="連絡先", holds="links", status="draft")
    make_profile_link(label="メール", kind="email", url="", value="a@example.com",
                      section=section, order=1, audience="owner")  # fmt: skip
    make_profile_link(label="GitHub", url="https://github.com/a", section=section, order=2,
                      audience="owner")  # fmt: skip
    work = make_section(title="職歴", holds="positions", layout="headings", status="draft")
    employer = make_employer(name="株式会社本名", alias="大手EC企業A社")
    make_position(employer=employer, section=work, order=1, role="SRE", status="draft")
    text, said = export()
    assert "大手EC企業A社 SRE" in text
    assert "https://github.com/a" in text
    assert "本名" not in text
    assert "a@example.com" not in text
    assert said == (
        "1 private record is left out: a contact fact, or a draft that names what an alias hides.\n"
    )
    Employer.objects.update(alias="")
    assert "株式会社本名" in export()[0]


@pytest.mark.django_db
def test_nothing_at_all_is_no_file(tmp_path):
    with pytest.raises(CommandError, match="There is no résumé yet"):
        export("-o", str(tmp_path / "out.md"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
def test_a_file_is_replaced_whole_and_keeps_its_permissions(tmp_path):
    import_file(CAREER)
    target = tmp_path / "out.md"
    target.write_text("old")
    target.chmod(0o600)
    assert export("-o", str(target)) == ("", f"Wrote {target} (11616 bytes).\n")
    assert target.read_bytes() == CAREER.read_bytes()
    assert target.stat().st_mode & 0o777 == 0o600
    link = tmp_path / "link.md"
    link.symlink_to(target)
    target.write_text("old")
    export("-o", str(link))
    assert link.is_symlink()
    assert target.read_bytes() == CAREER.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.md", "out.md"]
    assert export("-o", str(target), "-v", "0") == ("", "")


@pytest.mark.django_db
def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    import_file(CAREER)
    target = tmp_path / "out.md"
    target.write_text("old")

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CommandError) as error:
        export("-o", str(target))
    assert str(error.value) == f"{target}: No space left on device\nNothing was written."
    assert [path.name for path in tmp_path.iterdir()] == ["out.md"]
    assert target.read_text() == "old"


@pytest.mark.django_db
def test_where_it_cannot_be_written_is_said(tmp_path):
    import_file(CAREER)
    with pytest.raises(CommandError, match=r"out: There is no such folder\.\n"):
        export("-o", str(tmp_path / "no" / "out"))
    with pytest.raises(CommandError, match=r"This is a folder, not a file\."):
        export("-o", str(tmp_path))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
def test_a_device_is_written_to_and_not_replaced():
    import_file(CAREER)
    export("-o", os.devnull)
    assert not os.path.isfile(os.devnull)


@pytest.fixture
def long_resume(database, tmp_path):
    """Return the bytes of an imported file that is longer than a pipe holds."""
    long = tmp_path / "long.md"
    text = "".join(f"# 見出し{number}\n\n{'長い文章です。' * 1_000}\n\n" for number in range(20))
    long.write_text(text, encoding="utf-8")
    assert run(database, "import_resume", long).returncode == 0
    return long.read_bytes()


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_pipe_gets_all_that_is_longer_than_it_holds(database, long_resume, unbuffered):
    done = run(database, "export_resume", "--as-imported", PYTHONUNBUFFERED=unbuffered)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == long_resume


def test_a_reader_that_goes_away_is_no_error_of_ours(database, long_resume):
    with subprocess.Popen(
        [sys.executable, ROOT / "manage.py", "export_resume"],
        env=environment(database),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout.read(5) == "# 見".encode()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 128 + signal.SIGPIPE


def test_an_unmigrated_database_is_explained(tmp_path):
    said = refusal(run(tmp_path / "new.sqlite3", "export_resume"))
    assert said.endswith("Run: python manage.py migrate\n")
    assert said.count("\n") == 1


def test_a_format_that_cannot_be_written_is_not_offered(database):
    done = run(database, "export_resume", "--format", "rendercv")
    assert done.returncode == 2
    assert b"choose from" in done.stderr
