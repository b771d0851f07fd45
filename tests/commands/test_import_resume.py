"""`manage.py import_resume`: what it says on a terminal and in a pipe, and how it refuses."""

import io
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from resume.formats import FORMATS
from resume.management import report as printed
from resume.management.differences import compare
from resume.management.terminal import LANGUAGE_VARIABLES, operator_language, visible
from resume.models import Import, Position, Project, Section, Skill

from .terminal import CAREER, ROOT, environment, refusal, run, run_on_terminal

ESCAPE = re.compile(r"\x1b\[[0-9;]*[mK]")
SMALL = """\
# 職務経歴

## 株式会社例 SRE (2023/06〜現在)

### 監視の刷新

- datadog による監視

# スキル

- Python(6 年)
- datadog
- R(1 年)
"""
CHANGED = """\
# 職務経歴

## 株式会社例 SRE (2023/06〜2025/03)

### 監視の刷新

- datadog と Python による監視

# スキル

- Python(7 年)
- datadog
- Go(1 年)
"""
FIRST_REPORT = """\
small.md, read as markdown

+ profile
+ employer 株式会社例
+ section 職務経歴
  + position 株式会社例 SRE (2023/06〜現在)
    + project 監視の刷新
+ section スキル
  + skill Python
  + skill datadog
  + skill R

Records
  + 9 added: profile 1, section 2, employer 1, position 1, project 1, skill 3

Lines
  Every one of the 13 lines of the file has a place: field 7, body 1, blank 5.

Evidence
  Skills that projects name, not linked yet:
    監視の刷新: datadog
    → --accept-evidence links them all; or link them on a project's admin page.

Next
  New records are drafts: publish them in the admin.
  To undo this import, open it at http://127.0.0.1:8000/admin/resume/import/
"""
SECOND_CHANGES = """\
  職務経歴
  ! position 株式会社例 SRE (2023/06〜2025/03)
      The site says something else; that stays unless you take the file's.
      end: 2024 → 2025-03
    ~ project 監視の刷新
        text: - datadog による監視 → - datadog と Python による監視
  スキル
  ~ skill Python
      claim: 6 年 → 7 年
  + skill Go
  - skill R
"""


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


@pytest.fixture
def file(tmp_path, monkeypatch):
    """Return what writes a file into the folder that commands of this test run in."""
    monkeypatch.chdir(tmp_path)

    def write(name, content):
        data = content if isinstance(content, bytes) else content.encode()
        (tmp_path / name).write_bytes(data)
        return name

    return write


def import_file(name, *options):
    """Return what the command prints, as a pipe gets it."""
    out = io.StringIO()
    call_command("import_resume", name, *options, stdout=out, stderr=io.StringIO(), no_color=True)
    return out.getvalue()


def said_on_refusal(name, *options):
    with pytest.raises(CommandError) as error:
        import_file(name, *options)
    return str(error.value)


def imports(database):
    with sqlite3.connect(database) as connection:
        return connection.execute("SELECT count(*) FROM resume_import").fetchone()[0]


# What it says


@pytest.mark.django_db
def test_a_first_import_is_told_as_an_outline_with_every_line_accounted_for(file):
    assert import_file(file("small.md", SMALL)) == FIRST_REPORT
    assert [row.file_name for row in Import.objects.all()] == ["small.md"]


@pytest.mark.django_db
def test_another_resume_is_told_as_such(file):
    import_file(file("small.md", SMALL))
    text = import_file(
        file("other.md", "# 職務経歴書\n\n## 職務経歴\n\n### 株式会社別 (2020〜2021)\n")
    )
    assert "  The file has no employer in common with the last one that was read: " in text
    assert "removed" not in text.partition("\nRecords")[2]


@pytest.mark.django_db
def test_a_second_file_is_told_as_what_changes_and_what_stays_the_owners(file):
    import_file(file("small.md", SMALL))
    position = Position.objects.get()
    position.end = "2024"
    position.save()
    text = import_file(file("changed.md", CHANGED))
    assert text[text.index("  職務経歴") : text.index("\nRecords")] == SECOND_CHANGES
    assert "  = 5 unchanged: " in text
    assert "Conflicts: yours stays. To take the file's, edit the record.\n" in text
    assert Position.objects.get().end == "2024"
    assert import_file("changed.md").endswith(
        "\nNext\n  Nothing to change: the file says nothing new.\n"
    )


