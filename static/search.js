// The search of the site as files. It reads a list of everything public and finds what
// resume/search finds on the server: the same folding, the same order, the same excerpts.

const JOINED = "\\p{Mn}\\p{Mc}\\p{Me}\\p{Cf}\\uFF9E\\uFF9F\\u1160-\\u11FF\\uFFA0-\\uFFDC";
const CLUSTER = new RegExp(`[^][${JOINED}]+|[^\\x20-\\x40\\x5B-\\x7E]`, "gu");
const INVISIBLE = /[\p{Cf}\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
const IS_JOINED = new RegExp(`[${JOINED}]`, "u");
const SPACE = /^[\s\x1C-\x1F\x85]+$/;
const LATIN = /[a-z0-9]/;
const VOICED = { "ヷ": "わ\u3099", "ヸ": "ゐ\u3099", "ヹ": "ゑ\u3099", "ヺ": "を\u3099" };
const LOOKED_AT = 3;
const PAGE_SIZE = 10;
const LENGTH = 120;
const BEFORE = 30;
const MOST_HITS = 200;
const folds = new Map();

export function foldCluster(cluster) {
  const seen = cluster.replace(INVISIBLE, "").normalize("NFKC");
  const folded = seen.toLowerCase().toUpperCase().toLowerCase().normalize("NFKC")
    .replace(/[ァ-ヶヽヾ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[ヷ-ヺ]/g, (kana) => VOICED[kana]);
  return SPACE.test(folded) ? " " : folded;
}

function known(cluster) {
  let folded = folds.get(cluster);
  if (folded === undefined) folds.set(cluster, folded = foldCluster(cluster));
  return folded;
}

export function fold(text) {
  return text.replace(CLUSTER, known);
}

// The folded text, and where in the written one each of its places begins and ends.
export function foldWithPlaces(text) {
  let folded = "";
  const starts = [], ends = [];
  const add = (part, start, end, even) => {
    for (let place = 0; place < part.length; place++) {
      starts.push(even ? start + place : start);
      ends.push(even ? start + place + 1 : end);
    }
    folded += part;
  };
  let done = 0;
  for (const found of text.matchAll(CLUSTER)) {
    add(text.slice(done, found.index), done, found.index, true);
    done = found.index + found[0].length;
    add(known(found[0]), found.index, done, false);
  }
  add(text.slice(done), done, text.length, true);
  return { folded, starts, ends };
}

export function parse(typed, [mostCharacters, mostWords]) {
  const characters = [...typed.trim()];
  const kept = characters.slice(0, mostCharacters).join("").trimEnd();
  const words = new Map();
  for (const each of kept.split(/\s+/)) {
    for (const word of fold(each).split(" ")) {
      if (word && !words.has(word)) words.set(word, each);
    }
  }
  const listed = [...words].slice(0, mostWords);
  return {
    typed: kept,
    words: listed.map(([word]) => word),
    typedWords: listed.map(([, each]) => each),
    isCut: characters.length > mostCharacters || words.size > mostWords,
  };
}

function begins(text, word) {
  for (let place = -1, looked = 0; looked < LOOKED_AT; looked++) {
    place = text.indexOf(word, place + 1);
    if (place < 0) return false;
    if (!place || !LATIN.test(text[place - 1])) return true;
  }
  return false;
}

function fit({ names, text }, word) {
  const isLatin = LATIN.test(word[0]);
  if (names.includes(word)) {
    if (names.includes(`\n${word}\n`)) return 0;
    return names.includes(`\n${word}`) || (isLatin && begins(names, word)) ? 1 : 2;
  }
  return !isLatin || begins(text, word) ? 3 : 4;
}

const holds = (entry, word) => entry.text.includes(word) || entry.names.includes(word);

export function find(entries, query) {
  if (!query.words.length) return [];
  const phrase = query.words.join(" ");
  return entries
    .filter((entry) => query.words.every((word) => holds(entry, word)))
    .map((entry) => ({
      entry,
      unnamed: entry.names.includes(phrase) ? 0 : 1,
      fit: query.words.reduce((sum, word) => sum + fit(entry, word), 0),
    }))
    .sort((one, other) => one.unnamed - other.unnamed || one.fit - other.fit)
    .map(({ entry }) => entry);
}

// A row of the list as it is looked through.
export function prepared([part, kind, title, page, written, date, aliases]) {
  const names = `\n${[title, ...aliases].map(fold).join("\n")}\n`;
  return { part, kind, title, page, written, date, names, text: fold(written) };
}

function hitsOf({ folded, starts, ends }, words) {
  const hits = [];
  words.forEach((word, number) => {
    let place = folded.indexOf(word);
    for (let count = 0; place >= 0 && count < MOST_HITS; count++) {
      hits.push({ start: starts[place], end: ends[place + word.length - 1], number });
      place = folded.indexOf(word, place + word.length);
    }
  });
  return hits.sort((one, other) => one.start - other.start || one.end - other.end);
}

function pieces(text, hits, start, end) {
  const found = [];
  let done = start;
  for (const hit of hits) {
    const first = Math.max(hit.start, done), last = Math.min(hit.end, end);
    if (first >= last) continue;
    if (first > done) found.push({ text: text.slice(done, first) });
    if (first === done && found.at(-1)?.isHit) found.at(-1).text += text.slice(first, last);
    else found.push({ text: text.slice(first, last), isHit: true });
    done = last;
  }
  if (done < end) found.push({ text: text.slice(done, end) });
  return found;
}

export function marked(text, words) {
  return pieces(text, hitsOf(foldWithPlaces(text), words), 0, text.length);
}

function startOf(hits, words) {
  let best = 0, start = hits[0].start;
  for (let index = 0; index < hits.length && best < words; index++) {
    const held = new Set();
    for (let each = index; each < hits.length && each < index + LENGTH; each++) {
      if (hits[each].start > hits[index].start + LENGTH - BEFORE) break;
      held.add(hits[each].number);
    }
    if (held.size > best) [best, start] = [held.size, hits[index].start];
  }
  return start;
}

function betweenWords(text, place) {
  let start = place;
  while (start > 0 && start < text.length && place - start < BEFORE / 2) {
    const isWord = /^[A-Za-z0-9]{2}$/.test(text.slice(start - 1, start + 1));
    const isSplit = /^[\uDC00-\uDFFF]/.test(text[start]);
    if (!isWord && !isSplit && !IS_JOINED.test(text[start])) return start;
    start--;
  }
  return start ? place : 0;
}

export function excerpt(text, words) {
  const hits = hitsOf(foldWithPlaces(text), words);
  const wanted = (hits.length ? startOf(hits, words.length) : 0) - BEFORE;
  const first = Math.max(0, Math.min(wanted, text.length - LENGTH));
  const start = betweenWords(text, first);
  const end = betweenWords(text, Math.min(text.length, first + LENGTH));
  const found = pieces(text, hits, start, end);
  if (start) found.unshift({ text: "…" });
  if (end < text.length) found.push({ text: "…" });
  return found;
}

class ResultsPage {
  constructor(words) {
    this.words = words;
    this.place = document.getElementById("found");
    this.asked = new URLSearchParams(location.search);
    this.query = parse(this.asked.get("q") ?? "", words.limits);
    document.querySelector("main [name=q]").value = this.query.typed;
  }

  show(entries) {
    const { query } = this;
    const found = find(entries, query);
    const asked = this.asked.get("in");
    const part = found.some((entry) => entry.part === asked) ? asked : "";
    const shown = part ? found.filter((entry) => entry.part === part) : found;
    const pages = Math.max(1, Math.ceil(shown.length / PAGE_SIZE));
    const number = Math.max(1, Math.min(parseInt(this.asked.get("page"), 10) || 1, pages));
    const first = (number - 1) * PAGE_SIZE;
    this.place.replaceChildren(
      ...(query.isCut ? [make("p", { class: "meta" }, this.words.cut)] : []),
      make("p", { class: "meta", role: "status" }, this.count(shown.length)),
      ...(found.length ? [] : this.nothing(entries)),
      ...this.parts(found, part),
      make("ol", { class: "results", start: first + 1 },
        ...shown.slice(first, first + PAGE_SIZE).map((entry) => this.result(entry))),
      ...this.pages(part, number, pages),
    );
  }

  count(number) {
    return (number === 1 ? this.words.one : this.words.many).replace("%(number)s", number);
  }

  nothing(entries) {
    const { query, words } = this;
    const alone = query.words
      .map((word, number) => [query.typedWords[number], entries.filter((entry) => holds(entry, word)).length])
      .filter(([, count]) => count && query.words.length > 1);
    if (!alone.length) {
      const hint = document.getElementById("search-hint").content.cloneNode(true);
      return [make("p", {}, words.nothing.replace("%(words)s", () => query.typed)), hint];
    }
    const rows = alone.map(([word, count]) =>
      make("li", {}, make("a", { href: address(word) }, word), ` ${count}`));
    return [make("p", {}, words.alone), make("ul", {}, ...rows)];
  }

  parts(found, part) {
    const counts = new Map();
    for (const entry of found) counts.set(entry.part, (counts.get(entry.part) ?? 0) + 1);
    if (counts.size < 2) return [];
    const row = (name, words, count) => {
      const current = name === part ? { "aria-current": "true" } : {};
      const link = { href: address(this.query.typed, name), ...current };
      return make("li", {}, make("a", link, `${words} ${count}`));
    };
    const rows = Object.entries(this.words.parts)
      .filter(([name]) => counts.has(name))
      .map(([name, words]) => row(name, words, counts.get(name)));
    const list = make("ul", { class: "tags" }, row("", this.words.everything, found.length), ...rows);
    return [make("nav", { "aria-label": this.words.partsLabel }, list)];
  }

  result(entry) {
    const { query, words } = this;
    const lang = words.lang ? { lang: words.lang } : {};
    const href = /^[a-z]+:/.test(entry.page) ? entry.page : words.root + entry.page;
    const title = make("h2", lang, make("a", { href }, ...elements(marked(entry.title, query.words))));
    const kind = [words.kinds[entry.kind], entry.date].filter(Boolean).join(" ");
    const text = elements(excerpt(entry.written, query.words));
    return make("li", {}, title, make("p", { class: "meta" }, kind), make("p", lang, ...text));
  }

  pages(part, number, pages) {
    if (pages < 2) return [];
    const link = (to, rel, words) => make("a", { rel, href: address(this.query.typed, part, to) }, words);
    return [make("nav", { class: "pages", "aria-label": this.words.pages },
      ...(number > 1 ? [link(number - 1, "prev", this.words.newer)] : []),
      make("span", {}, number),
      ...(number < pages ? [link(number + 1, "next", this.words.older)] : []))];
  }
}

function address(typed, part = "", number = 1) {
  const asked = new URLSearchParams({ q: typed });
  if (part) asked.set("in", part);
  if (number > 1) asked.set("page", number);
  return `?${asked}`;
}

// Text never becomes markup: it is put in as text.
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const elements = (found) =>
  found.map(({ text, isHit }) => (isHit ? make("mark", {}, text) : text));

async function begin() {
  const page = new ResultsPage(JSON.parse(document.getElementById("search-words").textContent));
  if (!page.query.words.length) return;
  try {
    const answer = await fetch(document.querySelector('link[type="application/json"]').href);
    if (!answer.ok) throw new Error(answer.statusText);
    page.show((await answer.json()).map(prepared));
  } catch (error) {
    page.place.replaceChildren(make("p", { role: "alert" }, page.words.failed));
    throw error;
  }
}

if (document.getElementById("search-words")) begin();
