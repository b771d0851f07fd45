"""The signs by which a name is that of an employer, a role, a project or an event.

Words that stand somewhere in a name; those that are a whole heading are in `vocabulary`.
"""

import re

LEGAL_FORM = re.compile(
    # Not of just any: "学校法人の学務システム", but "医療法人のぞみ会".
    r"(?:株式会社|有限会社|合同会社|合資会社|合名会社|(?:一般|公益)?(?:社団|財団)法人|学校法人|医療法人|独立行政法人|国立研究開発法人|"
    r"社会福祉法人|国立大学法人|特定非営利活動法人|NPO法人|宗教法人|監査法人|(?:弁護士|税理士|司法書士|社会保険労務士)法人)(?!の[^ぁ-ん])|"
    r"[(（][株有同][)）]|[㈱㈲]|"
    r"(?<![A-Za-z])(?:Inc|LLC|Ltd|Corp|GmbH|plc|LLP|Pty|Pvt|K\.K|Limited|Corporation|Company)\b\.?|"
    r",?\s*(?<![A-Za-z])Co\.,?\s*Ltd\b\.?",
    re.IGNORECASE,
)
# After a comma: no legal form of the name before it.
NO_FORM = r"(?!Inc|LLC|Ltd|Corp|Co\b|K\.K)"
# Legal forms of other countries, which are words of their own in this case alone.
ABROAD = (
    r"(?-i:\b(?:[BN]\.V\.|S\.[AL]\.(?:S\.)?|S\.p\.A\.?|S\.r\.l\.?|S[Pp]\. z ?o\. ?o\.|Lt?da\b\.?|"
    r"Pte\b\.?|Oyj?\b|ApS\b|G\.K\.|SARL\b|s\.r\.o\.|a\.s\.(?!\w)|d\.o\.o\.)|"
    r"(?<=\w )A(?:[BGS]$|/S(?![\w/])))"
)
# The signs of one who employs oneself.
SELF = re.compile(
    r"フリーランス|個人(?:事業主?|請負)|自営業|(?<![a-z])freelance|\bself[- ]employed|"
    r"\bindependent (?:consultant|contractor|developer|engineer|consulting)",
    re.IGNORECASE,
)
# A legal form, or another sign that a name is that of one who employs.
ENTITY = re.compile(
    rf"{LEGAL_FORM.pattern}|{ABROAD}|{SELF.pattern}|"
    r"(?:[A-Za-zＡ-Ｚ〇○●×*] ?|[0-9] ?(?!社[をでにかの])|企業|某|大手)社(?![一-鿿])|"
    r"[一二三四五六七八九十\d]社目|"
    # What kind of company it is, where the name is not told: "広告系企業", "関西大手SIer". After a
    # verb it is whatever company: "働きたい会社".
    r"(?:[^\s社うくぐすつぬぶむるたい]|とある)(?:会社|企業|SIer)$",
    re.IGNORECASE,
)
# How the names of workplaces end that mostly have no legal form; a branch may follow.
WORKPLACE = re.compile(
    r"(?:病院|医院|クリニック|診療所|療養所|薬局|(?:医療|看護|介護|支援|福祉|研究)センター|訪問看護ステーション|老人ホーム|児童相談所|保健所|"
    r"保育[園所]|幼稚園|こども園|[小中]学校|高等?学校|学園|学院|塾|予備校|役[場所]|[都道府県]庁|消防(?:署|本部|局)|警察(?:署|本部)|教育委員会|"
    r"図書館|博物館|美術館|公民館|ホテル|旅館|レストラン|食堂|料亭|美容[室院]|百貨店|商店|書店|工務店|製作所|鉄工所|農園|牧場|"
    r"銀行|信用金庫|信用組合|協同組合|商工会(?:議所)?|(?:法律|会計|税理士|特許|建築|設計)事務所|研究所|機構|振興会|協会|財団|連合会|公社|事業団|運送|運輸|急便|タクシー)"
    r"(?:[\s　]+\S{1,20})?(?:\s*[(（][^()（）]*[)）])?$"
)
# Where a word for a company ends the name, 向け tells what it makes: "医療向けアプリ開発企業".
CLIENT = re.compile(
    r"様(?![一-鿿])|御中|向け(?!.*(?:会社|企業|SIer)$)|への?常駐|案件|^(?:常駐|客|派遣|出向|参画|取引|得意|納入)先"
    r"|^(?:顧客|クライアント)[:：]",
    re.IGNORECASE,
)
# For whom, in brackets after the one who employs: "X株式会社(Y向け)".
ON_BEHALF = re.compile(r"\s*[(（][^()（）]*向け[)）]$")
EVENT = re.compile(
    r"(?:入社|退社|退職|転職|入学|卒業|修了|中退|就職|異動|昇進|昇格|設立|起業|独立|開業|転籍|創業|内定|配属|出向|退学)$"
)
# A word of a proper name; one in Japanese has nothing that only sentences have.
PROPER = re.compile(
    r"[A-Z0-9À-ÖØ-ÞĀČĎĐĞĪŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽ]"
    r"|^(?:of|the|and|for|de|d[aio]|das|dos|d[eu][lrsn]?|della|la|les?|von|van|und|et|och|og|y|&|-|–|—)$"
    r"|^(?![^ -~]*[をにはがで、。])[^ -~]{2,20}$"
)
# A part of one who employs.
DEPARTMENT = re.compile(
    r"(?:部|課|室|係|チーム|グループ|ユニット|(?<![A-Za-z])(?:Department|Dept\.?|Team|Division|Unit))$|"
    r"^(?:Department|Dept\.|Faculty|School|Division) of [A-Z]"
)
# A stretch of a career, which may hold several employers.
STAGE = re.compile(r"(?:キャリア|経歴|職歴|時代|以前|以降|career)$", re.IGNORECASE)
PROJECT_WORDS = re.compile(
    r"開発|構築|案件|プロジェクト|リプレイス|リニューアル|刷新|改修|移行|改善|アプリ|システム(?!ズ|エンジニア)|"
    r"サービス|サイト|基盤|機能|ツール|導入|保守|運用|設計|実装|検証|プロダクト|新規事業|立ち上げ|立上げ|"
    r"\b(?:PoC|PJ|project|app|system|platform)\b|"
    r"(?:対応|調査|試作|移植|入れ替え|置き換え|修正|デバッグ|評価|作成|支援|検討|追加|拡張|更改|更新|制作|整備|業務|活動|(?<=の)運営|(?<![文進消])化)$",
    re.IGNORECASE,
)
# A name of a firm without its legal form, of one word that sounds like work: 甲情報サービス.
FIRM = re.compile(
    r"(?!\S*(?:管理|業務|支援|予約|販売|社内|新規|向け|基幹|監視|配信|検索|連携))[^\s\u3041-\u309f、。・/／|｜()（）「」:：]{2,8}"
    r"(?:情報|ソフト(?:ウェア)?|コンピュータ[ー]?|データ|ビジネス|テクノ|テクニカル|システム|通信|電算|計算|総合|技術|ネット)"
    r"(?:サービス|システム|開発|設計)"
)
# What somebody made for oneself, as a title of all of it: 自主制作, 個人で作ったもの.
THING = (
    r"(?:もの|物|oss|(?:web|スマホ|ios|android)?(?:アプリ|サービス|サイト|ツール)|ライブラリ"
    r"|プロダクト|作品)"
)
OWN_WORK = re.compile(
    r"(?:個人|趣味|自主|プライベート|[仕業][事務]外)(?:で|の|的に|として)?"
    r"(?:(?:作|つく|創)っ|(?:開発|制作|製作|運営)し?)(?:て(?:い|き))?[たる]?(?:いる)?"
    rf"の?{THING}?"
    rf"|自作(?:の?{THING})?|(?:個人|趣味)の?{THING}|(?:公開|リリース|運営)し(?:た|て(?:い|き)?る)の?{THING}"
)
# What is made, and no software, as a title of what somebody did of it: 担当した主な書籍・教材.
MADE = r"(?:書籍|教材|雑誌|番組|作品|物件|現場|工事|タイトル|講座|展覧?会|公演)"
HANDLED = re.compile(
    rf"(?:主な)?(?:(?:担当|制作|編集|参加)した|携わった|手[がか掛]けた)(?:主な)?{MADE}(?:[・/、と]{MADE})*(?:一覧)?"
)
# What somebody does besides, among which may be code.
OWN_ACTIVITY = re.compile(
    r"(?:個人|プライベート|趣味|[仕業][事務]外|社外|課外|その他)(?:の|での?|的な)?(?:活動|取り?組み)"
)
ROLE_END = re.compile(
    r"(?:エンジニア|マネージャー?|リーダー?|リード|ディレクター|デザイナー?|コンサルタント|プログラマー?|アーキテクト|アナリスト|"
    r"サイエンティスト|リサーチャー|スペシャリスト|オーナー|スタッフ|メンバー|インターン(?:シップ)?|アルバイト|"
    r"デ[ベィ]ロッパー|ディベロパー|開発者|技術者|管理者|設計者|担当者|責任者|技師|研究員|研究職|開発職|技術職|総合職|営業職?|事務職?|代表取締役|代表|取締役|執行役員|顧問|アドバイザー|部長|課長|室長|所長|社長|代表社員|理事|主任|係長|店長|主査|講師|教授|助教|助手|教員|教諭|支援員|職員|フェロー|オペレーター?|コーダー|ライター|アシスタント|販売員|事務員|社内SE|"
    r"監督|[看准]護師|保育(?:士|教諭)|福祉士|介護士|薬剤師|栄養士|調理師|料理長|シェフ|パティシエ|スタイリスト|[美理]容師|運転[士手]|整備士|税理士|会計士|弁護士|司書|学芸員|療法士|指導主事|校長|教頭|支配人|工場長|[支分]?店長|[病医]?院長|師長|園長|主幹|"
    r"\b(?:SE|PG|PM|PL|PdM|PjM|CTO|CEO|COO|CIO|CFO|CMO|CPO|CISO|VPoE|VPoP|EM|SRE|TL|QA|IC|engineer|manager|developer|"
    r"lead|leader|director|designer|consultant|architect|analyst|scientist|researcher|intern|founder|"
    r"programmer|administrator|officer|specialist|assistant|teacher|instructor|professor|president|"
    r"contractor|technician|coordinator|supervisor|associate|owner|partner|principal|tester|"
    r"tutor|trainer|fellow|strategist|writer|editor|SDE|SWE|SDET|MTS|DBA|webmaster|apprentice|"
    r"trainee|lecturer|postdoc|executive|clerk|representative|advocate|sergeant|lieutenant|corporal|barista|"
    r"operator|bookseller|proofreader|translator|interpreter|librarian|accountant|auditor|nurse|chef|driver|cashier|"
    r"barman|bartender|waiter|waitress|receptionist|secretary|counsell?or|lifeguard|bookkeeper|mechanic|"
    r"electrician|machinist|surveyor|recruiter|evangelist|journalist|reporter|correspondent|columnist|"
    r"copywriter|photographer|artist|animator|physicist|chemist|biologist|statistician|pharmacist|"
    r"therapist|sysadmin|(?:postdoctoral|visiting|research) scholar|"
    r"(?:software|engineering) co-?op|co-?op (?:student|intern)|(?:working|placement) student|"
    r"(?:freelancer|(?:head|director|VP|vice president|chief|member) of [a-z]+(?: [a-z&]+){0,3})))"
    r"(?:職)?(?: (?:I{1,3}|IV|V|[1-5]|[LE][1-9]))?(?:\s*(?:[(（][^()（）]*[)）]|\[[^\[\]]*\]))?$",
    re.IGNORECASE,
)
# What somebody is, which says nothing of for whom: "エンジニア", "Webエンジニア".
ONLY_ROLE = re.compile(
    r"(?:(?:シニア|ジュニア|リード|テック|プリンシパル|チーフ|Web|IT|QA|AI|ML|iOS|Android|データ|機械学習|モバイル|アプリ|システム|ソフトウェア|インフラ|クラウド|"
    r"サーバー?サイド|フロントエンド|バックエンド|フルスタック|ネットワーク|"
    r"senior|junior|staff|principal|lead|software|full[- ]?stack|front[- ]?end|back[- ]?end|data|"
    r"machine learning|mobile|cloud|research|system|systems|product|project|design)[・/／\s]*)*"
    r"(?:エンジニア|プログラマー?|engineer|developer|intern|manager|designer|analyst|scientist|"
    r"architect|consultant|assistant)",
    re.IGNORECASE,
)
# What is written about, in the words of a sentence: "How I choose a job", "転職で考えたこと".
ESSAY = re.compile(
    r"^(?:how|why|what|when|where|which)\s+(?:i|we|my|to|you|the|is|are|do|does|did)\b"
    r"|(?:(?<=[うくすつぬむるたい])こと|理由|(?:した|の)話|振り返り|ふりかえり|について)$",
    re.IGNORECASE,
)
SCHOOL = re.compile(
    r"大学|高専|高等?学校|高校|中学校?$|専門学校|学園|学院|カレッジ|"
    r"\b(?:University|College|(?<!Research )Institute|School)\b"
)
# What a school runs, and who is there works: 甲大学附属病院.
OF_SCHOOL = re.compile(r"(?:病院|診療所|医療センター|図書館|保育園|幼稚園)(?:[\s　]+\S{1,20})?$")
# What was attended, and not worked for.
COURSE = re.compile(
    r"(?:修士|博士)(?:前期|後期)?課程|(?:学科|学部|課程|専攻|研究科|コース|スクール|(?:大学院?|高専|高校|学生時代)で?の(?:研究|学業|学習)(?:活動)?)$"
)
# What is held at a school by one whom it employs.
ACADEMIC = re.compile(
    r"(?:教授|講師|助教|助手|研究員|(?:支援|補佐|補助|技術)員|技官|教員|職員|フェロー|アシスタント"
    r"|professor|lecturer|researcher|fellow|assistant|instructor|tutor|postdoc|scholar"
    r"|(?:research|teaching|systems?) .*(?:engineer|scientist|developer|associate|administrator))$",
    re.IGNORECASE,
)
# What is told of a school, where another name stands for work there.
STUDIED = re.compile(
    r"学士|修士|博士(?!研究員)|卒業|修了|入学|中退|(?:学部|学科|課程|専攻|研究科)\s*$"
)
# Of "Foo Software Engineer", the words from the end that are such ones are the role.
ROLE_WORD = re.compile(
    r"senior|junior|staff|principal|chief|lead|software|backend|frontend|front-end|"
    r"back-end|full-stack|fullstack|web|mobile|ios|android|cloud|infrastructure|"
    r"platform|data|machine|learning|ml|mlops|ai|devops|site|reliability|security|"
    r"test|qa|product|project|program|tech|technical|engineering|research|applied|"
    r"engineer|developer|manager|director|designer|consultant|architect|analyst|"
    r"scientist|researcher|intern|leader|undergraduate|graduate|postdoctoral|visiting|teaching|"
    r"firmware|embedded|programmer|technician|administrator|assistant|specialist|associate|and|&|of|sre|cto|ceo|em",
    re.IGNORECASE,
)
# Which of several employers, and no name: "1社目", "会社2", "前の職場".
ORDINAL = re.compile(
    r"[0-9０-９一二三四五六七八九十]{1,2}社目|(?:会社|企業|職場|勤務先|(?:職務)?経歴|職歴)\s*[(（]?[0-9０-９①-⑳]{1,2}[)）]?"
    r"|(?:(?:現在|今|前|前々|以前|最初|直近)|[0-9０-９一二三四五六七八九]+[つ番か]目)の(?:お?仕事|職場|会社|勤務先|就[職業]先)"
)
EMPLOYMENT = (
    (re.compile(r"正社員|正規雇用|full[- ]?time|^permanent$", re.IGNORECASE), "full_time"),
    (re.compile(r"契約社員|嘱託|^(?:fixed[- ]term )?contract$", re.IGNORECASE), "contract"),
    (re.compile(r"派遣"), "dispatch"),
    (re.compile(r"アルバイト|パート|part[- ]?time", re.IGNORECASE), "part_time"),
    (re.compile(r"インターン|intern(?:ship)?\b", re.IGNORECASE), "internship"),
    (
        re.compile(r"業務委託|フリーランス|個人事業|freelance|contractor", re.IGNORECASE),
        "freelance",
    ),
    (re.compile(r"役員|取締役"), "executive"),
)


