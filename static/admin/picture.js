// Shows a chosen picture before it is sent. The site's policy allows no blob: address, so the
// picture is drawn, not loaded. Without this module the field works as it is.

const SIDE = 320;
const LARGEST = 10 * 1024 * 1024;

const draw = async (file, canvas) => {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
};

const start = (field) => {
  const figure = field.parentElement.querySelector(".picture-new");
  const [canvas, caption] = figure.children;
  const alt = document.getElementById(`${field.id}_alt`);
  field.addEventListener("change", async () => {
    const [file] = field.files;
    figure.hidden = !file;
    if (alt) alt.ariaRequired = String(Boolean(file));
    if (!file) return;
    canvas.hidden = true;
    if (file.size > LARGEST) {
      caption.textContent = figure.dataset.large;
      return;
    }
    try {
      await draw(file, canvas);
      canvas.hidden = false;
      caption.textContent = figure.dataset.chosen;
    } catch {
      caption.textContent = figure.dataset.broken;
    }
  });
};

document.querySelectorAll("input[type=file][data-picture]").forEach(start);
