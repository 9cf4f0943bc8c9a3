// What is wrong with the document, and what is wrong elsewhere.

import { byId, counted, element, replaceChildren } from "./elements.js";
import { goTo } from "./spots.js";

export function showFindings(state) {
  replaceChildren(byId("findings"), state.findings.map(entry));
  byId("no-findings").hidden = state.findings.length > 0;
  byId("no-findings").textContent = state.checking ? "Wordt nagekeken." : "Geen meldingen.";
  byId("elsewhere").hidden = state.elsewhere.length === 0;
  byId("elsewhere-heading").textContent =
    `Elders in het project: ${counted(state.elsewhere.length, "melding", "meldingen")}`;
  replaceChildren(byId("elsewhere-findings"), state.elsewhere.map(entry));
}

function entry(finding) {
  const made = element("li", { className: finding.error ? "finding error" : "finding" });
  made.append(
    element(
      "p",
      {},
      element("strong", { textContent: `${finding.severity} ${finding.code}` }),
      ` ${finding.message}`,
    ),
  );
  if (finding.hint) made.append(element("p", { textContent: `Tip: ${finding.hint}` }));
  made.append(element("p", {}, element("code", { textContent: finding.at })));
  if (finding.lines.length) made.append(quoted(finding));
  finding.related.forEach((near) => {
    const words = near.message ? ` (${near.message})` : "";
    made.append(element("p", {}, "Zie ook ", element("code", { textContent: near.at }), words));
  });
  if (finding.spot !== null) made.append(toPage(finding));
  return made;
}

function quoted(finding) {
  // It may be wider than the column, so it must be possible to scroll it with the keyboard.
  const made = element("pre", { textContent: finding.lines.join("\n"), tabIndex: 0 });
  made.setAttribute("role", "group");
  made.setAttribute("aria-label", `Regels rond ${finding.at}`);
  return made;
}

function toPage(finding) {
  const made = element("button", { type: "button", textContent: "Toon op de bladzijde" });
  made.setAttribute("aria-label", `Toon op de bladzijde: ${finding.message}`);
  made.dataset.key = `${finding.code} ${finding.at}`;
  made.addEventListener("click", () => goTo(finding.spot));
  return made;
}
