// Small helpers to make and find elements. Texts are always set as text, never read as HTML.

export function byId(id) {
  return document.getElementById(id);
}

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// The focus survives when a list is written anew: it goes to the element with the same data-key.
export function replaceChildren(parent, children) {
  const key = parent.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  parent.replaceChildren(...children);
  if (key !== undefined) {
    [...parent.querySelectorAll("[data-key]")].find((child) => child.dataset.key === key)?.focus();
  }
}

export function counted(number, singular, plural) {
  return `${number} ${number === 1 ? singular : plural}`;
}
