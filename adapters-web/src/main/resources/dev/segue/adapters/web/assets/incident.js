// All about one incident: the hours around it, where it comes from, and what to look at next.

import { Chart, WHERE_ALONE, colour } from "./chart.js";
import { Wide, h, part } from "./dom.js";
import { when } from "./time.js";
import { KPIS, change, count, country, day, dayAndMinute, device, length, percent, place, plain, tenths } from "./words.js";

const DAY_S = 86_400;

/** KPIs that count. */
const COUNTS = ["LISTENERS", "SESSIONS", "LISTENED_TIME"];

/** KPIs that are a mean of their sample. */
const MEANS = ["SONGS_PER_RUN", "TIME_PER_LISTENER"];

const WRITTEN = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

/** Of each kind of parts: its heading, what one is called, how one is named, and what is to be said about them. */
const PARTS = {
  EDITION_AGE: ["By the age of editions", "Editions", (age) => ({ NEW: "in their first 24 hours", RECENT: "in their first week", OLD: "older" })[age] ?? plain(age),
    "An edition's age counts from the first hour in which anybody there listened to it. Single editions have no earlier weeks to be compared with; editions of one age have."],
  ZONE: ["By time zone", "Time zone", (zone) => zone, "The same local hours in each zone of the country."],
  COUNTRY: ["In other countries at the same time", "Country", (code) => (code === "OTHERS" ? "all others" : country(code)), "The share is that of the deviation of all these countries together."],
};

export const Opened = part(({ of, opened, kpiOf }) => h("div", { class: "opened" },
  h(Hours, { of, opened }),
  opened.dimensions.length === 0 ? null : h("div", {},
    h("h4", {}, "Where it comes from"),
    h("div", { class: "parts" }, opened.dimensions.map((dimension) => h(Parts, { key: dimension.by, of, dimension }))),
    h("p", { class: "note" }, `${hours(opened)} Counts are summed over them. Expected is the same baseline as everywhere. ${method(of)} Negative shares offset the change.`)),
  opened.devices === null ? null : h(Devices, { of, devices: opened.devices }),
  h("h4", {}, "What to look at next"),
  h("div", { class: "parts" }, h(Others, { of, opened, kpiOf }), h(Jobs, { jobs: opened.jobs }))));

function hours(opened) {
  return opened.compared === 1 ? "These numbers are of its last unusual hour." : `These numbers are of the ${opened.compared} of its hours that can be compared, at most the latest 12.`;
}

function method(of) {
  return KPIS[of.kpi]?.unit.startsWith("%") || MEANS.includes(of.kpi)
    ? "The share of a part is how much of the deviation its own value and its weight explain, each at the middle between expected and actual (Bennet's decomposition)."
    : "The share of a part is its own difference from expected, divided by that of the whole.";
}

