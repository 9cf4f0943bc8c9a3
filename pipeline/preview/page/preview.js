// One message from the server says all that must be shown; each part of the page takes what it needs from it.

import { showDocuments } from "./documents.js";
import { showFindings } from "./findings.js";
import { showPages } from "./pages.js";
import { byId } from "./elements.js";

const chosen = new URLSearchParams(location.search).get("document") ?? "";
let last = null;

function show(state) {
  document.title = `${state.document.title || "Voorvertoning"} – voorvertoning`;
  byId("title").textContent = state.document.title || "Dit document is er niet";
  showDocuments(state.documents, chosen);
  showPages(state);
  showFindings(state);
  say(sentence(state));
  last = state;
}

function sentence(state) {
  if (!state.document.known) {
    return "Dit document is er niet, of niet meer. Kies er een uit de lijst.";
  }
  const errors = state.findings.filter((finding) => finding.error).length;
  const found = errors === 0 ? "" : errors === 1 ? "Er is 1 fout. " : `Er zijn ${errors} fouten. `;
  if (!state.fresh) {
    return found + (state.pages ? "U ziet de laatste goede bladzijden." : "Er zijn nog geen bladzijden.");
  }
  const changed = last?.pages && last.pages.version !== state.pages.version;
  const when = new Date().toLocaleTimeString("nl-NL");
  return changed || !last?.fresh ? `${found}De bladzijden zijn bijgewerkt om ${when}.` : found || kept();
}

function kept() {
  return byId("status").textContent;
}

function say(words) {
  const status = byId("status");
  // A screen reader reads what changes; the same words again would be read for nothing.
  if (status.textContent !== words) status.textContent = words;
}

const events = new EventSource(`/events?document=${encodeURIComponent(chosen)}`);
events.onmessage = (event) => show(JSON.parse(event.data));
events.onerror = () => say("De voorvertoning is gestopt. Start haar opnieuw met: kamerwerk preview");
