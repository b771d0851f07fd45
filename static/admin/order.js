// Putting records into order by buttons, by the arrow keys on them, or by dragging a handle.
// It only writes the number fields that stand in every row; nothing is saved before Save.
//
// Rows with one number are one line of the résumé and move together. Where the rows have a place
// too, a row first moves inside its line. The numbers in use stay the same and are dealt out anew,
// so that records of other kinds between them keep their lines.

const words = document.querySelector(".order-note");
const EDGE = 70; // pixels from the border of the window in which dragging scrolls it

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_all, name) => values[name]);

class Row {
  constructor(element, order) {
    this.element = element;
    this.order = order;
    this.place = element.querySelector("input[name$='-place']");
  }

  get number() { return Number(this.order.value); }

  get position() { return this.place ? Number(this.place.value) : 0; }

  get siblings() { return this.order.dataset.siblings || ""; }

  get name() {
    const typed = this.element.querySelector("input[type=text]");
    return this.order.dataset.name || (typed && typed.value) || `#${this.number}`;
  }

  // The elements that move with the row: messages above it, and what is inside it in a tree.
  block(all) {
    const before = this.element.previousElementSibling;
    const errors = before && before.matches(".row-form-errors") ? [before] : [];
    const inside = this.order.dataset.children;
    const children = inside ? all.filter((row) => row.siblings === inside) : [];
    return [...errors, this.element, ...children.flatMap((row) => row.block(all))];
  }
}

class Order {
  constructor(root, selector) {
    this.root = root;
    this.selector = selector;
    for (const row of this.rows()) this.dress(row);
    root.addEventListener("change", () => this.mark());
    this.mark();
  }

  rows() {
    return [...this.root.querySelectorAll(this.selector)].flatMap((element) => {
      const order = element.querySelector("input[name$='-order']");
      return order ? [new Row(element, order)] : [];
    });
  }

  // The lines beside `row`, each a list of its rows.
  lines(row) {
    const beside = this.rows().filter((other) => other.siblings === row.siblings);
    beside.sort((a, b) => a.number - b.number || a.position - b.position);
    const lines = [];
    for (const other of beside) {
      const last = lines.at(-1);
      if (last && last[0].number === other.number) last.push(other);
      else lines.push([other]);
    }
    return lines;
  }

  where(row) {
    const lines = this.lines(row);
    const line = lines.findIndex((each) => each.some((other) => other.element === row.element));
    const place = lines[line].findIndex((other) => other.element === row.element);
    return { lines, line, place };
  }

  // Moves by one up (-1) or down (1); false where there is nowhere to go.
  move(row, step) {
    const { lines, line, place } = this.where(row);
    if (row.place && lines[line][place + step]) this.dealPlaces(lines[line], place, place + step);
    else if (lines[line + step]) this.dealLines(lines, line, line + step);
    else return false;
    row.element.classList.add("order-moved");
    this.mark();
    return true;
  }

  // Gives the member at `from` the place of the one at `to`; those between shift.
  dealPlaces(members, from, to) {
    const places = members.map((row) => row.position);
    const distinct = new Set(places).size === places.length;
    this.put([members[from]], [members[to]], to < from);
    members.splice(to, 0, ...members.splice(from, 1));
    members.forEach((row, index) => { row.place.value = distinct ? places[index] : index; });
  }

  // Gives the line at `from` the number of the one at `to`; those between shift.
  dealLines(lines, from, to) {
    const numbers = lines.map(([row]) => row.number);
    this.put(lines[from], lines[to], to < from);
    lines.splice(to, 0, ...lines.splice(from, 1));
    lines.forEach((line, index) => { for (const row of line) row.order.value = numbers[index]; });
  }

  put(moving, there, above) {
    const all = this.rows();
    const elements = moving.flatMap((row) => row.block(all));
    const target = there.flatMap((row) => row.block(all));
    if (above) target[0].before(...elements);
    else target.at(-1).after(...elements);
  }

  tell(row, text) {
    const { lines, line } = this.where(row);
    words.textContent = fill(text, {
      name: row.name, line: row.number, place: line + 1, count: lines.length,
    });
  }

  // Shows which rows share a line, and which buttons lead nowhere.
  mark() {
    for (const row of this.rows()) {
      const { lines, line, place } = this.where(row);
      const inLine = row.place ? lines[line].length : 1;
      const at = row.place ? place : 0;
      row.element.classList.toggle("order-joined", place < lines[line].length - 1);
      const [up, down] = row.element.querySelectorAll(".order-tools button");
      if (!up) continue;
      up.ariaDisabled = String(!lines[line - 1] && at === 0);
      down.ariaDisabled = String(!lines[line + 1] && at === inLine - 1);
    }
  }

  // Controls

  dress(row) {
    const tools = document.createElement("span");
    tools.className = "order-tools";
    const handle = document.createElement("span");
    handle.className = "order-handle";
    handle.title = words.dataset.handle;
    handle.ariaHidden = "true";
    handle.addEventListener("pointerdown", (event) => this.grab(event, row, handle));
    tools.append(this.button(row, -1), this.button(row, 1), handle);
    const heading = row.element.querySelector(":scope > h3");
    if (heading) heading.append(tools);
    else row.order.after(tools);
  }

