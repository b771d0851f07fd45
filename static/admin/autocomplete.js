// Names for the search boxes that the stock admin makes of long choices: select2 gives them none.

let count = 0;

const labelled = (select) => {
  const [label] = select.labels;
  if (!label) return "";
  label.id ||= `label-${(count += 1)}`;
  return label.id;
};

const dress = (box) => {
  const select = box.previousElementSibling;
  if (!(select instanceof HTMLSelectElement)) return;
  const label = labelled(select);
  if (!label) return;
  const combobox = box.querySelector("[role=combobox]");
  const chosen = box.querySelector(".select2-selection__rendered");
  if (chosen.matches("ul")) {
    combobox.setAttribute("aria-labelledby", label);
    // Between its items stands the field to type into, which no list may hold.
    chosen.setAttribute("role", "none");
    box.querySelector(".select2-search__field").setAttribute("aria-labelledby", label);
  } else {
    combobox.setAttribute("aria-labelledby", `${label} ${chosen.id}`);
    chosen.setAttribute("aria-labelledby", `${label} ${chosen.id}`);
  }
  select.dataset.label = document.getElementById(label).textContent.trim();
};

// The list that opens is a box of its own at the end of the page.
const dressOpened = (box) => {
  const open = document.querySelector(".select2-container--open[data-select2-id]");
  const select = open && open.previousElementSibling;
  const field = box.querySelector(".select2-search__field");
  if (field && select) field.ariaLabel = select.dataset.label || "";
};

const see = (node) => {
  if (!(node instanceof Element)) return;
  const boxes = node.matches(".select2-container") ? [node] : node.querySelectorAll(".select2-container");
  for (const box of boxes) (box.querySelector(".select2-dropdown") ? dressOpened : dress)(box);
};

see(document.body);
new MutationObserver((changes) => {
  for (const change of changes) change.addedNodes.forEach(see);
}).observe(document.body, { childList: true, subtree: true });
