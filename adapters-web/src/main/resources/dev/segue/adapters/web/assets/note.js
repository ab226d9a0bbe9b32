// What people say about an incident: whether somebody looks after it, and what they found.

import { Component, clamped, h } from "./dom.js";
import { when } from "./time.js";

const LONGEST_TEXT = 1_000;
const LONGEST_NAME = 80;

const SAVING = "Saving …";

/** Where the browser remembers how its reader calls themselves. */
const NAME = "segue-name";

/** Whether the server takes notes. */
export const TAKEN = document.documentElement.dataset.notes === "on";

/** The latest note about an incident, in a sentence. */
export function said(note) {
  return h("p", { class: "said" },
    h("strong", {}, note.acknowledged ? "Acknowledged" : "Noted"), note.by === "" ? " " : [" by ", clamped(note.by), " "], when(note.at), note.text === "" ? "" : [": ", h("span", { class: "text" }, note.text)]);
}

/** The name that was written last; a browser that stores nothing has none. */
function rememberedName() {
  try {
    return localStorage.getItem(NAME) ?? "";
  } catch {
    return "";
  }
}

function remember(name) {
  try {
    localStorage.setItem(NAME, name);
  } catch {
    // The name is asked for again.
  }
}

function latest({ note }) {
  return note?.at ?? 0;
}

/** Takes a note; what is being written stays when another one arrives. */
export class NoteForm extends Component {
  #form = null;

  /** When the note was written that this one would replace; 0 if there was none. */
  #seen = 0;

  constructor(props) {
    super(props);
    this.state = { answer: "" };
    this.#seen = latest(props);
  }

  shouldComponentUpdate(next, state) {
    return state.answer !== this.state.answer || next.incident !== this.props.incident;
  }

  render({ incident, note }, { answer }) {
    return h("form", { class: "note-form", "aria-label": "Note", ref: (form) => (this.#form = form), onSubmit: (event) => this.#send(event, incident) },
      h("label", { class: "check" }, h("input", { type: "checkbox", name: "acknowledged", defaultChecked: note?.acknowledged ?? false }), " Somebody looks after it"),
      h("label", {}, "Your name", h("input", { name: "by", maxLength: LONGEST_NAME, autocomplete: "name", defaultValue: rememberedName() })),
      h("label", { class: "text" }, "What was found", h("textarea", { name: "text", rows: 3, maxLength: LONGEST_TEXT, defaultValue: note?.text ?? "" })),
      h("button", { disabled: answer === SAVING }, "Save the note"),
      h("p", { class: "note", role: "status" }, answer));
  }

  async #send(event, incident) {
    event.preventDefault();
    const fields = new FormData(this.#form);
    const by = String(fields.get("by")).trim();
    remember(by);
    this.setState({ answer: SAVING });
    try {
      const answer = await fetch("/api/v1/notes", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ incident, acknowledged: fields.has("acknowledged"), text: fields.get("text"), by, seen: this.#seen }),
      });
      const told = await answer.json();
      // Whoever saves again after a conflict has the other note before them.
      this.#seen = answer.ok ? told.at : answer.status === 409 ? latest(this.props) : this.#seen;
      this.setState({ answer: answer.ok ? "Saved. All who have the page open see it at once." : told.detail });
    } catch {
      this.setState({ answer: "The page does not answer, so nothing was saved. Try again when it is connected." });
    }
  }
}