const Hours = part(({ of, opened }) => {
  const kpi = KPIS[of.kpi];
  if (opened.hours.length === 0 || kpi === undefined) {
    return h("p", { class: "muted" }, opened.rowsSince !== null && opened.rowsSince > opened.from
      ? `The KPI rows of these hours were evicted to make room; rows are in memory from ${dayAndMinute(opened.rowsSince * 1000, "UTC")} local time on. With a higher dashboard.max-rows, or more memory, more fit after a restart.`
      : "No KPI rows of these hours are in memory.");
  }
  const scaled = (value) => (value === null ? null : value * (kpi.scale ?? 1));
  const grows = (hour) => !hour.over || hour.open > 0;
  const isOut = (hour) => hour.low !== null && hour.value !== null && (hour.value < hour.low || hour.value > hour.high);
  const columns = [
    opened.hours.map((hour) => hour.local),
    opened.hours.map((hour) => scaled(hour.value)),
    opened.hours.map((hour) => scaled(hour.usual)),
    opened.hours.map((hour) => scaled(hour.high)),
    opened.hours.map((hour) => scaled(hour.low)),
    opened.hours.map((hour) => (isOut(hour) && !grows(hour) ? scaled(hour.value) : null)),
    opened.hours.map((hour) => (grows(hour) ? scaled(hour.value) : null)),
  ];
  return h("div", {},
    h("h4", {}, `The hours around it (${kpi.unit})`),
    h("p", { class: "legend" },
      h("span", { class: "key" }, "value"),
      h("span", { class: "key usual" }, "expected value"),
      h("span", { class: "key band" }, "expected range"),
      h("span", { class: "key outside" }, "outside the range"),
      h("span", { class: "key running" }, "not over, or sessions still open"),
      h("span", { class: "key incident-time" }, "the incident")),
    h(Chart, {
      label: "The hours around the incident",
      title: `${kpi.name} around the incident, ${place(of.country, of.zone)}`,
      columns: ["local time", kpi.unit, "expected", "expected at most", "expected at least", null, null],
      zone: "UTC",
      unit: of.kpi,
      data: columns,
      write: (value) => WRITTEN.format(value),
      sentence: (at) => sentence(kpi, opened.hours[at]),
      describe: look,
      shade: [opened.from, opened.until],
    }),
    h("p", { class: "note" }, `From 12 hours before it to 6 after it, where there is data. Times in the chart are the local time of listeners in ${place(of.country, of.zone)}${opened.zone ? `; most are in ${opened.zone}` : ""}.`));
});

function sentence(kpi, hour) {
  const value = hour.value === null ? "nothing to count" : kpi.write(hour.value);
  const usual = hour.usual === null ? "not compared" : `expected ${kpi.write(hour.usual)} (${kpi.write(hour.low)} to ${kpi.write(hour.high)})`;
  return `${dayAndMinute(hour.local * 1000, "UTC")}: ${value}, ${usual}; ${count(hour.sessions, "session", "sessions")}${hour.over ? "" : ", not over"}`;
}

function look() {
  return {
    bands: [{ series: [3, 4], fill: colour("band") }],
    series: [
      { stroke: colour("accent"), width: 2, points: { ...WHERE_ALONE, size: 7, fill: colour("accent") }, spanGaps: false },
      { stroke: colour("usual"), width: 1.5, dash: [5, 4], points: { show: false } },
      { stroke: "transparent", points: { show: false } },
      { stroke: "transparent", points: { show: false } },
      { stroke: "transparent", paths: () => null, points: { show: true, size: 7, fill: colour("bad"), stroke: colour("bad") } },
      { stroke: "transparent", paths: () => null, points: { show: true, size: 7, width: 2, fill: colour("surface"), stroke: colour("accent") } },
    ],
  };
}

/** A share in percent; what rounds to nothing has no sign. */
function share(of) {
  return percent(Math.abs(of) < 0.0005 ? 0 : of);
}

const Parts = part(({ of, dimension }) => {
  const [heading, kind, name, note] = PARTS[dimension.by];
  const write = KPIS[of.kpi]?.write ?? tenths;
  const hasShares = dimension.parts.some((one) => one.share !== null);
  return h("div", { class: "part" },
    h("h5", {}, heading),
    h(Wide, { label: heading }, h("table", {},
      h("thead", {}, h("tr", {}, [kind, "Value", "Expected", "Change", ...(hasShares ? ["Share"] : [])].map((column, i) => h("th", { scope: "col", class: i === 0 ? null : "number" }, column)))),
      h("tbody", {},
        dimension.parts.map((one) => h("tr", { key: one.name },
          h("th", { scope: "row" }, name(one.name), dimension.by === "COUNTRY" && one.name === of.country ? " (this incident)" : ""),
          h("td", { class: "number" }, one.value === null ? "–" : write(one.value)),
          h("td", { class: "number" }, one.usual === 0 && MEANS.includes(of.kpi) ? "–" : write(one.usual)),
          h("td", { class: "number" }, one.value === null ? "–" : change(one.value, one.usual)),
          hasShares ? h("td", { class: "number" }, share(one.share)) : null)),
        hasShares && Math.abs(dimension.rest) >= 0.0005 ? h("tr", { key: "rest" }, h("th", { scope: "row", colSpan: 4 }, "not explained by these"), h("td", { class: "number" }, share(dimension.rest))) : null))),
    h("p", { class: "note" }, note, hasShares ? "" : " There are no shares, as the parts deviate in both directions and nearly cancel each other."));
});

