// Stays connected to the server: shows when the connection is gone, comes back by itself, and begins again with all
// that there is to tell.

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;

/** The server beats every five seconds, even when there is nothing to tell. */
const SILENCE_MS = 16_000;

export class Live {
  #on;
  #address = null;
  #source = null;
  #retry = null;
  #silence = null;
  #wait = FIRST_WAIT_MS;
  #lostAt = null;

  /** Tells of `view`, `status` and `state`: "connecting", "live", or "lost" with the time since when. */
  constructor(on) {
    this.#on = on;
    window.addEventListener("online", () => this.#again());
  }

  /** Follows this address from now on, and no other. */
  follow(address) {
    this.#address = address;
    this.#again();
  }

  #again() {
    if (this.#address !== null) {
      this.#close();
      this.#wait = FIRST_WAIT_MS;
      this.#open();
    }
  }

  #open() {
    const source = new EventSource(this.#address);
    this.#source = source;
    const take = (event, with_) => source.addEventListener(event, (message) => {
      if (source !== this.#source) {
        return;
      }
      this.#heard();
      if (with_) {
        with_(JSON.parse(message.data));
      }
    });
    take("status", this.#on.status);
    take("view", this.#on.view);
    take("beat", null);
    source.addEventListener("error", () => source === this.#source && this.#lost());
    this.#listen();
    if (this.#lostAt === null) {
      this.#on.state("connecting", null);
    }
  }

  #heard() {
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

  #close() {
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    this.#source?.close();
    this.#source = null;
  }
}
