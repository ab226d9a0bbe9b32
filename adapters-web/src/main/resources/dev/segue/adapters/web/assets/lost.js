// Shown for a link that leads to no view: what is wrong with it, and where else to go.

import { draw, h } from "./dom.js";

export function enter(main, { title, why, links }) {
  draw(main,
    h("h1", {}, title),
    h("div", { class: "empty" },
      h("p", {}, why),
      h("ul", { class: "links" }, links.map(({ href, text }) => h("li", {}, h("a", { href }, text))))));
  return { draw() {} };
}