  button(row, step) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = step < 0 ? "↑" : "↓";
    button.ariaLabel = fill(step < 0 ? words.dataset.up : words.dataset.down, { name: row.name });
    button.addEventListener("click", () => this.press(row, step, button));
    button.addEventListener("keydown", (event) => {
      const arrow = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!arrow) return;
      event.preventDefault();
      this.press(row, arrow, button);
    });
    return button;
  }

  press(row, step, button) {
    const { moved, first, last } = words.dataset;
    const done = this.move(row, step);
    this.tell(row, done ? moved : step < 0 ? first : last);
    // An element that is moved loses the focus.
    button.focus({ preventScroll: true });
    row.element.scrollIntoView({ block: "nearest" });
  }

  // Dragging

  grab(event, row, handle) {
    if (event.button) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    const { lines, line } = this.where(row);
    let target = null;
    const end = new AbortController();
    const listen = (on, name, act) => on.addEventListener(name, act, { signal: end.signal });
    const drop = (kept) => {
      end.abort();
      this.show(null);
      for (const each of lines[line]) each.element.classList.remove("order-dragging");
      if (kept && target) this.drop(row, target);
    };
    for (const each of lines[line]) each.element.classList.add("order-dragging");
    listen(handle, "pointermove", (move) => {
      target = this.target(row, move.clientY);
      this.show(target);
    });
    listen(handle, "pointerup", () => drop(true));
    listen(handle, "pointercancel", () => drop(false));
    listen(document, "keydown", (key) => { if (key.key === "Escape") drop(false); });
  }

  // Where the row would go at height `y`: among the members of its line, or with its line.
  target(row, y) {
    if (y < EDGE) window.scrollBy(0, -EDGE / 4);
    if (y > window.innerHeight - EDGE) window.scrollBy(0, EDGE / 4);
    const { lines, line, place } = this.where(row);
    const own = this.box(lines[line]);
    if (row.place && lines[line].length > 1 && y > own.top && y < own.bottom) {
      const members = lines[line].map((each) => [each]);
      return { deal: "dealPlaces", from: place, to: this.index(members, place, y), units: members };
    }
    return { deal: "dealLines", from: line, to: this.index(lines, line, y), units: lines };
  }

  // How many of the other units have their middle above `y`.
  index(units, from, y) {
    const boxes = units.filter((_unit, index) => index !== from).map((unit) => this.box(unit));
    return boxes.filter((box) => (box.top + box.bottom) / 2 < y).length;
  }

  box(unit) {
    const all = this.rows();
    const boxes = unit.flatMap((row) => row.block(all)).map((each) => each.getBoundingClientRect());
    return {
      top: Math.min(...boxes.map((box) => box.top)),
      bottom: Math.max(...boxes.map((box) => box.bottom)),
    };
  }

  // Draws the line at which the row would be dropped.
  show(target) {
    for (const name of ["order-drop-above", "order-drop-below"]) {
      this.root.querySelector(`.${name}`)?.classList.remove(name);
    }
    if (!target || target.from === target.to) return;
    const all = this.rows();
    const elements = target.units[target.to].flatMap((row) => row.block(all));
    if (target.to < target.from) elements[0].classList.add("order-drop-above");
    else elements.at(-1).classList.add("order-drop-below");
  }

  drop(row, { deal, from, to, units }) {
    if (from === to) return;
    this[deal](deal === "dealPlaces" ? units.flat() : units, from, to);
    row.element.classList.add("order-moved");
    this.mark();
    this.tell(row, words.dataset.moved);
  }

  // Puts the rows into the order of the document that is given.
  arrange(rows) {
    const all = this.rows();
    const last = all.at(-1)?.element.nextElementSibling;
    for (const row of rows) {
      const [first, ...rest] = row.block([]);
      if (last) last.before(first, ...rest);
      else row.element.parentElement.append(first, ...rest);
    }
    this.mark();
  }

  // Rows that the stock script adds and removes

  add(element) {
    const order = element.querySelector("input[name$='-order']");
    if (!order) return;
    const others = this.rows().filter((row) => row.element !== element);
    if (others.length) order.dataset.siblings = others.at(-1).siblings;
    if (!order.value) order.value = Math.max(0, ...others.map((row) => row.number)) + 1;
    this.dress(new Row(element, order));
    this.mark();
  }

  // The stock script numbers the rows anew in the order of the document when one is removed; those
  // that are stored must come first then, as the server sent them.
  asSent() {
    const index = (row) => Number(row.order.name.match(/-(\d+)-order$/)[1]);
    this.arrange(this.rows().sort((a, b) => index(a) - index(b)));
  }

  byNumber() {
    this.arrange(this.rows().sort((a, b) => a.number - b.number || a.position - b.position));
  }
}

const list = document.querySelector("#result_list tbody");
// Sorted by another column, the list does not show the order.
if (words && list && !new URLSearchParams(location.search).has("o")) new Order(list, "tr");

const groups = new Map();
if (words) {
  for (const group of document.querySelectorAll(".inline-group")) {
    const kind = group.dataset.inlineType === "tabular" ? "tr.form-row" : ".inline-related";
    groups.set(group, new Order(group, `${kind}:not(.empty-form)`));
  }
}
const groupOf = (element) => groups.get(element.closest(".inline-group"));

document.addEventListener("formset:added", (event) => groupOf(event.target)?.add(event.target));
document.addEventListener("click", (event) => {
  if (event.target.closest(".inline-deletelink")) groupOf(event.target)?.asSent();
}, true);
// It numbers them after it has told that a row is gone.
document.addEventListener("formset:removed", () => setTimeout(() => {
  for (const order of groups.values()) order.byNumber();
}));
