// What can be pointed at on a page. Each page is one stop of the Tab key; the arrow keys go from spot to spot.

import { byId, element } from "./elements.js";

export function spotButtons(page, size, spots, number) {
  const key = page.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  const chosen = page.querySelector("[aria-current]")?.dataset.key;
  page.querySelectorAll(".spot").forEach((old) => old.remove());
  const made = spots.map((spot, index) => [spot, index]).filter(([spot]) => spot.page === number);
  const buttons = made.map(([spot, index]) => button(spot, index, size));
  page.append(...buttons);
  const current = buttons.find((each) => each.dataset.key === (key ?? chosen)) ?? buttons[0];
  buttons.forEach((each) => (each.tabIndex = each === current ? 0 : -1));
  buttons.find((each) => each.dataset.key === chosen)?.setAttribute("aria-current", "true");
  if (key !== undefined) current?.focus({ preventScroll: true });
}

export function goTo(index) {
  const spot = document.querySelector(`.spot[data-index="${index}"]`);
  if (!spot) return;
  spot.scrollIntoView({ block: "center" });
  choose(spot);
  spot.focus({ preventScroll: true });
}

function button(spot, index, [width, height]) {
  const made = element(
    "button",
    { type: "button", className: "spot", title: spot.at },
    element("span", { textContent: spot.words || spot.at }),
  );
  Object.assign(made.dataset, { index, at: spot.at, words: spot.words, key: `${spot.words}|${spot.page}` });
  const [left, top, wide, high] = spot.box;
  Object.assign(made.style, {
    left: `${(left / width) * 100}%`,
    top: `${(top / height) * 100}%`,
    width: `${(wide / width) * 100}%`,
    height: `${(high / height) * 100}%`,
  });
  return made;
}

function choose(spot) {
  document.querySelectorAll(".spot[aria-current]").forEach((old) => old.removeAttribute("aria-current"));
  spot.setAttribute("aria-current", "true");
  rove(spot);
  byId("place-hint").hidden = true;
  byId("place").hidden = false;
  byId("place-words").textContent = spot.dataset.words;
  byId("place-at").textContent = spot.dataset.at;
}

function rove(spot) {
  spot.parentElement.querySelectorAll(".spot").forEach((each) => (each.tabIndex = each === spot ? 0 : -1));
}

async function copy() {
  const at = byId("place-at").textContent;
  try {
    await navigator.clipboard.writeText(at);
    byId("copied").textContent = "Gekopieerd.";
  } catch {
    // A browser may refuse; then the words are selected, so that Ctrl-C copies them.
    getSelection().selectAllChildren(byId("place-at"));
    byId("copied").textContent = "Kopieer met Ctrl-C.";
  }
}

const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

byId("pages").addEventListener("click", (event) => {
  const spot = event.target.closest(".spot");
  if (spot) {
    choose(spot);
    copy();
  }
});

byId("pages").addEventListener("keydown", (event) => {
  const spot = event.target.closest(".spot");
  if (!spot) return;
  const all = [...spot.parentElement.querySelectorAll(".spot")];
  const ends = { Home: all[0], End: all.at(-1) };
  const next = ends[event.key] ?? all[all.indexOf(spot) + (STEPS[event.key] ?? 0)];
  if (next && (event.key in STEPS || event.key in ends)) {
    event.preventDefault();
    rove(next);
    next.focus();
  }
});

byId("copy").addEventListener("click", copy);