@pytest.mark.django_db
def test_a_dry_run_says_the_same_and_writes_nothing(file):
    name = file("small.md", SMALL)
    dry = import_file(name, "--dry-run")
    assert not Section.objects.exists()
    assert not Import.objects.exists()
    assert dry[: dry.index("\nNext")] == FIRST_REPORT[: FIRST_REPORT.index("\nNext")]
    assert dry.endswith(
        "\nNext\n  New records are drafts. --publish would publish them.\n"
        "  Dry run: nothing was written. Leave out --dry-run to import.\n"
    )


@pytest.mark.django_db
def test_evidence_is_told_by_the_names_of_skills_and_by_what_they_are_parts_of(file):
    clouds = "".join(f"- {cloud}\n  - VPC\n" for cloud in ("GCP", "AWS"))
    small = SMALL.replace("- datadog による", "- Datadog と VPC による")
    text = import_file(file("small.md", small.replace("- R(1 年)\n", clouds)), "--dry-run")
    assert "    監視の刷新: datadog\n" in text
    assert "    “VPC” in 監視の刷新: VPC (GCP) or VPC (AWS)?\n" in text


@pytest.mark.django_db
def test_publishing_and_evidence_are_what_is_asked_for(file):
    text = import_file(file("small.md", SMALL), "--publish", "--accept-evidence")
    assert "  Skills linked to the projects that name them:\n    監視の刷新: datadog\n" in text
    assert "drafts" not in text
    assert Project.objects.get().status == "published"
    assert [skill.name for skill in Project.objects.get().skills.all()] == ["datadog"]


@pytest.mark.django_db
def test_silence_is_kept_when_asked_for(file):
    assert import_file(file("small.md", SMALL), "-v", "0") == ""
    assert Skill.objects.count() == 3


@pytest.mark.django_db
def test_everything_is_told_when_asked_for(file):
    import_file(file("small.md", SMALL))
    text = import_file("small.md", "-v", "2")
    assert "    = project 監視の刷新\n" in text
    ledger = [line for line in text.splitlines() if " | " in line or line.endswith(" |")]
    assert len(ledger) == 13
    assert ledger[4:8] == [
        "   5 field 監視の刷新 | ### 監視の刷新",
        "   6 blank  | ",
        "   7 body 監視の刷新 | - datadog による監視",
        "   8 blank  | ",
    ]


@pytest.mark.django_db
def test_what_stays_a_draft_though_it_was_to_be_published_is_told_at_the_end(file):
    text = SMALL.replace("# 職務経歴\n", "# 職務経歴\n\nメール: a@example.jp\n")
    told = import_file(file("small.md", text), "--publish")
    words = "“職務経歴” stays a draft, and what stands in it is not on the site either."
    assert words in told[told.index("\nNext\n") :]
    assert words not in import_file(file("plain.md", SMALL), "--publish")


@pytest.mark.django_db
def test_lines_that_became_no_record_are_named(file):
    text = import_file(file("prose.md", "ただの文章です。\nもう一行。\n\n# 職務経歴\n"))
    assert "    lines 1–2\n" in text
    kept = "No employer, project or skill was found: the text is kept as it is."
    assert kept in text
    assert kept not in import_file(file("small.md", SMALL))


@pytest.mark.django_db
def test_a_long_text_is_told_by_the_words_that_differ(file):
    before = "担当した業務は基盤の整備です。" * 8
    after = before.replace("整備", "運用", 1)
    import_file(file("before.md", f"# 概要\n\n{before}\n"))
    text = import_file(file("after.md", f"# 概要\n\n{after}\n"))
    rest = before[len("担当した業務は基盤の整備") :]
    assert f"- 担当した業務は基盤の[-整備-]{rest}\n" in text
    assert f"+ 担当した業務は基盤の{{+運用+}}{rest}\n" in text


