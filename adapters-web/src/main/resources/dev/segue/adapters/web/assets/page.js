// Leads from an address such as #/alerts to the view that it names, and keeps that view live.

import { draw, say } from "./dom.js";
import { Live } from "./live.js";
import * as alerts from "./alerts.js";
import * as health from "./health.js";
import * as listener from "./listener.js";
import * as now from "./now.js";
import * as playlists from "./playlists.js";
import { aboutMegabytes, count, dayAndMinute, megabytes, second, whole } from "./words.js";

const VIEWS = { now, playlists, alerts, listener, health };

/** How troubles begin, and what the head of the page says of them; Health says the rest. */
const TROUBLES = [
  [/^Kafka .* does not answer/, "Kafka does not answer"],
  [/^Kafka /, "Kafka cannot be read"],
  [/^The schema registry /, "The schema registry does not answer"],
  [/^/, "Reading went wrong"],
];

const main = document.getElementById("main");
const connection = document.getElementById("connection");
const memory = document.getElementById("memory");

let name = null;
let view = null;
let status = null;
let told = null;

const live = new Live({
  view: (now) => {
    told = now;
    view.draw(told, status);
    main.dataset.shown = name;
  },
  status: (now) => {
    status = now;
    tellMemory(now);
    if (told !== null) {
      view.draw(told, status);
    }
    tellReading();
  },
  state: (state, since) => {
    connection.dataset.state = state;
    document.body.dataset.connection = state;
    if (state === "lost") {
      say(connection, `No connection since ${second(since)}; trying again`);
    } else if (state === "connecting") {
      say(connection, "Connecting");
    } else {
      tellReading();
    }
  },
});

function tellReading() {
  if (connection.dataset.state === "lost" || connection.dataset.state === "connecting") {
    return;
  }
  const behind = status?.topics.filter((topic) => topic.state === "CATCHING_UP") ?? [];
  const unasked = status?.topics.some((topic) => topic.state === "UNKNOWN") ?? true;
  if (status?.trouble) {
    connection.dataset.state = "trouble";
    say(connection, `${TROUBLES.find(([begins]) => begins.test(status.trouble))[1]}; trying again`);
  } else if (unasked) {
    connection.dataset.state = "reading";
    say(connection, "Asking Kafka what there is");
  } else if (behind.length > 0) {
    const records = behind.reduce((sum, topic) => sum + topic.behind, 0);
    connection.dataset.state = "reading";
    say(connection, records === 0 ? "Catching up" : `Catching up: ${count(records, "record", "records")}`);
  } else {
    connection.dataset.state = "live";
    say(connection, "Live");
  }
}

function tellMemory(of) {
  const { kept: number, most, bytes, mostBytes } = of.sessions;
  const kept = `In memory: ${whole(number)} of at most ${count(most, "session", "sessions")}, ${aboutMegabytes(bytes)} of at most ${megabytes(mostBytes)}`;
  const gone = of.sessions.letGo === 0
    ? "; beyond either, the one told of longest ago is let go first."
    : `; ${whole(of.sessions.letGo)} let go, the one told of longest ago first. The next to go began ${dayAndMinute(of.oldestSession)}.`;
  say(memory, kept + gone);
}

function route() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  const asked = Object.hasOwn(VIEWS, path) ? path : "now";
  const params = new URLSearchParams(query ?? "");
  // What was told is of what was asked before.
  told = null;
  if (asked !== name) {
    view?.leave?.();
    delete main.dataset.shown;
    const first = name === null;
    name = asked;
    main.dataset.view = name;
    draw(main);
    view = VIEWS[name].enter(main, params);
    view.draw(null, status);
    document.title = `${VIEWS[name].TITLE} · Segue`;
    for (const link of document.querySelectorAll("#nav a")) {
      if (link.getAttribute("href") === `#/${name}`) {
        link.setAttribute("aria-current", "page");
      } else {
        link.removeAttribute("aria-current");
      }
    }
    if (!first) {
      scrollTo(0, 0);
      if (document.activeElement === document.body) {
        main.focus({ preventScroll: true });
      }
    }
  } else {
    view.ask?.(params);
  }
  live.follow(`/live/${name}?${view.query?.(params) ?? ""}`);
}

document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
window.addEventListener("hashchange", route);
route();
