// Incidents on a timeline, each with a link to its KPI.

import { along, clamped, draw, h, part } from "./dom.js";
import { fresh, nothing } from "./fresh.js";
import { HERE, KPIS, count, dayAndMinute, length, place, plain, subject, tenths, whole } from "./words.js";

export const TITLE = "Alerts";

const STATUS = {
  OPEN: ["open", "open"],
  CLOSED: ["closed", "back in the expected range"],
  NEW_NORMAL: ["closed", "new normal"],
  WITHDRAWN: ["withdrawn", "withdrawn"],
};

export function enter(main) {
  return {
    draw(data, status) {
      draw(main, h("h1", {}, "Alerts"), ...(data === null ? [h("p", { class: "lead" }, "Waiting for the server.")] : view(data, status)));
    },
  };
}

function view(data, status) {
  const old = fresh(status, "alerts", "INCIDENTS");
  if (data.incidents.length === 0) {
    const topic = status?.topics.find((of) => of.use === "incidents");
    return [
      old,
      nothing(status, "alerts",
        h("p", {}, topic?.state === "MISSING" ? `There are no incidents: the topic ${topic.name} does not exist yet.` : "There has been no incident, as far as the topic shows."),
        h("p", {}, "They come from the job alerts, which compares each hour with the same hour of previous weeks: ", h("code", {}, "segue run alerts --config FILE"), ".")),
    ];
  }
  const open = data.incidents.filter((of) => of.status === "OPEN").length;
  return [
    old,
    h("p", { class: "lead" }, open === 0
      ? "No incident is open."
      : `${count(open, "incident is", "incidents are")} open. An incident is one episode in which a KPI is outside its expected range.`),
    timeline(data),
  ];
}

function timeline(view) {
  const ends = view.incidents.map((of) => end(of, view.clock));
  const first = Math.min(...view.incidents.map((of) => of.since));
  const last = Math.max(...ends, view.clock ?? 0);
  const span = Math.max(1, last - first);
  const marks = [0, 0.25, 0.5, 0.75].map((at) => h("span", { style: { left: `${at * 100}%` } }, dayAndMinute(first + at * span)));
  return h("section", { "aria-labelledby": "incidents" },
    h("h2", { id: "incidents" }, "Incidents, open ones first"),
    h("div", { class: "scale days", "aria-hidden": "true" }, marks),
    h("ol", { class: "list" }, view.incidents.map((of, i) => h(Incident, { key: of.id, of, from: (of.since - first) / span, long: (ends[i] - of.since) / span }))),
    h("p", { class: "note" }, `The bars share one timeline, in the time zone of this browser (${HERE}); sentences use local time.`),
    view.more > 0 ? h("p", { class: "note" }, `${count(view.more, "earlier one is", "earlier ones are")} in memory and not shown.`) : null);
}

function end(of, clock) {
  return of.status === "OPEN" ? Math.max(of.until, clock ?? of.until) : of.until;
}

const Incident = part(({ of, from, long }) => {
  const [style, words] = STATUS[of.status] ?? ["closed", plain(of.status)];
  const kpi = KPIS[of.kpi];
  const write = kpi?.write ?? tenths;
  const where = new URLSearchParams({ kind: of.kind, kpi: of.kpi, period: "HOUR", since: of.shownFrom, until: of.shownUntil });
  for (const [name, value] of [["subject", of.subject], ["edition", of.edition], ["country", of.country], ["zone", of.zone]]) {
    if (value !== null) {
      where.set(name, value);
    }
  }
  return h("li", { class: "incident" },
    h("div", { class: "span", "aria-hidden": "true" }, h("span", { class: style, style: along(from, Math.max(0, long)) })),
    h("h3", {},
      `${kpi?.name ?? plain(of.kpi)}, ${subject(of.kind, of.subject, of.edition)}, ${place(of.country, of.zone)} `,
      h("span", { class: `badge ${style}` }, words)),
    h("p", {}, clamped(of.sentence)),
    h("div", { class: "facts" },
      h("span", {}, `since ${dayAndMinute(of.sinceLocal * 1000, "UTC")} local time`),
      h("span", {}, `${count(of.windows, "unusual hour", "unusual hours")}, ${length(of.until - of.since)}`),
      h("span", {}, `worst ${write(of.worstValue)} instead of ${write(of.worstUsual)}, score ${tenths(of.worstScore)}`),
      h("span", {}, `${whole(of.sessions)} sessions`),
      h("span", {}, `compared with ${count(of.weeks, "week", "weeks")}`),
      h("span", {}, `policy ${of.policy}`)),
    h("a", { href: `#/playlists?${where}` }, "See the KPI"));
});
