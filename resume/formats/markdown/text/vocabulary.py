"""The words that tell what a heading, a label or a line of a résumé is about.

Gathered by how often they head the same thing in real files; Japanese first. A word decides only
where it is the whole of a heading, so that a sentence which holds it decides nothing.
"""

import re
from functools import lru_cache

from resume.document.text import fold

from .names import ENTITY, HANDLED, OWN_WORK, SELF

# Of projects, in a section of their own or under an employer; `PREFIX` and `SUFFIX` apart.
PROJECT_TITLES = (
    "プロジェクト 担当プロジェクト 参画プロジェクト プロジェクト履歴 プロジェクト経歴 プロジェクト経験 プロジェクト実績 "
    "案件 担当案件 参画案件 案件履歴 案件経歴 案件実績 開発実績 "
    "工事 担当工事 工事経歴 工事実績 施工実績 施工経歴 担当現場 担当物件 担当番組 担当書籍 "
)
ENGLISH_PROJECT_TITLES = (
    "projects|side projects|project details|project experience|project history|project summary|"
    "projects undertaken|projects handled|hobby projects|pet projects|private projects|own projects|"
    "open source projects|open-source projects|university projects|college projects|"
    "student projects|school projects|independent projects|client projects|web projects"
)
# Kinds are those of `Section.holds`, and "work", which holds positions.
SECTIONS = {
    "positions": (
        "職務経歴 職歴 雇用歴 実務経歴 業務経歴書 開発経歴 職務経歴概略 職歴概略 業務経歴 経歴 職務履歴 職務経歴書 その他の経歴 その他の職歴 その他の実務経験 職務内容 "
        "勤務先 勤務経験 勤務経歴 職場経験 職務経験 経験 業務経験 実務経験 これまで 今まで いままで 今 いま 歩み あゆみ 経験業務 職務 お仕事 仕事 会社経歴 会社での経歴 在籍企業 "
        "副業 複業 副業経験 副業歴 副業経歴 複業経歴 業務委託 フリーランス活動 インターン インターンシップ インターン経験 インターン歴 "
        "アルバイト アルバイト経験 アルバイト歴 "
        "work|experience|work experience|work history|employment|employment history|"
        "professional experience|career|career history|internship|internships|side job|"
        "history|job history|job experience|jobs|working experience|professional history|"
        "professional background|relevant experience|industry experience|experiences|"
        "employment experience|current position|current positions|current role|current roles|previous positions|previous position|previous roles|previous role|past positions|past roles|past experience|previous experience|prior experience|other experience|recent experience|professional activity|professional activities|positions|occupation|employment record|"
        "career path|career timeline|positions held|roles|appointments|military|military service|where i've worked|"
        "where i've been|what i've done|places i've worked|where i have worked|internship experience|experience and employment"
    ),
    "projects": (
        PROJECT_TITLES + "プライベートプロジェクト プライベートプロジェクト履歴 個人開発 "
        "開発歴 制作歴 製作物 作成物 開発プロジェクト チームプロジェクト チーム開発 共同開発 個人プロジェクト 個人制作 個人開発プロダクト 個人プロダクト 開発経験 制作実績 制作物 成果物 "
        "研究プロジェクト 受託プロジェクト 実務プロジェクト 業務プロジェクト 受託開発実績 "
        "ポートフォリオ 作品 担当作品 参加作品 参加タイトル 担当タイトル 開発タイトル 作ったもの プロダクト プロダクト・サービス 受託開発 受託案件 oss oss活動 oss開発 oss貢献 ossコントリビューション "
        + ENGLISH_PROJECT_TITLES
        + "|open source|portfolio"
    ),
    "skills": (
        "スキル 技術スタック 技術 スキルセット スキルマップ スキルマトリックス スキルシート 技術スキル "
        "テクニカルスキル 保有スキル 経験技術 使用技術 使用できる技術 使える技術 扱える技術 得意技術 経験スキル "
        "技術要素 開発スキル 技術経験 プログラミング言語 言語・フレームワーク ツール・環境 it スキル itスキル "
        "skills|technical skills|tech stack|technologies|skill set"
    ),
    "summary": (
        "職務要約 要約 職務概要 概要 サマリ サマリー キャリアサマリー キャリアサマリ 経歴要約 経歴サマリー "
        "略歴 職務経歴要約 職務経歴概要 職歴概要 経歴概要 キャリア概要 はじめに "
        "summary|about|about me|profile summary|professional summary|objective|career summary|"
        "employment summary|career overview|executive summary|career objective"
    ),
    "publications": (
        "アウトプット 執筆 執筆活動 執筆実績 登壇 登壇実績 登壇歴 発表 発表実績 発信 発信活動 対外発表 対外活動 "
        "ブログ 技術ブログ 記事 技術記事 論文 学術論文 研究業績 業績 出版 著書 書籍 メディア掲載 社外活動 "
        "アウトプット活動 技術発信 外部発信 publications|talks|writing|blog|articles|papers|presentations"
    ),
    "certifications": (
        "資格 保有資格 取得資格 所有資格 免許 検定 語学・資格 "
        "certifications|certificates|licenses|qualifications"
    ),
    "education": "学歴 最終学歴 学歴・研究 学歴/研究 教育 education|academic background",
    "awards": "受賞 受賞歴 表彰 表彰歴 受賞実績 コンペ実績 awards|honors",
    "links": (
        "アカウント リンク リンク集 各種リンク sns snsアカウント 連絡先 各種アカウント 関連リンク "
        "links|accounts|contact|social|profiles"
    ),
    "": (
        "基本情報 個人データ 個人情報 プロフィール 自己紹介 氏名 自己pr 自己ｐｒ 強み 得意分野 できること "
        "得意なこと 活かせる経験 活かせる経験・知識・技術 活かせる知識・経験 志向性 希望 希望条件 転職希望条件 "
        "希望職種 今後の展望 今後やりたいこと やりたいこと 興味 興味のあること 関心 価値観 意欲 志望動機 趣味 趣味・特技 その他 備考 目次 "
        "コミュニティ コミュニティ活動 コントリビュート コントリビューション 翻訳 翻訳活動 勉強会 課外活動 ボランティア ボランティア活動 サークル活動 部活動 "
        "言語能力 語学 語学力 profile|personal information|languages|interests|hobbies|others|other|"
        "references|referees|toc|table of contents|volunteering|volunteer work|volunteer experience|"
        "voluntary work|volunteer|community service|community involvement|extracurricular activities|"
        "activities|memberships|affiliations|courses|training|professional development|patents|"
        "personal statement|declaration|additional information"
    ),
}

