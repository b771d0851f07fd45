from resume.templatetags.markdown import host, summary


def test_a_summary_is_the_first_paragraph_in_plain_words():
    assert summary("**概要**です。\n\n- 一\n- 二") == "概要です。"
    assert summary("# 見出し\n\n本文です。") == "本文です。"
    assert summary("# 見出しだけ") == "見出しだけ"
    assert summary("") == ""


def test_a_summary_that_is_short_enough_keeps_its_characters():
    assert summary("社は\ufa19戸市です。") == "社は\ufa19戸市です。"
    assert summary("あ" * 10, 10) == "あ" * 10


def test_a_long_summary_is_cut():
    assert summary("あ" * 200, 10) == "あ" * 9 + "…"


def test_a_host_is_named_as_a_reader_knows_it():
    assert host("https://www.example.com:8080/a?b") == "example.com"
    assert host("mailto:a@example.com") == ""
