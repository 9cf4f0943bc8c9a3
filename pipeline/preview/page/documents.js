// The list of documents with their state.

import { byId, counted, element, replaceChildren } from "./elements.js";

export function showDocuments(documents, chosen) {
  replaceChildren(byId("documents"), documents.map((each) => element("li", {}, link(each, chosen))));
}

function link(entry, chosen) {
  const [words, kind] = stateOf(entry);
  const made = element(
    "a",
    { href: `/?document=${encodeURIComponent(entry.id).replaceAll("%2F", "/")}` },
    element("span", { className: "title", textContent: entry.title }),
    element("span", { className: "state", textContent: `${entry.id} · ${entry.status}` }),
    element("span", { className: `state ${kind}`, textContent: words }),
  );
  made.dataset.key = entry.id;
  if (entry.id === chosen) made.setAttribute("aria-current", "page");
  return made;
}

function stateOf(entry) {
  if (entry.errors === null) return ["wordt nagekeken", ""];
  const warnings = entry.warnings ? counted(entry.warnings, "waarschuwing", "waarschuwingen") : "";
  if (entry.errors) {
    const errors = counted(entry.errors, "fout", "fouten");
    return [warnings ? `${errors} en ${warnings}` : errors, "is-error"];
  }
  return warnings ? [warnings, "is-warning"] : ["in orde", "is-sound"];
}