@pytest.mark.django_db
def test_what_the_file_lost_is_told_from_the_outside_in(file):
    import_file(file("small.md", SMALL))
    text = import_file(file("less.md", SMALL[SMALL.index("# スキル") :]))
    assert text.split("\n\n")[1] == (
        "- employer 株式会社例\n"
        "- section 職務経歴\n"
        "  - position 株式会社例 SRE (2023/06〜現在)\n"
        "    - project 監視の刷新"
    )
    assert not Position.objects.exists()


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("a\nb", "a\nb", []),
        ("", "一行", [("+", [("一行", False)])]),
        ("一\n二\n三\n四", "一\n二\n三", [(" ", [("三", False)]), ("-", [("四", False)])]),
        (
            "基盤の設計と運用",
            "基盤の刷新と運用",
            [
                ("-", [("基盤の", False), ("設計", True), ("と運用", False)]),
                ("+", [("基盤の", False), ("刷新", True), ("と運用", False)]),
            ],
        ),
        ("設計", "運用保守", [("-", [("設計", False)]), ("+", [("運用保守", False)])]),
        (
            "1\n2\n3\n4\n5",
            "0\n2\n3\n4\n6",
            [
                ("-", [("1", False)]),
                ("+", [("0", False)]),
                (" ", [("2", False)]),
                ("…", []),
                (" ", [("4", False)]),
                ("-", [("5", False)]),
                ("+", [("6", False)]),
            ],
        ),
    ],
)
def test_two_texts_are_told_by_the_lines_and_words_that_differ(before, after, lines):
    assert list(compare(before, after)) == lines


def test_every_destination_and_action_has_a_word():
    assert all(printed.destination_label(each) for each in printed.Destination)
    assert set(printed.SIGNS) == set(printed.ROLES)


# On a terminal


def test_a_terminal_gets_colour_and_progress_and_a_pipe_the_same_text(database, file):
    name = file("small.md", SMALL)
    code, shown = run_on_terminal(database, "import_resume", name, "--dry-run")
    assert code == 0
    assert shown.startswith("\r\x1b[KReading small.md")
    assert "\x1b[32;1m+ skill Python\x1b[0m" in shown
    piped = run(database, "import_resume", name, "--dry-run")
    assert (piped.returncode, piped.stderr) == (0, b"")
    plain = piped.stdout.decode()
    assert "\x1b" not in plain
    # What the progress showed is erased: only what follows the last erasing stays.
    assert ESCAPE.sub("", shown.rpartition("\r\x1b[K")[2]) == plain


@pytest.mark.parametrize(
    ("options", "variables", "is_coloured"),
    [
        ([], {}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"TERM": "dumb"}, False),
        (["--no-color"], {}, False),
        (["--force-color"], {"NO_COLOR": "1"}, True),
    ],
    ids=["a terminal", "NO_COLOR", "dumb", "--no-color", "--force-color"],
)
def test_colour_is_a_choice(database, file, options, variables, is_coloured):
    name = file("small.md", SMALL)
    code, shown = run_on_terminal(database, "import_resume", name, *options, **variables)
    assert code == 0
    assert ("\x1b[32;1m" in shown) is is_coloured


def test_colour_can_be_forced_into_a_pipe(database, file):
    done = run(database, "import_resume", file("small.md", SMALL), "--force-color")
    assert "\x1b[32;1m+ skill Python\x1b[0m" in done.stdout.decode()


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "ja"),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "C.UTF-8"}, "ja"),
        ({"LANG": "fr_FR.UTF-8"}, "ja"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "en_GB"}, "en"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "ja:en"}, "ja"),
    ],
)
def test_the_language_is_the_operators_or_that_of_the_site(monkeypatch, variables, language):
    for name in LANGUAGE_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
    assert operator_language() == language


def test_a_japanese_operator_is_answered_in_japanese(database, file):
    name = file("small.md", SMALL)
    done = run(database, "import_resume", name, "--dry-run", LANG="ja_JP.UTF-8")
    assert "+ 見出し 職務経歴" in done.stdout.decode().splitlines()


