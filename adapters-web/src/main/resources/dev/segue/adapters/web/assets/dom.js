// Draws the page. Preact compares each drawing with the previous one and changes only what differs, so unchanged
// elements keep focus, selection and scroll position. All data becomes text, never markup.

import { Component, h, render } from "/drawing/preact.module.js";

export { Component, h };

/** Longer names, in characters, may not fit into a few lines. */
const LONG_NAME = 60;

/** Draws these into an element. */
export function draw(element, ...children) {
  const focused = document.activeElement;
  render(children, element);
  // An element that moves among its siblings is detached for a moment, and loses the focus.
  if (focused !== document.activeElement && focused?.isConnected) {
    focused.focus({ preventScroll: true });
  }
}

/** A part of a view that is redrawn only when one of its properties changes. */
export function part(drawing) {
  return class extends Component {
    shouldComponentUpdate(next) {
      return !alike(this.props, next);
    }

    render(props) {
      return drawing(props);
    }
  };
}

/** A name of any length: a few lines of it, all of it on hover or when copied. */
export function clamped(name) {
  return h("span", { class: "clamped", title: name.length > LONG_NAME ? name : null }, name);
}

/** A track by its title and artist, with its id below; by its id alone where the catalogue does not know it. */
export function track(of) {
  return of.title === null ? clamped(of.id) : [clamped(called(of)), h("span", { class: "where" }, clamped(of.id))];
}

/** The same in one line of text, without the id. */
export function called(of) {
  return of.title === null ? of.id : of.artist === null ? of.title : `${of.title} – ${of.artist}`;
}

/** Sets the text, unless the element has it already. */
export function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** Position and width along a line, given as fractions, in percent. */
export function along(from, length) {
  return { left: `${from * 100}%`, width: `${length * 100}%` };
}

/** A choice of one of several options, each with a value, a text and optionally a group; `chosen` is a value. */
export const Choice = part(({ id, options, chosen, change }) => {
  const groups = new Map();
  for (const option of options) {
    const key = option.group ?? Symbol("alone");
    groups.set(key, [...(groups.get(key) ?? []), option]);
  }
  const drawn = (option) => h("option", { key: option.value, value: option.value }, option.text);
  return h("select", { id, value: chosen, onChange: (event) => change(event.target.value) },
    [...groups].map(([group, of]) => (typeof group === "symbol" ? drawn(of[0]) : h("optgroup", { key: group, label: group }, of.map(drawn)))));
});

/** Content that scrolls when it is wider than the page, also by keyboard. `label` names it for screen readers. */
export class Wide extends Component {
  #box = null;
  #sizes = new ResizeObserver(() => this.#fit());

  componentDidMount() {
    this.#sizes.observe(this.#box);
    this.#fit();
  }

  componentDidUpdate() {
    this.#fit();
  }

  componentWillUnmount() {
    this.#sizes.disconnect();
  }

  render({ children, label }) {
    return h("div", { class: "wide", role: "group", "aria-label": label, ref: (box) => (this.#box = box) }, children);
  }

  #fit() {
    if (this.#box.scrollWidth > this.#box.clientWidth) {
      this.#box.tabIndex = 0;
    } else {
      this.#box.removeAttribute("tabindex");
    }
  }
}

function alike(before, next) {
  const names = new Set([...Object.keys(before), ...Object.keys(next)]);
  return [...names].every((name) => same(before[name], next[name]));
}

function same(one, other) {
  return one === other
    || (Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.every((value, i) => value === other[i]));
}
