// What is furthest from expected, in the last complete hour and yesterday, ranked by how many listeners it affects.

import { along, draw, h, part } from "./dom.js";
import { fresh, nothing } from "./fresh.js";
import { Normal } from "./normal.js";
import { KPIS, SEVERITIES, change, count, day, dayAndMinute, length, minute, place, plain, subject, tenths, whole } from "./words.js";

export const TITLE = "Insights";

export function enter(main) {
  return {
    draw(data, status) {
      draw(main, h("h1", {}, "Insights"), ...(data === null ? [h("p", { class: "lead" }, "Waiting for the server.")] : view(data, status)));
    },
  };
}

function view(data, status) {
  const old = fresh(status, "insights", "KPIS");
  if (data.now.compared + data.yesterday.compared === 0) {
    return [
      old,
      nothing(status, "insights",
        h("p", {}, "Nothing can be compared yet."),
        h("p", {}, `This needs KPI rows by the hour or the day, of ${data.leastWeeks} weeks or more, of something that an alert policy watches and that has as many listeners, sessions, runs or plays as the policy requires. They come from the playlists job: `, h("code", {}, "segue run playlists --config FILE"), ".")),
    ];
  }
  return [
    old,
    h("p", { class: "lead" }, "What differs from what is expected, incident or not. What affects the most listeners comes first."),
    h(Ranking, { ranking: data.now, id: "now", title: "Now: the last complete hour", window: "hour" }),
    h(Ranking, { ranking: data.yesterday, id: "yesterday", title: "Yesterday", window: "day" }),
    h("p", { class: "note" }, `Hours and days are those of each country's listeners, by the clocks of the time zone that most of them are in. An hour is complete when it is over and nine in ten of its sessions have ended, or ${length(data.settledMs)} after its end (the last of the alert rule's ages). `
      + `Affected listeners are the listeners, or those expected if there are more, times the size of the change: an outage affects all of them, a drop by half affects half. From ${whole(data.majorFrom)} it is major, from ${whole(data.criticalFrom)} critical. `
      + "Everything that the alert policies watch is compared."),
    h(Normal, { rule: status?.normal ?? null, view: "insights" }),
  ];
}

const Ranking = part(({ ranking, id, title, window }) => {
  const most = Math.max(1, ...ranking.lines.map((line) => line.affected));
  const compared = `${count(ranking.compared, "pair of subject and country was", "pairs of subject and country were")} compared${ranking.leftOut === 0 ? "" : `, those with most sessions; ${whole(ranking.leftOut)} were not`}.`;
  return h("section", { "aria-labelledby": id },
    h("h2", { id }, title),
    ranking.lines.length === 0
      ? h("p", { class: "muted" }, ranking.compared === 0 ? `No ${window} can be compared yet.` : `All is as expected. ${compared}`)
      : [
        h("ol", { class: "list ranked" }, ranking.lines.map((line) => h(Line, { key: `${line.kind} ${line.subject} ${line.country} ${line.kpi}`, line, share: line.affected / most, window }))),
        h("p", { class: "note" }, compared, ranking.more === 0 ? "" : ` ${count(ranking.more, "more is", "more are")} not as expected, and affect fewer listeners.`),
      ]);
});

const Line = part(({ line, share, window }) => {
  const kpi = KPIS[line.kpi];
  const write = kpi?.write ?? tenths;
  const where = new URLSearchParams({ kind: line.kind, kpi: line.kpi, period: window.toUpperCase(), country: line.country, since: line.from, until: line.until });
  if (line.subject !== null) {
    where.set("subject", line.subject);
  }
  const start = line.local * 1000;
  const local = window === "hour" ? `${dayAndMinute(start, "UTC")} to ${minute(start + 3_600_000, "UTC")}` : day(start, "UTC");
  return h("li", { class: "incident" },
    h("div", { class: "span", "aria-hidden": "true" }, h("span", { class: line.worse ? "open" : "fine", style: along(0, share) })),
    h("h3", {},
      h("a", { href: `#/playlists?${where}` }, `${kpi?.name ?? plain(line.kpi)}, ${subject(line.kind, line.subject, null)}, ${place(line.country, null)}`), " ",
      line.worse ? [h("span", { class: `badge ${line.severity.toLowerCase()}` }, SEVERITIES[line.severity]), " "] : null,
      h("span", { class: `badge ${line.worse ? "worse" : "better"}` }, line.worse ? "worse than expected" : "better than expected")),
    h("div", { class: "facts" },
      h("span", {}, h("strong", {}, change(line.value, line.usual)), `: ${write(line.value)} instead of ${write(line.usual)}`),
      h("span", {}, `${count(Math.round(line.affected), "affected listener", "affected listeners")} of ${whole(Math.round(line.listeners))}`),
      h("span", {}, `${local}, local time${line.zone ? ` (${line.zone})` : ""}`),
      h("span", {}, `policy ${line.policy}`),
      line.incident === null ? null : h("a", { href: `#/alerts?${new URLSearchParams({ incident: line.incident })}` }, "An incident is open")));
});