def test_an_output_that_holds_no_japanese_gets_english_and_escapes(database, file):
    name = file("small.md", SMALL)
    variables = {"LANG": "ja_JP.UTF-8", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = run(database, "import_resume", name, **variables)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"+ section \\u8077\\u52d9\\u7d4c\\u6b74\n" in done.stdout


def test_no_text_of_a_file_reaches_the_terminal_as_a_command(database, file):
    heading = "案件\u009b31m赤\u202e逆\u2028行"
    text = SMALL.replace("監視の刷新", heading).replace("SRE", "SRE\u009d0;x\u009c")
    name = file("odd\x1b[31m\n.md", text)
    done = run(database, "import_resume", name, "-v", "2")
    assert done.returncode == 0
    shown = done.stdout.decode()
    assert shown.startswith("odd\\x1b[31m\\n.md, read as markdown\n")
    assert "+ project 案件\\x9b31m赤\\u202e逆\\u2028行\n" in shown
    assert visible(shown.replace("\n", "")) == shown.replace("\n", "")
    done = run(database, "import_resume", "no\x1b[2Jsuch\nfile")
    assert refusal(done) == "no\\x1b[2Jsuch\\nfile: There is no such file.\nNothing was written.\n"


# How it refuses


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        (
            "nul.md",
            "# 経歴\n\n\0",
            ", line 3: The character U+0000 cannot be used in a résumé; take it out.",
        ),
        ("empty.md", "", ": The file is empty; choose the one that the résumé is in."),
        ("bytes.md", b"\x80\xff\xff\x81", ", line 1: The file is no text in UTF-8, UTF-16, Shift"),
        ("big.md", b"a" * 10_000_000, ": This file is too large: at most 5 MB are read."),
        ("broken.yaml", "cv:\n  name: [\n", ", line 3: This is no YAML: "),
        ("nan.json", '{"basics": {"name": NaN}}', ""),
        (
            "end.json",
            '{"work": [{"name": "X", "endDate": "Present"}]}',
            ", work[0].endDate: “Present” is not a date; leave the key out for what goes on, or ",
        ),
        (
            "bomb.yaml",
            "cv:\n  a: &a [x,x,x,x,x,x,x,x,x]\n"
            + "".join(f"  {b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in ("ab", "bc", "cd"))
            + f"  sections: [{','.join(['*d'] * 9)}]\n",
            ", line ",
        ),
        (
            "rows.json",
            '[{"model": "auth.user", "pk": 1, "fields": {}}]',
            ": This is a fixture of Django. Read it with: manage.py loaddata rows.json",
        ),
    ],
)
def test_a_bad_file_is_refused_with_its_name_place_and_reason(file, name, content, words):
    said = said_on_refusal(file(name, content))
    assert said.startswith(name + words)
    assert said.endswith("\nNothing was written.")
    assert said.count("\n") == 1
    assert not Section.objects.exists()
    assert not Import.objects.exists()


@pytest.mark.django_db
def test_what_is_no_file_is_refused(file, tmp_path):
    assert said_on_refusal("no.md") == "no.md: There is no such file.\nNothing was written."
    (tmp_path / "folder").mkdir()
    assert said_on_refusal("folder").startswith("folder: This is a folder, not a file.\n")
    (tmp_path / "loop").symlink_to("loop")
    assert said_on_refusal("loop").startswith("loop: Too many levels of symbolic links\n")
    assert said_on_refusal("/dev/zero").startswith("/dev/zero: This file is too large: ")
    assert said_on_refusal("a\0b").startswith("a\\x00b: embedded null byte\n")


def test_a_refusal_ends_with_1_and_two_lines_on_the_error_stream(database, file):
    said = refusal(run(database, "import_resume", "-", stdin=b"# a\n\x1b[31m\n"))
    assert said == (
        "standard input, line 2: The character U+001B cannot be used in a résumé; take it out.\n"
        "Nothing was written.\n"
    )
    assert imports(database) == 0


def test_the_standard_input_is_read_and_its_format_told(database):
    done = run(database, "import_resume", "-", stdin=b"cv:\n  name: Taro\n")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"standard input, read as rendercv\n")
    assert run(database, "import_resume", "-", stdin=CAREER.read_bytes()).returncode == 0
    assert imports(database) == 2


@pytest.mark.django_db
def test_an_older_encoding_and_a_fence_left_open_are_taken_and_told(file):
    text = import_file(file("old.md", "# 職務経歴\n\n## 概要\n\n文章です。\n".encode("cp932")))
    assert "  The file was written in Shift_JIS; it was read as such.\n" in text
    assert "Every one of the 3 lines" in import_file(file("fence.md", "# 経歴\n```\n開いたまま\n"))


