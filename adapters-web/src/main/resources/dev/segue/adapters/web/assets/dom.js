// Builds the page. Whatever comes from outside becomes text, never markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element; attributes that are null or false are left out, functions listen. */
export function h(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** An element of a drawing. */
export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/** Puts these in the place of what is there; what was unfolded stays so, and the focus stays where it was. */
export function fill(element, ...children) {
  const unfolded = new Set([...element.querySelectorAll("details[data-key][open]")].map((of) => of.dataset.key));
  const focused = element.contains(document.activeElement) ? placeOf(document.activeElement) : null;
  element.replaceChildren(...children.flat(Infinity).filter(isThere));
  for (const details of element.querySelectorAll("details[data-key]")) {
    details.open ||= unfolded.has(details.dataset.key);
  }
  if (focused !== null && !element.contains(document.activeElement)) {
    [...element.querySelectorAll("a, summary")].find((of) => placeOf(of) === focused)?.focus({ preventScroll: true });
  }
  return element;
}

function placeOf(element) {
  return `${element.tagName} ${element.getAttribute("href") ?? element.closest("[data-key]")?.dataset.key}`;
}

/** Why there is nothing to see: as long as the page has not read all that the topics hold, that alone. */
export function nothing(status, ...why) {
  const state = (...of) => status?.topics.some((topic) => of.includes(topic.state)) ?? false;
  if (status?.trouble) {
    why = [h("p", {}, "Nothing is known yet."), h("p", {}, status.trouble)];
  } else if (state("UNKNOWN", "CATCHING_UP")) {
    why = [h("p", {}, "Nothing is known yet: the page is still reading what the topics hold.")];
  }
  return h("div", { class: "empty" }, why);
}

/** Puts text in, and leaves an element alone that says it already. */
export function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** Where something is along a line, in percent. */
export function along(element, from, length) {
  element.style.setProperty("left", `${from * 100}%`);
  element.style.setProperty("width", `${length * 100}%`);
  return element;
}

/** The options of a select, left alone when they are what they were; chosen is chosen. */
export function choices(select, options, chosen) {
  const is = JSON.stringify(options);
  if (select.dataset.is !== is) {
    const groups = new Map();
    for (const option of options) {
      const made = h("option", { value: option.value }, option.text);
      if (!option.group) {
        groups.set(Symbol("alone"), made);
      } else {
        if (!groups.has(option.group)) {
          groups.set(option.group, h("optgroup", { label: option.group }));
        }
        groups.get(option.group).append(made);
      }
    }
    fill(select, [...groups.values()]);
    select.dataset.is = is;
  }
  if (select.value !== chosen) {
    select.value = chosen;
  }
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name, value);
    } else if (isThere(value)) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat(Infinity).filter(isThere));
  return element;
}

function isThere(value) {
  return value !== null && value !== undefined && value !== false;
}
