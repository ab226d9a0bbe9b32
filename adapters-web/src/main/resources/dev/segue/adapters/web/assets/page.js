// Routes an address such as #/alerts to its view, and keeps that view live.

import { draw, say } from "./dom.js";
import { behind, isReading } from "./fresh.js";
import { Live } from "./live.js";
import * as alerts from "./alerts.js";
import * as health from "./health.js";
import * as insights from "./insights.js";
import * as listener from "./listener.js";
import * as lost from "./lost.js";
import * as now from "./now.js";
import * as playlists from "./playlists.js";
import { aboutMegabytes, count, dayAndMinute, megabytes, second, whole } from "./words.js";

const VIEWS = { now, playlists, insights, alerts, listener, health };

/** The only view of a replay: it has sessions and plays, and nothing that jobs compute from them. */
const OF_REPLAY = "listener";

/** The longest address that the server answers. */
const LONGEST_ADDRESS = 8_000;

/** How many characters of a wrong link are shown. */
const MOST_SHOWN = 80;

/** How messages about trouble begin, and their short form for the header; Health shows all of it. */
const TROUBLES = [
  [/^Kafka .* does not answer/, "Kafka does not answer"],
  [/^Kafka /, "Kafka cannot be read"],
  [/^The schema registry /, "The schema registry does not answer"],
  [/^/, "Reading failed"],
];

const main = document.getElementById("main");
const connection = document.getElementById("connection");
const memory = document.getElementById("memory");

const openIncidents = document.getElementById("open-incidents");

let name = null;
let title = null;
let view = null;
let status = null;
let data = null;

/** The newest data; not shown while it holds less than the data on the page. */
let newest = null;

/** Whether the data on the page was sent after all topics of the view had been read. */
let isWhole = false;

const live = new Live({
  view: (now) => {
    newest = now;
    show();
  },
  status: (now) => {
    const began = now.replay && status?.replay !== true;
    status = now;
    showMemory(now);
    showOpen();
    if (began) {
      showReplay();
    }
    if (newest !== null) {
      show();
    }
    showReading();
  },
  state: (state, more) => {
    connection.dataset.state = state;
    document.body.dataset.connection = state;
    if (state === "refused") {
      say(connection, `${more} Trying again.`);
    } else if (state === "lost") {
      say(connection, `No connection since ${second(more)}; trying again`);
    } else if (state === "connecting") {
      say(connection, "Connecting");
    } else {
      showReading();
    }
  },
});

/** Hides what a replay has not, and opens what it has, unless a link leads elsewhere. */
function showReplay() {
  for (const link of document.querySelectorAll("#nav a")) {
    link.parentElement.hidden = link.getAttribute("href") !== `#/${OF_REPLAY}`;
  }
  if (name !== OF_REPLAY) {
    route();
  }
}

/** After a restart of the server, the old data stays until all topics of the view are read again. */
function show() {
  if (!isHeld()) {
    data = newest;
    isWhole = !isReading(status, name);
  }
  view.draw(data, status);
  main.dataset.shown = name;
}

function isHeld() {
  return isWhole && isReading(status, name);
}

function showReading() {
  if (["lost", "refused", "connecting"].includes(connection.dataset.state)) {
    return;
  }
  const unread = status?.topics.filter((topic) => topic.state === "CATCHING_UP" || topic.state === "BEHIND") ?? [];
  const unchecked = status?.topics.some((topic) => topic.state === "UNKNOWN") ?? true;
  if (status?.awaited) {
    connection.dataset.state = "reading";
    say(connection, "Starting: waiting for Kafka");
  } else if (status?.trouble) {
    connection.dataset.state = "trouble";
    say(connection, `${TROUBLES.find(([begins]) => begins.test(status.trouble))[1]}; trying again`);
  } else if (unchecked) {
    connection.dataset.state = "reading";
    say(connection, "Checking the topics");
  } else if (unread.length > 0) {
    const records = unread.reduce((sum, topic) => sum + topic.behind, 0);
    connection.dataset.state = "reading";
    say(connection, `Catching up${records === 0 ? "" : `: ${count(records, "record", "records")}`}${isHeld() ? "; still showing the previous data" : ""}`);
  } else if (behind(status) !== null) {
    connection.dataset.state = "behind";
    say(connection, behind(status));
  } else {
    connection.dataset.state = "live";
    say(connection, status?.replay ? "Replayed" : "Live");
  }
}

