// The Markdown editor: a preview that follows the text, pictures, and a Tab key that is no trap.
// Without this module the text area works as it is.

const PREVIEW_DELAY = 400;
const COMPOSING = 229; // the key code of every key that an input method is using

const isComposing = (event) => event.isComposing || event.keyCode === COMPOSING;

class Editor {
  constructor(root) {
    this.root = root;
    this.text = root.querySelector("textarea");
    this.preview = root.querySelector(".markdown-preview");
    this.status = root.querySelector(".markdown-status");
    this.file = root.querySelector(".markdown-file");
    this.leaving = false;
    root.querySelector(".markdown-tools").hidden = false;
    this.text.addEventListener("input", (event) => this.schedule(event));
    this.text.addEventListener("compositionend", () => this.schedule());
    this.text.addEventListener("keydown", (event) => this.key(event));
    this.text.addEventListener("blur", () => { this.leaving = false; });
    this.text.addEventListener("paste", (event) => this.take(event, event.clipboardData));
    this.text.addEventListener("drop", (event) => this.take(event, event.dataTransfer));
    root.querySelector(".markdown-upload").addEventListener("click", () => this.file.click());
    this.file.addEventListener("change", () => this.choose());
  }

  // Preview

  schedule(event) {
    if (event && event.isComposing) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), PREVIEW_DELAY);
  }

  async refresh() {
    if (this.request) this.request.abort();
    const request = new AbortController();
    this.request = request;
    const form = new FormData();
    form.set("content", this.text.value);
    form.set("id", this.text.id);
    const answer = await this.send(this.root.dataset.previewUrl, form, request.signal);
    if (request !== this.request || !answer) return;
    // From our one renderer, which sanitises it; the policy of the site forbids scripts in it.
    this.preview.innerHTML = answer.html;
  }

  // Returns the answer, or null after telling what is wrong beside the field.
  async send(url, form, signal) {
    const token = this.root.closest("form").querySelector("[name=csrfmiddlewaretoken]");
    form.set("csrfmiddlewaretoken", token ? token.value : "");
    try {
      const response = await fetch(url, {
        method: "POST", body: form, redirect: "error", credentials: "same-origin", signal,
        headers: { Accept: "application/json" },
      });
      if (response.status === 401) return this.tell(this.root.dataset.signedOut);
      const answer = await response.json();
      if (!response.ok) return this.tell(answer.error);
      this.tell("");
      return answer;
    } catch (error) {
      return error.name === "AbortError" ? null : this.tell(this.root.dataset.unreachable);
    }
  }

  tell(message) {
    this.status.textContent = message;
    this.status.hidden = !message;
    return null;
  }

  // Keys

  key(event) {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      this.leaving = true;
      return;
    }
    if (event.key === "Tab" && !this.leaving && this.indent(event.shiftKey)) event.preventDefault();
    if (event.key !== "Shift") this.leaving = false;
  }

  // Moves the list items of the selection by two spaces; false where there is none.
  indent(back) {
    const { value, selectionStart, selectionEnd } = this.text;
    const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
    const next = value.indexOf("\n", selectionEnd);
    const end = next < 0 ? value.length : next;
    const lines = value.slice(start, end).split("\n");
    if (!lines.every((line) => /^\s*([-*+]|\d+[.)])(\s|$)/.test(line))) return false;
    const moved = lines.map((line) => (back ? line.replace(/^ {1,2}/, "") : `  ${line}`));
    const result = moved.join("\n");
    if (result === lines.join("\n")) return false;
    const first = moved[0].length - lines[0].length;
    this.text.setSelectionRange(start, end);
    this.insert(result);
    const caret = Math.max(start, selectionStart + first);
    const added = result.length - (end - start);
    this.text.setSelectionRange(caret, Math.max(caret, selectionEnd + added));
    return true;
  }

  // As if typed, so that the browser's undo takes it back.
  insert(text) {
    this.text.focus();
    if (!document.execCommand("insertText", false, text)) {
      this.text.setRangeText(text, this.text.selectionStart, this.text.selectionEnd, "end");
      this.text.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  }

  // Pictures

  take(event, data) {
    const picture = [...data.files].find((file) => file.type.startsWith("image/"));
    if (!picture) return;
    event.preventDefault();
    this.upload(picture);
  }

  choose() {
    const [picture] = this.file.files;
    this.file.value = "";
    if (picture) this.upload(picture);
  }

  async upload(picture) {
    const { askAlt, noAlt, uploading, uploadUrl } = this.root.dataset;
    const alt = (window.prompt(askAlt) || "").trim();
    if (!alt) {
      this.tell(noAlt);
      return;
    }
    const form = new FormData();
    form.set("image", picture);
    form.set("alt", alt);
    this.tell(uploading);
    const answer = await this.send(uploadUrl, form);
    if (answer) this.insert(answer.image_code);
  }
}

const editors = new WeakSet();

// A row that is not yet in use is a template: its copies must start afresh.
const start = (within) => {
  for (const root of within.querySelectorAll(".markdown")) {
    if (editors.has(root) || root.closest(".empty-form")) continue;
    editors.add(root);
    new Editor(root);
  }
};

start(document);
document.addEventListener("formset:added", (event) => start(event.target));