# Headings and labels of what belongs to one employer or one project: never names of either.
LABELS = (
    "業務内容 担当業務 日常業務 通常業務 定常業務 定型業務 主な業務 主な業務内容 主な担当業務 業務 職務内容 仕事内容 担当 担当工程 工程 担当フェーズ 担当範囲 担当領域 "
    "開発内容 作業内容 実施内容 取り組み 取り組んだこと やったこと 主な取り組み 活動内容 対応内容 職務 "
    "概要 業務概要 案件概要 プロジェクト概要 会社概要 企業概要 事業概要 事業内容 会社情報 企業情報 サービス概要 プロダクト概要 内容 説明 詳細 背景 目的 課題 "
    "使用技術 技術 技術スタック 技術環境 利用技術 開発環境 環境 開発言語 使用言語 言語 フレームワーク f/w fw インフラ db "
    "データベース ツール 使用ツール os ミドルウェア ライブラリ クラウド 主な技術 主な使用技術 主要技術 スキル "
    "技術要素 主な技術要素 開発手法 手法 プロジェクト名 案件名 作業環境 "
    "役割 ポジション 職種 役職 職位 ロール 立場 担当役割 プロジェクトでの役割 プロジェクト内での役割 実績 成果 主な実績 主な成果 主要な実績 主要な成果 結果 工夫 工夫点 工夫した点 "
    "工夫したこと 苦労 苦労した点 貢献 アピールポイント ポイント 学び 得たもの 身についたスキル 取得スキル 評価 受賞 期間 在籍期間 所属期間 "
    "勤務期間 雇用期間 契約期間 参画期間 開発期間 就業期間 稼働 規模 体制 人数 チーム人数 開発人数 参加人数 チーム体制 チーム規模 開発体制 開発規模 "
    "プロジェクト規模 メンバー 構成 チーム構成 常駐先 派遣先 出向先 雇用形態 契約形態 契約 勤務形態 所属 部署 配属 業種 業界 資本金 売上高 従業員数 社員数 設立 "
    "勤務地 会社名 企業名 勤務先名 社名 在籍企業 退職理由 転職理由 入社理由 業務外 url リンク 関連リンク 参考 備考 その他 補足 年収 事業 "
    "position|title|job title|location|employer|company|start|end|employment type|industry|website|"
    "key responsibilities|key achievements|key results|accomplishments|impact|tech|technology|"
    "skills|frameworks|languages|key technologies|team size|responsibilities|overview|description|technologies|tech stack|stack|role|period|team|"
    "achievements|highlights|results|tools|environment|duties|summary|details"
)
GROUPS = "副業 複業 本業 正社員 業務委託 アルバイト インターン インターンシップ フリーランス活動 派遣 パート その他 学生時代 社会人 現職 前職 過去"
STAY_LABELS = re.compile(r"(?:在籍|所属|勤務|雇用|就業|在職)期間")
EMPLOYER_LABELS = re.compile(
    r"事業内容|事業概要|会社概要|企業概要|従業員数|社員数|資本金|売上高|雇用形態|"
    + STAY_LABELS.pattern
    + r"|(?i:employment type|job title|location)"
)
PERIOD_LABELS = re.compile(
    r"(?:在籍|所属|勤務|雇用|就業|参画|契約|開発|従事|担当|稼働|プロジェクト|活動|業務|実施|在職|経歴|職歴|参加)?"
    r"(?:期間|時期)|工期|会期|period|(?:employment )?dates?(?: (?:employed|of employment|worked))?|duration",
    re.IGNORECASE,
)
# The end of a heading over a part of an entry: 習得スキル, メンバー内訳, 身につけたこと.
PART = re.compile(r"(?:スキル|構成図?|編成|内訳|体制|要約|(?:業務|役割)概要|[ただ]こと|振り返り)$")
# Labels whose value may be the title of a project.
NAMING = re.compile(r"[名先]$|概要|内容|案件|プロジェクト|実績|成果|事業|取り組み|業務")
START_LABELS = re.compile(
    r"開始(?:年月|日|時期)?|入社(?:年月日?|日|時期)?|自|from|start", re.IGNORECASE
)
END_LABELS = re.compile(
    r"終了(?:年月|日|時期)?|退[社職](?:年月日?|日|時期)?|至|to|end", re.IGNORECASE
)
# Of the name of one who employs, below a heading that only says when.
EMPLOYER_NAME_LABELS = re.compile(
    r"(?:会社|企業|法人)名|社名|雇用元"
    r"|(?:現在?の?)?(?:所属(?:企業|会社|先)?|(?:在籍|勤務|雇用)(?:先|会社|企業)(?:企業|会社)?)名?"
    r"|employer|company(?: name)?|organi[sz]ation",
    re.IGNORECASE,
)
NAME_LABELS = re.compile(r"氏名|名前|お名前|name", re.IGNORECASE)
KANA_LABELS = re.compile(r"ふりがな|フリガナ|氏名\(?(?:かな|カナ)\)?")