/** Types of device have rows by the day, so this is about whole days. */
const Devices = part(({ of, devices }) => {
  const kpi = KPIS[of.kpi];
  const write = kpi?.write ?? tenths;
  const { from, days, over, types } = devices;
  const when = `${day(from * 1000, "UTC")}${days === 1 ? "" : ` to ${day((from + (days - 1) * DAY_S) * 1000, "UTC")}`}`;
  const rests = COUNTS.includes(of.kpi) ? kpi.name.toLowerCase() : kpi?.rests ?? "it";
  return h("div", { class: "part devices" },
    h("h4", {}, `By type of device, ${over ? `all of ${when}` : `${when} so far`}`),
    h(Wide, { label: "By type of device" }, h("table", {},
      h("thead", {}, h("tr", {}, ["Device", `Share of ${rests}`, "Usually", "Value", "Expected"].map((column, i) => h("th", { scope: "col", class: i === 0 ? null : "number", key: column }, column)))),
      h("tbody", {}, types.map((one) => h("tr", { key: one.type },
        h("th", { scope: "row" }, device(one.type)),
        h("td", { class: "number" }, percent(one.share)),
        h("td", { class: "number" }, one.usualShare === null ? "–" : percent(one.usualShare)),
        h("td", { class: "number" }, one.value === null ? "–" : write(one.value)),
        h("td", { class: "number" }, one.usual === null ? "–" : write(one.usual))))))),
    h("p", { class: "note" }, `Types of device are counted by the day: these numbers include the hours of the day outside the incident. ${over ? "Usual is the median of the same weekdays in earlier weeks." : "They are compared once the day is over."} A session counts under its first device, a run under its own.`));
});

const Others = part(({ of, opened, kpiOf }) => h("div", { class: "part" },
  h("h5", {}, "Its other KPIs in the same hours"),
  opened.kpis.length === 0
    ? h("p", { class: "muted" }, "None of them can be compared.")
    : h(Wide, { label: "Its other KPIs in the same hours" }, h("table", {},
      h("thead", {}, h("tr", {}, ["KPI", "Value", "Expected", "Change"].map((column, i) => h("th", { scope: "col", class: i === 0 ? null : "number" }, column)))),
      h("tbody", {}, opened.kpis.map(({ kpi, value, usual }) => h("tr", { key: kpi },
        h("th", { scope: "row" }, h("a", { href: kpiOf(of, kpi) }, KPIS[kpi].name)),
        h("td", { class: "number" }, KPIS[kpi].write(value)),
        h("td", { class: "number" }, KPIS[kpi].write(usual)),
        h("td", { class: "number" }, change(value, usual)))))))));

const Jobs = part(({ jobs }) => h("div", { class: "part" },
  h("h5", {}, "The jobs, until it was detected"),
  h("ul", { class: "links" }, jobs.map((of) => h("li", { key: of.job }, h("strong", {}, of.job), ": ", ...state(of)))),
  h("p", { class: "note" }, "By the reports that this page has read since it was started: the topic has only the latest of each. ", h("a", { href: "#/health" }, "Health"), " has their present state.")));

function state({ knownSince, spells }) {
  if (spells.length > 0) {
    return spells.flatMap((spell, i) => [
      i === 0 ? "" : "; ",
      spell.kind === "BEHIND" ? `up to ${length(spell.lagMs)} behind from ` : "silent from ",
      when(spell.from), " to ", when(spell.until),
    ]);
  }
  return knownSince === null
    ? ["not known: this page has no reports from then"]
    : ["neither behind nor silent, as far as the page has read its reports, since ", when(knownSince)];
}
