// Stays connected to the server: shows when the connection is gone, comes back by itself, and begins again with all
// that there is to show. A page that nobody sees is not connected.

import { patched } from "./patch.js";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;

/** The server beats every five seconds, even when there is nothing new. */
const SILENCE_MS = 16_000;

export class Live {
  #on;
  #address = null;
  #source = null;
  #retry = null;
  #silence = null;
  #wait = FIRST_WAIT_MS;
  #lostAt = null;

  /** What the server sent last on this connection, by what it is of. */
  #data = {};

  /**
   * Reports `view`, `status` and `state`: "connecting", "live", "lost" with the time since when, or "refused" with the
   * sentence that the server says why in.
   */
  constructor(on) {
    this.#on = on;
    window.addEventListener("online", () => this.#again());
    document.addEventListener("visibilitychange", () => (document.hidden ? this.#close() : this.#again()));
  }

  /** Follows this address from now on, and no other. */
  follow(address) {
    this.#address = address;
    this.#again();
  }

  #again() {
    if (this.#address !== null && !document.hidden) {
      this.#close();
      this.#wait = FIRST_WAIT_MS;
      this.#open();
    }
  }

  #open() {
    const source = new EventSource(this.#address);
    this.#source = source;
    this.#data = {};
    const take = (event, use) => source.addEventListener(event, (message) => {
      if (source !== this.#source) {
        return;
      }
      this.#answered();
      if (use) {
        use(JSON.parse(message.data));
      }
    });
    for (const of of ["status", "view"]) {
      const show = (now) => {
        this.#data[of] = now;
        this.#on[of](now);
      };
      take(of, show);
      take(`${of}-patch`, (patch) => show(patched(this.#data[of], patch)));
    }
    take("beat", null);
    source.addEventListener("error", () => {
      if (source === this.#source) {
        const refused = source.readyState === EventSource.CLOSED;
        this.#lost();
        if (refused) {
          this.#ask();
        }
      }
    });
    this.#listen();
    if (this.#lostAt === null) {
      this.#on.state("connecting", null);
    }
  }

  #answered() {
    this.#wait = FIRST_WAIT_MS;
    this.#lostAt = null;
    this.#on.state("live", null);
    this.#listen();
  }

  #listen() {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#lost(), SILENCE_MS);
  }

  #lost() {
    this.#close();
    this.#lostAt ??= Date.now();
    this.#on.state("lost", this.#lostAt);
    this.#retry = setTimeout(() => this.#open(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }

  /** The server answered, and not with data: it says why in a sentence. */
  async #ask() {
    const address = this.#address;
    try {
      const answer = await fetch(address);
      if (answer.ok) {
        answer.body.cancel();
      } else {
        const sentence = (await answer.text()).trim();
        if (address === this.#address && this.#lostAt !== null) {
          this.#on.state("refused", sentence);
        }
      }
    } catch {
      // There is no connection after all, which is said already.
    }
  }

  #close() {
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    this.#source?.close();
    this.#source = null;
  }
}
