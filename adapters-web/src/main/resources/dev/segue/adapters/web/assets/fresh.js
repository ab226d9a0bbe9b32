// How current the data is: the line under the heading of each view, and the header of the page.

import { h, part } from "./dom.js";
import { when } from "./time.js";
import { count, dayAndSecond, length } from "./words.js";

/** Kinds of data, as the server and as the page name them. */
const SOURCES = { SESSIONS: "Sessions", SIGNALS: "Signals", KPIS: "KPIs", INCIDENTS: "Incidents" };

/** The topics behind each view, by their use. */
const USES = {
  now: ["sessions", "plays", "signals"],
  playlists: ["KPIs"],
  insights: ["KPIs", "incidents"],
  alerts: ["incidents", "KPIs", "notes"],
  listener: ["sessions", "plays", "signals"],
  health: ["health", "dead letters"],
};

/** Whether some topic of a view has not been read to its end yet, so that the view may be nearly empty. */
export function isReading(status, view) {
  return topicsOf(status, view).some((topic) => topic.state === "UNKNOWN" || topic.state === "CATCHING_UP");
}

/** Whether all topics of a view have been read to their end once, though more may have come since. */
export function isRead(status, view) {
  const topics = topicsOf(status, view);
  return topics.length > 0 && topics.every((topic) => topic.state === "LIVE" || topic.state === "BEHIND");
}

/**
 * Why a view is empty. Until all its topics have been read, only that is said; trouble after that does not replace the
 * view's own reason.
 */
export function nothing(status, view, ...why) {
  if (status?.awaited) {
    why = [h("p", {}, "No data yet."), h("p", {}, status.awaited)];
  } else if (status?.trouble && !isRead(status, view)) {
    why = [h("p", {}, "No data yet."), h("p", {}, status.trouble)];
  } else if (isReading(status, view)) {
    why = [h("p", {}, "No data yet: the page is still reading the topics.")];
  }
  return h("div", { class: "empty" }, why);
}

/** As of when each kind of data in a view is, and whether it is old; drawn below the heading. */
export const Fresh = part(({ fresh, topics, view, of }) => {
  const lines = of.map((source) => ({ source, ...fresh?.[source] })).filter((line) => line.asOf !== undefined && line.asOf !== null);
  const unread = (topics ?? []).filter((topic) => USES[view].includes(topic.use) && topic.state === "BEHIND");
  return h("ul", { class: "fresh", "aria-label": "How fresh this is" },
    lines.map(({ source, asOf, held }) => {
      const old = isOld(held);
      return h("li", { key: source, class: old ? "old" : null },
        `${SOURCES[source]} as of `,
        when(asOf, dayAndSecond),
        old ? h("strong", {}, `: ${why(held)}`) : held.state === "UNKNOWN" ? `; the ${held.job} job does not report, so it may be behind` : held.state === "ENDED" ? `; the ${held.job} job has read its input to the end` : "");
    }),
    unread.map((topic) => h("li", { key: topic.name }, `The page is catching up with ${topic.use}: ${count(topic.behind, "record", "records")} to read.`)));
});

/** The `Fresh` line of a view that shows these kinds of data; none for a replay, which is whole and does not age. */
export function fresh(status, view, ...of) {
  return status?.replay ? null : h(Fresh, { fresh: status?.fresh, topics: status?.topics, view, of });
}

/** What the header says about jobs that are behind or silent; null if there is none. */
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

/** How far a job is behind: the greater of its lag and its distance from the most advanced clock. */
export function howFar(held) {
  return length(Math.max(held.behindMs ?? 0, held.lagMs ?? 0));
}

function why(held) {
  return held.state === "BEHIND"
    ? `the ${held.job} job is ${howFar(held)} behind`
    : `the ${held.job} job has not reported since ${dayAndSecond(held.reportedAt)}`;
}

function topicsOf(status, view) {
  return (status?.topics ?? []).filter((topic) => (USES[view] ?? []).includes(topic.use));
}
