// The transfer page: a file can be dropped, and many rows ticked at once.
// Without this module the file is chosen and each row ticked by hand.

class Drop {
  constructor(form) {
    this.form = form;
    this.file = form.querySelector("[type=file]");
    this.refusal = form.querySelector(".transfer-refusal");
    this.depth = 0; // how many elements of the box the pointer is over
    form.querySelector(".transfer-hint").hidden = false;
    form.addEventListener("dragenter", (event) => this.over(event, 1));
    form.addEventListener("dragleave", (event) => this.over(event, -1));
    form.addEventListener("dragover", (event) => event.preventDefault());
    form.addEventListener("drop", (event) => this.take(event));
    form.addEventListener("submit", (event) => this.check(event));
    this.file.addEventListener("change", () => this.tell(this.isTooLarge()));
    // A file that misses the box must not replace the page.
    for (const name of ["dragover", "drop"]) {
      window.addEventListener(name, (event) => event.preventDefault());
    }
  }

  over(event, step) {
    event.preventDefault();
    this.depth += step;
    this.form.classList.toggle("transfer-over", this.depth > 0);
  }

  take(event) {
    event.preventDefault();
    this.depth = 0;
    this.form.classList.remove("transfer-over");
    if (!event.dataTransfer.files.length) return;
    this.file.files = event.dataTransfer.files;
    this.form.requestSubmit();
  }

  check(event) {
    if (this.isTooLarge()) event.preventDefault();
    this.tell(this.isTooLarge());
  }

  isTooLarge() {
    return [...this.file.files].some((file) => file.size > Number(this.form.dataset.limit));
  }

  tell(isTooLarge) {
    this.refusal.textContent = isTooLarge ? this.form.dataset.tooLarge : "";
    this.refusal.hidden = !isTooLarge;
  }
}

class Ticks {
  constructor(form) {
    this.form = form;
    this.count = form.querySelector(".transfer-ticked");
    for (const group of form.querySelectorAll(".transfer-all")) {
      group.hidden = false;
      group.addEventListener("click", (event) => this.all(event));
    }
    form.addEventListener("change", () => this.tell());
    this.tell();
  }

  boxes(root) {
    return [...root.querySelectorAll("[name=change]")];
  }

  all(event) {
    const button = event.target.closest("[data-tick]");
    if (!button) return;
    const ticked = button.dataset.tick === "all";
    for (const box of this.boxes(button.closest("section"))) box.checked = ticked;
    this.tell();
  }

  tell() {
    if (!this.count) return;
    const boxes = this.boxes(this.form);
    const ticked = boxes.filter((box) => box.checked).length;
    this.count.hidden = !boxes.length;
    this.count.textContent = `${this.count.dataset.words} ${ticked} / ${boxes.length}`;
  }
}

// Reading a long file takes a while, and the next page says nothing before it is there. Meanwhile
// the form is not sent again, unless something in it was changed.
class Working {
  constructor(status) {
    this.status = status;
    const form = status.closest("form");
    form.addEventListener("submit", (event) => this.send(event));
    form.addEventListener("change", () => this.tell(false));
    window.addEventListener("pageshow", () => this.tell(false));
  }

  send(event) {
    if (this.isOn) event.preventDefault();
    else this.tell(!event.defaultPrevented);
  }

  tell(isOn) {
    this.isOn = isOn;
    this.status.textContent = isOn ? this.status.dataset.words : "";
  }
}

for (const form of document.querySelectorAll(".transfer-drop")) new Drop(form);
for (const form of document.querySelectorAll("#accept-form")) new Ticks(form);
for (const status of document.querySelectorAll(".transfer-working")) new Working(status);