NUMBER = "[0-9０-９]{1,2}"
DECORATION = re.compile(
    rf"""^(?:
      [■□◆◇●○◎▼▽▶★☆※♦•・▪️\s] | [\U0001f000-\U0001faff\u2600-\u27bf\ufe0f] | :[a-z_]+:
    | {NUMBER} (?:[.．]{NUMBER})+ \s+ (?=[^\s\d年ヶケかカヵ月週日時分人名件個社台万円倍%]) # "5.1 ", no "1.5 年"
    | {NUMBER} (?:[-.－．‐−]{NUMBER})* (?: \\?[.．)）、]\s* | [:：](?=\s*\D) )  # "1. ", "2-1)", "3:"
    | [①-⑳] | [(（【]{NUMBER}[)）】]
    )+""",
    re.VERBOSE,
)
BRACKETED = re.compile(r"^[【［\[〔〈＜<《「『](.*)[】］\]〕〉＞>》」』]$")
# Each stops where the next of its kind begins: what is never closed is looked through once.
MARKUP = (
    (re.compile(r"!?\[([^\[\]]*)\]\((?:[^()\[]|\([^()\[]*\))*\)"), r"\1"),  # a link or an image
    (re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?=[\s/>])[^<>]*>|<!--(?:(?!<!--).)*?-->"), " "),
    (re.compile(r"\{[{%](?:(?!\{[{%]).)*?[}%]\}"), " "),  # of a template: "{{ … }}", "{% … %}"
    (re.compile(r"(?<!\s)\s*\{#[\w.-]+\}\s*$"), ""),  # the name of an anchor: "{#work}"
    (re.compile(r"\[([^\[\]]*)\]\{[^{}]*\}"), r"\1"),  # a text with attributes: "[X]{.mark}"
    (re.compile(r"\*\*|__|~~|`"), ""),
)
# What a title says beside its words: "職務経歴(現職)", "職務経歴<概要>", "スキルの一覧"; never a date.
SUFFIX = re.compile(
    r"\s*[(<\[【〈《][^()<>\[\]【】〈〉《》\d]*[)>\]】〉》]$|(?:の?(?:詳細|年表)|について|一覧|紹介)$"
    r"|での?(?:経歴|職歴|経験)$|の(?:経歴|職歴|実績)$"
    r"|\s+(?:before (?:that|this|then)|so far|to date|until now|at a glance|details)$"
)
# "参画案件（フリーランス）": how somebody worked, and no name.
AS_INDEPENDENT = re.compile(
    rf"\s*\((?:{SELF.pattern})(?:時代|期間?|として|活動)?\)$", re.IGNORECASE
)
# What a title says before its words: "主な業務経歴", "携わったプロジェクト", "Relevant experience".
PREFIX = re.compile(
    r"^(?:(?:key|notable|major|main|selected|featured|funded|recent|relevant|related|other|additional|previous|prior|"
    r"past|earlier|early|current|personal|professional|contract|permanent|military|industry|technical|"
    r"engineering|software|development|freelance|consulting|teaching|academic|research)"
    r"(?:\s*(?:,|&|/|and\b)\s*|\s+)"
    r"|(?:full|part)[- ]time\s+)+"
    r"|^(?:いまの|今の|現在の|以前の|主な|おもな|簡単な|主要な|主要|代表的な|代表|これまでの|今までの|いままでの|過去の|直近の|(?:携|関)わった|手[がか掛]けた|従事した|担当した|経験した)+"
)
# "Apps I made", "Things I've built".
OWN_PROJECTS = re.compile(
    r"(?:apps?|games?|sites?|things|stuff|tools|software|projects|what) (?:that )?i(?:'ve|’ve| have)? "
    r"(?:made|built|build|wrote|written|created|shipped|launched|maintain)"
    r"|(?:apps|games|things|projects|tools) of my own|my (?:own )?(?:apps|games|projects|tools)"
)
# What makes a title of work of any words before it: "制作・開発職務の経歴".
WORK_TITLE = re.compile(r"(?:職務|業務|勤務)の?(?:経歴|履歴)$|(?<!学)職歴$")
# The day of a file in its title: "職務経歴書 2021年3月", "職務経歴書20231122".
DAY = re.compile(r"\s*(?:19|20)\d\d[\d年月日./\s-]*(?:現在|版)?$")
# What parts a title that is several: "学歴・職歴", "スキルと資格".
JOINT = re.compile(r"[・/&、]|と")


