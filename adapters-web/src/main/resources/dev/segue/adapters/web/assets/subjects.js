// Chooses the subject of the KPIs: a search on the server, and a list of the editions, if it has any.

import { Choice, Component, h } from "./dom.js";
import { count, subject } from "./words.js";

const KINDS = { ALBUM: "album", RADIO: "radio", PLAYLIST: "playlist" };

/** How long typing must pause before a search. */
const PAUSE_MS = 200;

/** The value that stands for all editions together. */
const TOGETHER = "";

/** A text that distinguishes a subject from the others found with it. */
function written(of, taken) {
  const name = subject(of.kind, of.id, of.edition);
  const short = of.kind === "ALBUM" || of.kind === "RADIO" ? `${name} (${KINDS[of.kind]})` : name;
  return taken?.has(short) ? `${name} (${KINDS[of.kind] ?? "sum"})` : short;
}

/** A search with suggestions. Its properties: `shown` is the current subject; `go` leads to another. */
export class Subjects extends Component {
  #input = null;
  #waiting = null;
  #requests = 0;
  state = { found: new Map(), says: "" };

  componentDidMount() {
    this.#input.value = written(this.props.shown);
  }

  componentDidUpdate(before) {
    if (written(before.shown) !== written(this.props.shown)) {
      this.#input.value = written(this.props.shown);
      this.setState({ says: "" });
    }
  }

  componentWillUnmount() {
    clearTimeout(this.#waiting);
    this.#requests++;
  }

  shouldComponentUpdate(next, state) {
    return written(next.shown) !== written(this.props.shown) || state !== this.state;
  }

  render(props, { found, says }) {
    return h("div", { class: "searched" },
      h("label", {}, "What: type to search",
        h("input", {
          id: "subject",
          type: "search",
          list: "subjects",
          autocomplete: "off",
          spellcheck: false,
          "aria-describedby": "subject-found",
          ref: (made) => (this.#input = made),
          onFocus: () => {
            this.#input.select();
            this.#search("");
          },
          onInput: (event) => this.#type(event),
          onChange: () => this.#choose(),
          onKeyDown: (event) => event.key === "Enter" && this.#choose(),
        })),
      h("datalist", { id: "subjects" }, [...found.keys()].map((text) => h("option", { key: text, value: text }))),
      h("p", { id: "subject-found", class: "note", role: "status" }, says));
  }

  /** A picked suggestion is chosen; typed text is searched. */
  #type(event) {
    const picked = event.inputType === undefined || event.inputType === "insertReplacementText";
    clearTimeout(this.#waiting);
    if (picked && this.state.found.has(this.#input.value)) {
      this.#choose();
    } else {
      this.#waiting = setTimeout(() => this.#search(this.#input.value), PAUSE_MS);
    }
  }

  /** Leads to the typed subject if exactly one matches; otherwise says that none or several do. */
  async #choose() {
    const text = this.#input.value.trim();
    clearTimeout(this.#waiting);
    if (text === written(this.props.shown)) {
      return;
    }
    if (text === "") {
      this.#input.value = written(this.props.shown);
      this.setState({ says: "" });
      return;
    }
    const found = this.state.found.has(text) ? this.state.found : await this.#search(text);
    const one = found?.get(text) ?? (found?.size === 1 ? [...found.values()][0] : undefined);
    if (one !== undefined) {
      this.props.go({ kind: one.kind, subject: one.id, edition: one.edition });
    }
  }

  /** Returns the matching subjects by text; null if another search has started meanwhile. */
  async #search(text) {
    const number = ++this.#requests;
    let answer = null;
    try {
      const response = await fetch(`/api/v1/subjects?${new URLSearchParams({ text: text.trim() })}`);
      answer = response.ok ? await response.json() : null;
    } catch {
      // The header of the page says that there is no connection.
    }
    if (number !== this.#requests) {
      return null;
    }
    const found = new Map();
    for (const group of answer?.groups ?? []) {
      for (const of of group.subjects) {
        found.set(written(of, found), of);
      }
    }
    this.setState({ found, says: answer === null ? "The search did not answer." : text.trim() === "" ? "" : summary(found.size, answer.more) });
    return found;
  }
}

function summary(found, more) {
  if (found === 0) {
    return "No match.";
  }
  return more === 0
    ? `${count(found, "suggestion", "suggestions")}.`
    : `${count(found, "suggestion", "suggestions")}, and ${count(more, "more that matches", "more that match")}: type more of the name.`;
}

/** The choice of the edition; null if the subject has none. */
export function editions(data, go) {
  const { edition } = data.subject;
  if (data.editions.length === 0) {
    return null;
  }
  const known = edition === null || data.editions.includes(edition) ? data.editions : [...data.editions, edition];
  return h("label", {}, "Edition",
    h(Choice, {
      id: "edition",
      options: [{ value: TOGETHER, text: "all together" }, ...known.map((value) => ({ value, text: value }))],
      chosen: edition ?? TOGETHER,
      change: (value) => go({ edition: value === TOGETHER ? null : value }),
    }));
}