function showMemory(of) {
  const { count: number, most, bytes, mostBytes } = of.sessions;
  const inMemory = `In memory: ${whole(number)} of at most ${count(most, "session", "sessions")}, ${aboutMegabytes(bytes)} of at most ${megabytes(mostBytes)}`;
  const gone = of.sessions.evicted === 0
    ? "; when either limit is reached, the least recently updated is evicted first."
    : `; ${whole(of.sessions.evicted)} evicted, the least recently updated first. The next to be evicted began ${dayAndMinute(of.oldestSession)}.`;
  say(memory, inMemory + gone);
}

/** How many incidents are open, in the menu and in the title of the tab. */
function showOpen() {
  const open = status?.openIncidents ?? 0;
  openIncidents.hidden = open === 0;
  say(openIncidents, open === 0 ? "" : ` ${whole(open)} open`);
  document.title = `${open === 0 ? "" : `(${whole(open)}) `}${title} · Segue`;
}

function route() {
  const [path, ...rest] = location.hash.replace(/^#\/?/, "").split("?");
  const params = new URLSearchParams(rest.join("?"));
  const requested = path === "" ? (status?.replay ? OF_REPLAY : "now") : path;
  // The data answers the previous query.
  data = null;
  newest = null;
  isWhole = false;
  const wrong = whatIsWrong(requested, rest.join("?"));
  if (wrong !== null) {
    enter("lost", () => lost.enter(main, wrong), wrong.title);
    live.follow("/api/v1/live/status");
    return;
  }
  if (requested !== name) {
    enter(requested, () => VIEWS[requested].enter(main, params), VIEWS[requested].TITLE);
    view.draw(null, status);
  } else {
    view.ask?.(params);
  }
  live.follow(addressOf(requested, view.query?.(params) ?? ""));
}

function addressOf(requested, query) {
  return `/api/v1/live/${requested}?${query}`;
}

/** What is wrong with a link, and where else to go; null if it leads to a view. */
function whatIsWrong(requested, query) {
  const links = Object.entries(VIEWS).map(([of, { TITLE }]) => ({ href: `#/${of}`, text: TITLE }));
  if (!Object.hasOwn(VIEWS, requested)) {
    const id = requested.startsWith("listener/") ? requested.slice("listener/".length) : "";
    if (id !== "") {
      links.unshift({ href: `#/listener?${new URLSearchParams({ id: decoded(id) })}`, text: `The listener ${shortened(decoded(id))}` });
    }
    return { title: "No such view", why: `This page has no view ${shortened(decoded(requested))}. These are its views:`, links };
  }
  if (status?.replay && requested !== OF_REPLAY) {
    return {
      title: `${VIEWS[requested].TITLE}: not in a replay`,
      why: "A replay finds sessions and plays. This view shows what the running jobs report, so it would be empty here.",
      links: links.filter(({ href }) => href === `#/${OF_REPLAY}`),
    };
  }
  const long = addressOf(requested, query).length;
  return long > LONGEST_ADDRESS
    ? { title: "The link is too long", why: `The address after # has ${count(long, "character", "characters")}, and at most ${whole(LONGEST_ADDRESS)} are allowed. Was something pasted into it by mistake? These are the views:`, links }
    : null;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function shortened(text) {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

function enter(requested, entered, of) {
  view?.leave?.();
  delete main.dataset.shown;
  const first = name === null;
  name = requested;
  main.dataset.view = name;
  draw(main);
  view = entered();
  title = of;
  showOpen();
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
}

document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
window.addEventListener("hashchange", route);
route();