@pytest.mark.django_db
def test_a_record_that_cannot_be_saved_is_named_and_nothing_is_written(file):
    said = said_on_refusal(file("long.md", f"# 職務経歴\n\n{'あ' * 50_000}\n"))
    assert said.startswith("long.md: ")
    assert "職務経歴" in said
    assert said.endswith("\nNothing was written.")
    assert not Section.objects.exists()


def test_a_database_that_is_not_ready_is_explained(database, tmp_path):
    said = refusal(run(tmp_path / "new.sqlite3", "import_resume", CAREER))
    assert said.endswith("Run: python manage.py migrate\n")
    with sqlite3.connect(database) as other:
        other.execute("BEGIN IMMEDIATE")
        said = refusal(run(f"{database}?timeout=0", "import_resume", CAREER))
    assert said == (
        f"Stopped: The database file {database} is busy: another program is writing to it. "
        "Nothing was changed. Try again when it is done.\n"
    )


# How it ends early


INTERRUPTED = """
import signal, sys
from resume.store.rows import Rows
make = Rows.make
calls = []
def interrupt(*arguments, **options):
    calls.append(1)
    if len(calls) == 20:
        signal.raise_signal(signal.SIGINT)
    return make(*arguments, **options)
Rows.make = interrupt
from django.core.management import execute_from_command_line
execute_from_command_line(sys.argv)
"""
INTERRUPTED_AFTER = """
import signal, sys
from resume.management.commands import import_resume
saved = import_resume.import_source
def interrupt(*arguments, **options):
    saved(*arguments, **options)
    signal.raise_signal(signal.SIGINT)
import_resume.import_source = interrupt
from django.core.management import execute_from_command_line
execute_from_command_line(sys.argv)
"""


@pytest.mark.parametrize(
    ("program", "words", "written"),
    [
        (INTERRUPTED, b"Stopped. Nothing was written.\n", 0),
        (INTERRUPTED_AFTER, b"Stopped. The import was complete, and is written.\n", 1),
    ],
    ids=["while saving", "when saved"],
)
def test_an_interrupt_says_what_became_of_the_import(database, program, words, written):
    setup = "import django; django.setup()\n"
    done = subprocess.run(
        [sys.executable, "-c", setup + program, "import_resume", CAREER],
        env=environment(database),
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (128 + signal.SIGINT, b"", words)
    assert imports(database) == written


def test_a_reader_that_goes_away_stops_no_import(database, file):
    skills = "".join(f"- 技術{number}{'あ' * 40}\n" for number in range(900))
    name = file("many.md", f"# スキル\n\n{skills}")
    with subprocess.Popen(
        [sys.executable, ROOT / "manage.py", "import_resume", name],
        env=environment(database),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout.readline() == b"many.md, read as markdown\n"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 128 + signal.SIGPIPE
    assert imports(database) == 1


@pytest.mark.django_db
def test_every_format_is_offered(file):
    name = file("small.md", SMALL)
    with pytest.raises(CommandError, match="invalid choice"):
        call_command("import_resume", name, "--format", "docx")
    for each in FORMATS:
        with pytest.raises(CommandError, match=r"^no\.md: There is no such file"):
            call_command("import_resume", "no.md", "--format", each)


@pytest.mark.django_db
def test_a_json_list_that_is_no_fixture_is_not_taken_for_one(file):
    said = said_on_refusal(file("list.json", json.dumps([{"model": "x"}, {"fields": {}}])))
    assert "loaddata" not in said
    assert os.path.exists("list.json")


@pytest.mark.django_db
def test_a_contact_line_under_the_title_waits_alone(file):
    text = SMALL.replace("# 職務経歴\n", "# 職務経歴書\n\nメール: a@example.jp\n\n## 職務経歴\n")
    told = import_file(file("small.md", text), "--publish")
    assert "The text under “職務経歴書” stays a draft." in told[told.index("\nNext\n") :]
    drafts = Section.objects.exclude(status="published")
    assert [(each.title, each.body) for each in drafts] == [("", "メール: a@example.jp")]
