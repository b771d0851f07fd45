"""Titles of pieces of work that neither a label nor a period tells from duties and tasks.

"**検索基盤の刷新**", alone over a text or over a nested list, is a title where most of what is
written so beside it sounds like a piece of work as well: not "**採用**", "**プロダクト開発**".
"""

import re
from collections.abc import Sequence

from resume.document.periods import find_period
from resume.document.text import fold

from .names import DEPARTMENT, EVENT, PROJECT_WORDS, ROLE_END, STAGE
from .vocabulary import SUFFIX, clean, is_part, section_kind

# What a piece of work is called besides, at the end of its title or in it.
WORK = re.compile(
    r"(?:アップグレード|バージョンアップ|アップデート|マイグレーション|リファクタリング|チューニング|リアーキテクチャー?|リブランディング|"
    r"置き?換え|[載乗]せ替え|切り?替え|作り直し|立て直し|立ち上げ|引き上げ|統合|統廃合|分割|分離|連携|連動|同期|生成|予測|検知|検出|推定|推薦|"
    r"分類|解析|判定|削減|短縮|強化|拡充|展開|策定|確立|内製|公開|リリース|ローンチ|実証|実験|再編|撤廃|廃止|改革|改良|高度化|製作|試行|測定|計測|観測|(?<!自)研究)$"
    r"|における|向け|への|を(?:用|使|利用し)[いっ]?た|に伴う"
    r"|\b(?:migration|re(?:design|write|build|launch|vamp|platforming|factor(?:ing)?)|launch|roll-?out|"
    r"integration|pipeline|dashboard|site|website|portal|moderni[sz]ation|automation)\b",
    re.IGNORECASE,
)
# What somebody does all the time, in no more words than say so: "設計・実装", "新規サービス開発".
DUTY = re.compile(
    r"(?:フロント(?:エンド)?|バックエンド|サーバー?サイド|サーバー?|インフラ|クラウド|ネットワーク|データベース|データ|モバイル|"
    r"スマホ|スマートフォン|ネイティブ|アプリ(?:ケーション)?|システム|ソフトウェア|サービス|プロダクト|プラットフォーム|基盤|機能|画面|"
    r"ツール|デザイン|フルスタック|web|api|db|ui|ux|ios|android|sre|devops|qa|ci|cd|aws|gcp|it|"
    r"新規|既存|自社|社内|社外|社員|受託|追加|要件|定義|企画|提案|調査|研究|分析|検討|検証|評価|基本|詳細|設計書?|仕様書?|実装|製造|開発|"
    r"構築|テスト|単体|結合|総合|試験|運用|保守|監視|障害|対応|改善|改修|修正|管理|支援|推進|導入|移行|作成|整備|選定|技術|"
    r"レビュー|コード|コーディング|ドキュメント|問い?合わ?せ|顧客|お客様?|客先|折衝|調整|見積もり|見積|組織|チーム|"
    r"プロジェクト|案件|事業|マネ[ージ]+メント|リー[ドダ]ー?|メンバー|以外|採用|面接|教育|育成|研修|新人|新卒|指導|人材|人事|広報|勉強会|業務|作業|活動|"
    r"一般|全般|効率化?|自動化|品質|向上|工程|環境|事務|営業|販売|接客|経理|総務|入力|制作|その他|サポート|ヘルプデスク|"
    r"development|management|operations?|support|design|team|maintenance|backend|frontend|infrastructure|"
    r"[\s・/／、,&＆+()（）ー-]|の|と|や|及び|および)+",
    re.IGNORECASE,
)
# Whose work has no end, before the word for it: 秘書業務, 企画部業務, 総務・経理業務.
OFFICE = re.compile(
    r"秘書|事務|庶務|総務|人事|労務|経理|財務|会計|法務|営業|企画|広報|接客|受付|採用|店舗|窓口"
    r"|[^\s\u3041-\u309f]{1,6}[部課室係]"
)
# One of these that came to an end, and may so be told beside others: "監視業務の自動化".
ONCE = re.compile(r"の(?:自動化|効率化|導入|移行|構築|選定|整備)$")
# Labels of what was done, under which pieces of work may stand.
DONE = re.compile(
    r"(?:主な|主要な|担当した|携わった)?(?:(?:担当)?(?:業務|職務|仕事|作業|開発|実施|活動|対応)(?:内容|詳細)?"
    r"|取り?組み(?:内容)?|取り?組んだ(?:こと|内容)|[やし](?:った|ってき?た|た)(?:こと|仕事)|実績|成果|担当|内容|詳細)"
    r"|(?:main |key )?(?:responsibilities|achievements|highlights|work|contributions)",
    re.IGNORECASE,
)
# What no title holds, or ends with: that of a label, or of what somebody did.
SENTENCE = re.compile(
    r"。|[:：][\s*]*$|(?:[るた]|担当|従事|参画|経験|(?:リリース|公開|導入|移行|入社|配属)[前後時])[\s*]*$"
)
# What may follow a title in bold on its line: a remark in brackets, a role, tools.
REMARK = r"(?:\s*[(（][^()（）]+[)）]|(?:\s*`[^`]+`)+|\s+[-–—―|｜/／]\s+\S.{0,80})"
TITLE_LENGTH = 60


def is_done(label: str) -> bool:
    """True for a label of what was done: やったこと, 主な業務, 業務内容・成果."""
    parts = re.split(r"[・/／&、]", SUFFIX.sub("", fold(clean(label))))
    return all(DONE.fullmatch(part.strip()) for part in parts)


def is_of_office(title: str) -> bool:
    """True for what an office does all the time, which is no piece of work."""
    parts = re.split(r"[・/／、と]", title.removesuffix("業務"))
    return title.endswith("業務") and all(map(OFFICE.fullmatch, parts))


def may_title(text: str) -> bool:
    """True for a text that may title a piece of work: no label, role, department or sentence."""
    title = clean(text)
    if not 1 < len(title) <= TITLE_LENGTH or SENTENCE.search(text):
        return False
    refused = any(sign.search(title) for sign in (ROLE_END, DEPARTMENT, EVENT, STAGE))
    return not (refused or is_part(title) or section_kind(title) is not None or find_period(title))


def sound_like_work(
    titles: Sequence[str], whole: bool = False, known: bool = False, one: bool = False
) -> bool:
    """True where more than half of several texts, or the `whole` of them, are titles of work.

    Each may be one; of duties, none counts. Where the titles of another employer are `known` to
    bear the same mark, whatever is no duty is one; where they bear none, `one` of work is enough.
    """
    if len(set(titles)) < len(titles) or not all(map(may_title, titles)):
        return False
    duties = list(filter(DUTY.fullmatch, map(clean, titles)))
    if known and len(duties) < len(titles) and all(map(ONCE.search, duties)):
        return True
    works = sum(map(_is_work, map(clean, titles)))
    return len(titles) > (not one) and (works == len(titles) if whole else works * 2 > len(titles))


def _is_work(title: str) -> bool:
    return bool(PROJECT_WORDS.search(title) or WORK.search(title)) and not DUTY.fullmatch(title)