# What stands after a dash that parts it from the name before: no place, no list, nothing dated.
PARTED = re.compile(r"(?P<name>[^—]*[^—\s]) — (?P<rest>[^—\s,、，；;\d][^—,、，；;\d]*)")

# What stands in brackets at the end: "Lecturer (part-time)".
REMARK = re.compile(r"(?<=\S)\s*[(（](?P<kind>[^()（）]+)[)）]$")


def parted(text: str) -> tuple[str, str]:
    """Return (name, role) of "X — Staff Nurse", where one dash parts them, or two empty texts."""
    match = PARTED.fullmatch(text)
    return (match["name"], match["rest"]) if match else ("", "")


def employment_kind(text: str) -> str:
    """Return the kind of employment that `text` names, or ""."""
    return next((kind for pattern, kind in EMPLOYMENT if pattern.search(text)), "")


def is_client(name: str) -> bool:
    """True for the name of one for whom work was done: "X様", "Y向け"; not "X株式会社(Y向け)"."""
    named = ON_BEHALF.sub("", name)
    return bool(CLIENT.search(named if ENTITY.search(named) else name))


def is_school(name: str) -> bool:
    """True for the name of what was attended, where no legal form says that it employs."""
    employs = ENTITY.search(name) or OF_SCHOOL.search(name)
    return bool(SCHOOL.search(name) or COURSE.search(name)) and not employs


def is_held_at_school(role: str, name: str) -> bool:
    """True for the role of one whom a school employs, at that school."""
    return bool(ACADEMIC.search(role) and SCHOOL.search(name))


def is_attended(name: str, role: str) -> bool:
    """True for the name of a school beside a role, or none, that is not held there."""
    return bool(SCHOOL.search(name)) and not is_held_at_school(role, name)


def is_work(name: str) -> bool:
    """True for the name of a piece of work, of a role or of a stretch of a career."""
    signs = (PROJECT_WORDS, STAGE, ESSAY, ROLE_END, EVENT)
    return any(sign.search(name) for sign in signs)