@lru_cache(4096)
def clean(text: str) -> str:
    """Return a heading's text without markup and decoration ("■ 【職歴】" gives "職歴")."""
    for pattern, replacement in MARKUP:
        text = pattern.sub(replacement, text)
    text = DECORATION.sub("", text.strip()).rstrip(" 　:：▲△▼▽↑⬆¶#")
    return BRACKETED.sub(r"\1", text).strip()


def words(text: str) -> frozenset[str]:
    """Return the folded words of a table above: parted by spaces, the English ones by bars."""
    if "|" in text:
        start = text.rfind(" ", 0, text.index("|")) + 1
        parts = [*text[:start].split(), *text[start:].split("|")]
    else:
        parts = text.split()
    return frozenset(fold(part) for part in parts)


SECTION_KINDS = {word: kind for kind, text in SECTIONS.items() for word in words(text)}
DOCUMENT_WORDS = words("職務経歴書 業務経歴書 経歴書 スキルシート resume|curriculum vitae|cv")
LABEL_WORDS = words(LABELS)
PROJECT_GROUP_WORDS = words(f"{PROJECT_TITLES}業務経歴 業務詳細 職務詳細 {ENGLISH_PROJECT_TITLES}")
GROUP_WORDS = words(GROUPS)
SIDE_WORK_WORDS = words("副業 複業")


