// The pages of the document: pictures of its PDF, fetched when they come near to view, and swapped when ready.
// The address of a picture names what is drawn on the page, so a page that did not change is left alone.

import { byId, element } from "./elements.js";
import { spotButtons } from "./spots.js";

const WIDTH_STEP = 100;
let names = [];
let shownSpots = "";

// Two screens ahead: who scrolls does not have to wait.
const nearby = new IntersectionObserver(
  (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => refresh(entry.target)),
  { rootMargin: "200% 0px" },
);
new ResizeObserver(() => inView().forEach(refresh)).observe(byId("pages"));

export function showPages(state) {
  showStale(state);
  if (!state.pages) {
    byId("pages").replaceChildren();
    names = [];
    shownSpots = "";
    return;
  }
  const { sizes, spots } = state.pages;
  names = state.pages.names;
  keepPages(sizes);
  const told = JSON.stringify(spots);
  if (told !== shownSpots) {
    pages().forEach((page, index) => spotButtons(page, sizes[index], spots, index + 1));
    shownSpots = told;
  }
  // What the reader looks at comes first; the rest follows when it comes near.
  inView().forEach(refresh);
  pages().forEach((page) => {
    nearby.unobserve(page);
    nearby.observe(page);
  });
}

function showStale(state) {
  const errors = state.findings.filter((finding) => finding.error);
  byId("stale").hidden = state.fresh || !state.pages;
  byId("stale-words").textContent =
    errors.length === 1
      ? "Er is een fout. Dit zijn de laatste goede bladzijden."
      : `Er zijn ${errors.length} fouten. Dit zijn de laatste goede bladzijden.`;
  byId("stale-errors").replaceChildren(
    ...errors.map((finding) =>
      element("li", {}, `${finding.message} `, element("code", { textContent: finding.at })),
    ),
  );
}

function pages() {
  return [...byId("pages").querySelectorAll(".page")];
}

function inView() {
  return pages().filter((page) => {
    const box = page.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
  });
}

// Elements of pages stay where they are, so that the reader keeps looking at the same place.
function keepPages(sizes) {
  const old = pages();
  old.slice(sizes.length).forEach((page) => {
    nearby.unobserve(page);
    page.nextElementSibling.remove();
    page.remove();
  });
  sizes.forEach((size, index) => {
    const page = old[index] ?? addPage();
    const label = `Bladzijde ${index + 1} van ${sizes.length}`;
    page.dataset.number = index + 1;
    page.style.aspectRatio = `${size[0]} / ${size[1]}`;
    page.setAttribute("aria-label", label);
    page.nextElementSibling.textContent = label;
  });
}

function addPage() {
  const page = element("div", { className: "page" }, element("img", { alt: "" }));
  page.setAttribute("role", "group");
  const number = element("p", { className: "number" });
  number.setAttribute("aria-hidden", "true");
  byId("pages").append(page, number);
  return page;
}

async function refresh(page) {
  const pixels = page.clientWidth * devicePixelRatio;
  const width = Math.ceil(pixels / WIDTH_STEP) * WIDTH_STEP;
  const name = names[page.dataset.number - 1];
  if (!name || !width) return;
  const address = `/pages/${name}.png?width=${width}`;
  if (page.dataset.wanted === address) return;
  page.dataset.wanted = address;
  const picture = element("img", { alt: "", src: address });
  try {
    await picture.decode();
  } catch {
    // Other pages came in between; their own pictures are on their way.
    if (page.dataset.wanted === address) delete page.dataset.wanted;
    return;
  }
  if (page.dataset.wanted === address) {
    page.querySelector("img").replaceWith(picture);
    page.dataset.version = name;
  }
}
