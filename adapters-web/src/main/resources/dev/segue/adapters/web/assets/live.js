// Stays connected to the server: reports when the connection is lost, reconnects by itself, and then starts again with
// the complete view. A hidden page is not connected.

import { patched } from "./patch.js";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;

/** The server sends a heartbeat every five seconds, even when there is nothing new. */
const SILENCE_MS = 16_000;

export class Live {
  #on;
  #address = null;
  #source = null;
  #retry = null;
  #silence = null;
  #wait = FIRST_WAIT_MS;
  #lostAt = null;

  /** The latest state of "status" and "view" on this connection. */
  #data = {};

  /**
   * Reports `view`, `status` and `state`: "connecting", "live", "lost" with the time since when, or "refused" with the
   * server's reason.
   */
  constructor(on) {
    this.#on = on;
    window.addEventListener("online", () => this.#again());
    document.addEventListener("visibilitychange", () => (document.hidden ? this.#close() : this.#again()));
  }

  /** Follows this address from now on, instead of the previous one. */
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

  /** The server refused the stream: fetches its reason. */
  async #ask() {
    const address = this.#address;
    try {
      const answer = await fetch(address);
      if (answer.ok) {
        answer.body.cancel();
      } else {
        const sentence = (await answer.json()).detail;
        if (address === this.#address && this.#lostAt !== null) {
          this.#on.state("refused", sentence);
        }
      }
    } catch {
      // The connection is lost after all, which is reported already.
    }
  }

  #close() {
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    this.#source?.close();
    this.#source = null;
  }
}