@lru_cache(4096)
def section_kind(title: str) -> str | None:
    """Return what a section with this title holds, or None for a title that says nothing."""
    whole = DAY.sub("", fold(clean(title)))
    text = whole if ENTITY.search(whole) else SUFFIX.sub("", whole)
    bare = [PREFIX.sub("", each) for each in (text, whole)]
    if SECTION_KINDS.get(PREFIX.sub("", AS_INDEPENDENT.sub("", whole))) == "projects":
        return "projects"
    if OWN_PROJECTS.fullmatch(whole):
        return "projects"
    for spelling in (whole, text, text.replace(" ", ""), *bare):
        if spelling in SECTION_KINDS:
            return SECTION_KINDS[spelling]
    if OWN_WORK.fullmatch(bare[0]):
        return "projects"
    kinds = [SECTION_KINDS.get(part) for part in _parts(bare[0])]
    known = [kind for kind in kinds if kind is not None]
    if len(known) < len(kinds):
        return "positions" if WORK_TITLE.search(whole) else None
    return "positions" if {"positions", "education"} <= {*known} else known[0]


@lru_cache(4096)
def tells_of_schools(title: str) -> bool:
    """True for a title of work that is one of schools as well: 学歴・職歴."""
    kinds = {SECTION_KINDS.get(part) for part in _parts(fold(clean(title)))}
    return {"positions", "education"} <= kinds


def _parts(title: str) -> list[str]:
    """Return the titles of which a folded one is made, mostly one."""
    return [part.strip() for part in JOINT.split(title)]


def is_document_title(title: str) -> bool:
    """True for a heading that says what the whole file is: 職務経歴書, スキルシート …"""
    whole = SUFFIX.sub("", DAY.sub("", fold(clean(title))))
    return not {whole, whole.replace(" ", "")}.isdisjoint(DOCUMENT_WORDS)


def is_label(title: str) -> bool:
    """True for a heading that labels a part of an entry: 業務内容, 使用技術, 期間 …"""
    text = fold(clean(title))
    return text in LABEL_WORDS or LABEL_WORDS.issuperset(_parts(text))


def is_part(title: str) -> bool:
    """True for a heading that is a label, or ends like one: 習得スキル, 実績要約."""
    return is_label(title) or bool(PART.search(title))


def tells_value(title: str) -> bool:
    """True for a heading that is a label with its value: "役割: リーダー". It names no project."""
    label, colon, value = clean(title).replace("：", ":").partition(":")
    return bool(colon and value.strip()) and is_label(label) and not NAMING.search(label)


def is_period_label(label: str) -> bool:
    """True for a label of a period, by itself or beside another: 期間, 雇用形態／期間 …"""
    return any(map(PERIOD_LABELS.fullmatch, re.split(r"\s*[:：・/／]\s*", label)))


def is_project_group(title: str) -> bool:
    """True for a heading under which an employer's projects stand: プロジェクト, 主な案件 …"""
    whole = fold(clean(title))
    parts = {*_parts(PREFIX.sub("", SUFFIX.sub("", whole)))}
    return (
        bool(HANDLED.fullmatch(whole))
        or whole in PROJECT_GROUP_WORDS
        or (parts <= PROJECT_GROUP_WORDS | LABEL_WORDS and bool(parts & PROJECT_GROUP_WORDS))
    )


def is_group(title: str) -> bool:
    """True for a heading that groups employers: 副業, インターン … It names none."""
    return fold(clean(title)) in GROUP_WORDS


def is_side_work(name: str) -> bool:
    """True for 副業, which is work beside another and no name, even where a heading dates it."""
    return fold(name) in SIDE_WORK_WORDS
