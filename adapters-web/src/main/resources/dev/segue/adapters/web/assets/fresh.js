// How old what is shown is: what each view says of it, and what the head of the page says of all of it.

import { h, part } from "./dom.js";
import { count, dayAndSecond, length } from "./words.js";

/** What each view is made of, as the server calls it, and as the page does. */
const SOURCES = { SESSIONS: "Sessions", SIGNALS: "Signals", KPIS: "KPIs", INCIDENTS: "Incidents" };

/** From which topics each view is made, by what the page takes from them. */
const USES = {
  now: ["sessions", "plays", "signals"],
  playlists: ["KPIs"],
  alerts: ["incidents"],
  listener: ["sessions", "plays", "signals"],
  health: ["health"],
};

/** Whether the page has not read all yet that a view is made of, so that what it knows of it may be next to nothing. */
export function isReading(status, view) {
  return topicsOf(status, view).some((topic) => topic.state === "UNKNOWN" || topic.state === "CATCHING_UP");
}

/** Whether the page has read all once that a view is made of, though more may have come since. */
export function isRead(status, view) {
  const topics = topicsOf(status, view);
  return topics.length > 0 && topics.every((topic) => topic.state === "LIVE" || topic.state === "BEHIND");
}

/**
 * Why there is nothing to see: as long as the page has not read all that a view is made of, that alone; what goes wrong
 * after that does not unsay what is known.
 */
export function nothing(status, view, ...why) {
  if (status?.awaited) {
    why = [h("p", {}, "Nothing is known yet."), h("p", {}, status.awaited)];
  } else if (status?.trouble && !isRead(status, view)) {
    why = [h("p", {}, "Nothing is known yet."), h("p", {}, status.trouble)];
  } else if (isReading(status, view)) {
    why = [h("p", {}, "Nothing is known yet: the page is still reading what the topics hold.")];
  }
  return h("div", { class: "empty" }, why);
}

/** As of when a view is, by kind of what it shows, and whether that is old; drawn below its heading. */
export const Fresh = part(({ fresh, topics, view, of }) => {
  const lines = of.map((source) => ({ source, ...fresh?.[source] })).filter((line) => line.asOf !== undefined && line.asOf !== null);
  const unread = (topics ?? []).filter((topic) => USES[view].includes(topic.use) && topic.state === "BEHIND");
  return h("ul", { class: "fresh", "aria-label": "How fresh this is" },
    lines.map(({ source, asOf, held }) => {
      const old = isOld(held);
      return h("li", { key: source, class: old ? "old" : null },
        `${SOURCES[source]} as of ${dayAndSecond(asOf)}`,
        old ? h("strong", {}, `: ${why(held)}`) : held.state === "UNKNOWN" ? `; the job ${held.job} does not report, so it may be behind` : held.state === "ENDED" ? `; the job ${held.job} has read its input to the end` : "");
    }),
    unread.map((topic) => h("li", { key: topic.name }, `The page is catching up with ${topic.use}: ${count(topic.behind, "record", "records")} to read.`)));
});

/** The properties of `Fresh`, for a view that shows these. */
export function fresh(status, view, ...of) {
  return h(Fresh, { fresh: status?.fresh, topics: status?.topics, view, of });
}

/** What the head of the page says of jobs that are behind; null where none is. */
export function behind(status) {
  const jobs = status?.behind ?? [];
  if (jobs.length === 0) {
    return null;
  }
  return jobs.length === 1 ? `Not live: ${why(jobs[0])}` : `Not live: ${count(jobs.length, "job is", "jobs are")} behind or silent; see Health`;
}

export function isOld(held) {
  return held.state === "BEHIND" || held.state === "SILENT";
}

/** How far a job is behind, in its own words of time: whichever says more. */
export function howFar(held) {
  return length(Math.max(held.behindMs ?? 0, held.lagMs ?? 0));
}

function why(held) {
  return held.state === "BEHIND"
    ? `the job ${held.job} is ${howFar(held)} behind`
    : `the job ${held.job} has not reported since ${dayAndSecond(held.reportedAt)}`;
}

function topicsOf(status, view) {
  return (status?.topics ?? []).filter((topic) => (USES[view] ?? []).includes(topic.use));
}
