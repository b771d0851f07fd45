"""Where and how somebody worked, as a line tells it beside a name: "Boston, MA (Remote)"."""

import re

# What follows a town: a state by its two letters or its name, or a country.
STATE = (
    r"(?:[A-Z]{2}|U\.S\.A?|(?:USA|UAE|United (?:States|Kingdom|Arab Emirates)|England|Scotland|"
    r"Wales|(?:Northern )?Ireland|Canada|Australia|New Zealand|Japan|India|China|Taiwan|Korea|"
    r"South Korea|Hong Kong|Singapore|Vietnam|Thailand|Malaysia|Indonesia|Philippines|Pakistan|"
    r"Bangladesh|Sri Lanka|Nepal|Germany|France|Spain|Portugal|Italy|Austria|Switzerland|Belgium|"
    r"(?:The )?Netherlands|Luxembourg|Denmark|Sweden|Norway|Finland|Iceland|Estonia|Latvia|"
    r"Lithuania|Poland|Czechia|Czech Republic|Slovakia|Hungary|Romania|Bulgaria|Serbia|Croatia|"
    r"Slovenia|Greece|Turkey|Ukraine|Georgia|Israel|Egypt|Morocco|Tunisia|Nigeria|Ghana|Kenya|"
    r"South Africa|Brazil|Argentina|Chile|Colombia|Peru|Uruguay|Mexico|California|Oregon|"
    r"Washington|Texas|Colorado|Illinois|Massachusetts|New York|New Jersey|Virginia|Maryland|"
    r"Florida|Michigan|Ohio|Pennsylvania|Minnesota|Utah|Arizona|North Carolina|Ontario|Quebec|"
    r"British Columbia|Alberta)\b)"
)
# Towns that are known without a state after them.
CITY = (
    r"(?:Amsterdam|Athens|Atlanta|Auckland|Austin|Bangalore|Bangkok|Barcelona|Beijing|Bengaluru|"
    r"Berlin|Bogotá|Boston|Brisbane|Brussels|Bucharest|Budapest|Buenos Aires|Chennai|Chicago|"
    r"Cologne|Copenhagen|Dallas|Delhi|Denver|Dubai|Dublin|Edinburgh|Frankfurt|Fukuoka|Geneva|"
    r"Hamburg|Hanoi|Helsinki|Ho Chi Minh City|Hyderabad|Istanbul|Jakarta|Kobe|Krak[oó]w|"
    r"Kuala Lumpur|Kyiv|Kyoto|Lagos|Lisbon|London|Los Angeles|Lyon|Madrid|Manchester|Manila|"
    r"Melbourne|Mexico City|Milan|Montreal|Moscow|Mumbai|Munich|Nagoya|Nairobi|New Delhi|"
    r"New York(?: City)?|NYC|Osaka|Oslo|Paris|Philadelphia|Prague|Pune|Rome|San Diego|"
    r"San Francisco|Santiago|São Paulo|Sapporo|Seattle|Sendai|Seoul|Shanghai|Shenzhen|Stockholm|"
    r"Sydney|Taipei|Tallinn|Tel Aviv|Tokyo|Toronto|Vancouver|Vienna|Vilnius|Warsaw|Wrocław|"
    r"Yokohama|Zurich|Zürich)"
)
# From where, in no town: "フルリモート".
WAY = (
    r"(?:fully )?remote|hybrid|on-?site|(?:フル|一部)?リモート(?:ワーク|勤務)?|在宅(?:勤務)?"
    r"|(?:客先)?常駐|出社|ハイブリッド"
)
CONTRACT = (
    r"(?:業務委託|準委任|請負|正社員|契約社員|(?:紹介予定)?派遣(?:社員)?|嘱託(?:社員)?|フリーランス"
    r"|(?:学生)?アルバイト|パート(?:タイム)?(?:社員)?|(?:非|時短)?常勤|フルタイム|時短勤務|full-time|part-time)"
    r"(?:契約|勤務|として)?"
)
HOW = re.compile(rf"(?:{WAY}|{CONTRACT})", re.IGNORECASE)
BESIDE = re.compile(r"\s*[|｜/／・、,()（）]\s*")
TOWN = re.compile(
    r"(?<!\bof )[A-ZÀ-Þ][A-Za-zÀ-ÿ.'-]*(?: [A-ZÀ-Þ][A-Za-zÀ-ÿ.'-]*){0,2}"
    rf"(?:[,、]\s*{STATE}(?![A-Za-z])){{1,2}}"
)
COUNTRY = re.compile(rf"(?![A-Z]{{2}}$){STATE}|{CITY}")
ELSEWHERE = re.compile(
    rf"{WAY}|東京|大阪|"
    r"[一-鿿]{2,4}[都道府県市区]|[一-鿿]{2,3}[都道府県][一-鿿]{1,5}[市区町村]|tokyo|osaka|"
    r"日本|米国|アメリカ|英国|イギリス|カナダ|中国|韓国|台湾|シンガポール|ベトナム|インド|ドイツ|フランス|海外",
    re.IGNORECASE,
)
# A name with where that is after it: "X Institute, Taiwan", "X (Y), 東京".
PLACED = re.compile(rf"\w.*[,、]\s*(?:{STATE}|(?i:{ELSEWHERE.pattern}))")
# A place parted from the name before it: "X — Boston, MA", "X - 東京", "X｜フルリモート".
LAST = re.compile(
    rf"(?:\s+[-–—|·]\s+(?:{TOWN.pattern}|{CITY}|(?i:{ELSEWHERE.pattern}))|\s*[|｜]\s*(?i:{WAY}))$"
)


def without_place(name: str) -> str:
    """Return a name without where that is, which a dash or a bar parts from it."""
    return LAST.sub("", name)


def tells_only_how(name: str) -> bool:
    """True for what only tells how somebody worked: by which contract, and from where."""
    parts = [part for part in BESIDE.split(name) if part]
    return bool(parts) and all(map(HOW.fullmatch, parts))


def is_place(text: str) -> bool:
    """True for the name of a place, or how far from any somebody worked, and nothing else."""
    return any(sign.fullmatch(text) for sign in (COUNTRY, ELSEWHERE, TOWN))
