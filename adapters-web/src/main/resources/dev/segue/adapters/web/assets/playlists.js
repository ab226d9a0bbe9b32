// One KPI over time beside what it is compared with, and by country.

import { Chart, WHERE_ALONE, colour } from "./chart.js";
import { Choice, Component, Wide, along, clamped, draw, h, part } from "./dom.js";
import { csvButton } from "./download.js";
import { edition } from "./edition.js";
import { fresh, nothing } from "./fresh.js";
import { Normal } from "./normal.js";
import { Subjects, editions } from "./subjects.js";
import { tracks } from "./tracks.js";
import { KPIS, change, count, country, day, dayAndMinute, dayAndYear, device, length, minute, percent, place, subject, titled, whole } from "./words.js";

export const TITLE = "Playlists";

const PERIODS = { HOUR: "by the hour", DAY: "by the day", WEEK: "by the week" };
const USUAL_RANGES = { HOUR: "latest 7 days", DAY: "latest 8 weeks", WEEK: "latest year" };
const RANGES = [["24h", "latest 24 hours"], ["7d", "latest 7 days"], ["28d", "latest 28 days"], ["all", "all in memory"]];

/** Stands for dates in the choice of the range. */
const DATES = "dates";
const WINDOWS = { HOUR: ["hour", "hours"], DAY: ["day", "days"], WEEK: ["week", "weeks"] };
const KPI_OPTIONS = Object.entries(KPIS).map(([value, kpi]) => ({ value, text: kpi.name }));
const PERIOD_OPTIONS = Object.entries(PERIODS).map(([value, text]) => ({ value, text }));

/** The format of values at the axis. */
const WRITTEN = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

/** Upper ends of the rows of run lengths, in songs; each is the upper end of a bucket. */
const RUN_GROUPS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 31, 63, Infinity];
const NAMES = ["kind", "subject", "edition", "country", "zone", "where", "device", "kpi", "period", "since", "until", "range", "from", "to", "against", "beside"];

const AGAINST = [
  { value: "EXPECTED", text: "expected" },
  { value: "WEEK_BEFORE", text: "the week before" },
  { value: "EDITION_BEFORE", text: "the edition before, at the same age" },
];

export function enter(main, params) {
  let query = params;
  let data = null;

  function go(changes) {
    const next = new URLSearchParams(query);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) {
        next.delete(name);
      } else {
        next.set(name, value);
      }
    }
    location.hash = `#/playlists?${next}`;
  }

  const toKpi = (kpi) => go({ kpi });
  /** Leads to another range, and away from the time of an incident. */
  const toDates = (changes) => go({ range: null, from: null, to: null, since: null, until: null, ...changes });
  const toRange = (range) => (range === DATES ? document.getElementById("from").focus() : toDates(range === "" ? {} : { range }));
  const toAgainst = (against) => go({ against });
  const toPeriod = (period) => go({ period });
  const toDevice = (type) => go(type === "" ? { device: null } : { device: type, zone: null, period: "DAY" });

  /** Without a chosen place, stays at the one found first, so that the page does not jump when another is busier. */
  function stayThere() {
    const next = new URLSearchParams(query);
    next.set(data.place.country ? "country" : "where", data.place.country ?? "world");
    location.replace(`#/playlists?${next}`);
  }

  function scaled(value) {
    return value === null ? null : value * (KPIS[data.kpi].scale ?? 1);
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

  function sentence(point) {
    const kpi = KPIS[data.kpi];
    const when = data.period === "HOUR" ? dayAndMinute(point.local * 1000, "UTC") : day(point.local * 1000, "UTC");
    const value = point.value === null ? "nothing to count" : kpi.write(point.value);
    return `${when}: ${value}, ${comparison(point)}; ${count(point.sessions, "session", "sessions")}${state(point)}`;
  }

  function comparison(point) {
    const kpi = KPIS[data.kpi];
    if (data.against !== "EXPECTED") {
      return point.then === null || data.missing !== null ? "not compared" : `${earlierName()} ${kpi.write(point.then)}${point.value === null ? "" : ` (${change(point.value, point.then)})`}`;
    }
    if (point.usual === null) {
      return "not compared";
    }
    const few = point.watched ? "" : `, too few ${kpi.rests} to be watched`;
    return `expected ${kpi.write(point.usual)} (${kpi.write(point.low)} to ${kpi.write(point.high)}; ${count(point.weeks, "week", "weeks")}${few})`;
  }

  /** What the values are compared with, unless that is what is expected. */
  function earlierName() {
    return data.against === "WEEK_BEFORE" ? "the week before" : `edition ${data.againstEdition} at the same age`;
  }

  function state(point) {
    if (point.settled) {
      return ", settled";
    }
    const open = point.open > 0 ? `, ${percent(point.open / Math.max(1, point.sessions))} of them open` : "";
    return (point.over ? ", over, may still be corrected" : ", not over") + open;
  }

  return {
    ask(next) {
      query = next;
    },
    query(next) {
      const query = new URLSearchParams();
      NAMES.filter((name) => next.has(name)).forEach((name) => query.set(name, next.get(name)));
      return query.toString();
    },
    draw(view, status) {
      data = view;
      draw(main, h("h1", {}, "Playlists"), ...(data === null ? [h("p", { class: "lead" }, "Waiting for the server.")] : [fresh(status, "playlists", "KPIS"), choices(), body(status)]));
      if (data !== null && data.points.length > 0 && !query.has("country") && !query.has("where")) {
        stayThere();
      }
    },
  };

  function body(status) {
    if (data.subjects === 0) {
      return nothing(status, "playlists",
        h("p", {}, "There are no KPI rows yet."),
        h("p", {}, "They come from the playlists job: ", h("code", {}, "segue run playlists --config FILE"), ". This page shows them as soon as the first is written."));
    }
    if (data.points.length === 0 && data.range.oldest !== null && !data.marked) {
      return h("div", { class: "empty" },
        h("p", {}, `There are no KPI rows in this range. Those in memory begin on ${dayAndYear(data.range.oldest * 1000, "UTC")}, local time.`),
        h("p", {}, "Choose another range above."));
    }
    if (data.points.length === 0) {
      return data.marked ? marked() : nothing(status, "playlists",
        h("p", {}, `Nothing is known about ${subject(data.subject.kind, data.subject.id, data.subject.edition)} in ${place(data.place.country, data.place.timeZone, data.place.deviceType)} ${PERIODS[data.period]}.`),
        h("p", {}, "Choose something else above, or wait: new rows are shown at once."));
    }
    return [
      data.marked ? marked() : null,
      edition(data, query, go),
      tracks(data),
      series(status),
      h("div", { class: "two even" },
        h("section", { "aria-labelledby": "runs" }, h("h2", { id: "runs" }, "Length of runs"), h(Runs, { songsPerRun: data.songsPerRun, longestRun: data.longestRun })),
        h("section", { "aria-labelledby": "skips" }, h("h2", { id: "skips" }, "Skips"), h(Skips, { plays: data.plays, quick: data.quickSkips, early: data.earlySkips, late: data.lateSkips, quickMs: data.quickSkipMs, earlyMs: data.earlySkipMs }))),
      h("section", { "aria-labelledby": "countries", class: "after" }, h("h2", { id: "countries" }, "By country"), h(Wide, { label: "By country" }, h(Countries, { countries: data.countries, kpi: data.kpi, period: data.period, query })),
        data.countries.length === 0 ? null : csvButton("By country", `${KPIS[data.kpi].name} by country`, ["country", "local time", KPIS[data.kpi].unit, "expected", "expected at least", "expected at most", "sessions"], () => data.countries.map((row) => [row.country, new Date(row.local * 1000).toISOString().slice(0, 16), scaled(row.value), scaled(row.usual), scaled(row.low), scaled(row.high), row.sessions]))),
    ];
  }

  function devices() {
    return [{ value: "", text: "all devices" }, ...data.devices.map((type) => ({ value: type, text: device(type) }))];
  }

  function ranges() {
    const usual = { value: "", text: USUAL_RANGES[data.period] };
    const others = RANGES.filter(([value, text]) => text !== usual.text || value === data.range.preset).map(([value, text]) => ({ value, text }));
    return [usual, ...others, { value: DATES, text: "from – to" }];
  }

  /** The first and the last day on the page, for choosing others; those of the link, if it has any. */
  function shownDates() {
    const date = (point) => (point === undefined ? "" : new Date(point.local * 1000).toISOString().slice(0, 10));
    return { from: data.range.from ?? date(data.points[0]), to: data.range.to ?? date(data.points[data.points.length - 1]) };
  }

  function choices() {
    return [
      h("div", { class: "controls", role: "group", "aria-label": "What to show" },
        h(Subjects, { shown: data.subject, go }),
        editions(data, go),
        h("label", {}, "Where", h(Places, { places: data.places, country: data.place.country, zone: data.place.timeZone, go })),
        data.devices.length === 0 ? null : h("label", {}, "Device", h(Choice, { id: "device", options: devices(), chosen: data.place.deviceType ?? "", change: toDevice })),
        h("label", {}, "KPI", h(Choice, { id: "kpi", options: KPI_OPTIONS, chosen: data.kpi, change: toKpi })),
        h("label", {}, "Period", h(Choice, { id: "period", options: PERIOD_OPTIONS, chosen: data.period, change: toPeriod })),
        h("label", {}, "Range", h(Choice, { id: "range", options: ranges(), chosen: data.range.from !== null ? DATES : data.range.preset ?? "", change: toRange })),
        h(Dates, { ...shownDates(), go: toDates })),
      data.range.problem === null ? null : h("div", { class: "marked gone", role: "alert" }, h("p", {}, data.range.problem), h("p", {}, `Shown instead: the ${USUAL_RANGES[data.period]}.`)),
      data.moreEditions > 0 ? h("p", { class: "note" }, `The list has the newest editions; ${count(data.moreEditions, "older one is", "older ones are")} found by typing.`) : null,
    ];
  }

  /** Says that the time of an incident is shown, or that its rows are no longer in memory; with a link back. */
  function marked() {
    const { since, until, inMemory, rowsSince } = data.marked;
    const time = `${dayAndMinute(since * 1000, "UTC")} to ${dayAndMinute(until * 1000, "UTC")}, local time`;
    const next = new URLSearchParams(query);
    next.delete("since");
    next.delete("until");
    return h("div", { class: `marked${inMemory ? "" : " gone"}` },
      h("p", {}, inMemory
        ? `This is the time around the incident, which lasted from ${time}; in the chart it is shaded.`
        : `The incident's time, ${time}, is not in memory: ${rowsSince !== null && rowsSince > since ? `KPI rows from before ${dayAndMinute(rowsSince * 1000, "UTC")} were evicted to make room. With a higher dashboard.max-rows, or more memory, more fit after a restart` : "it has no KPI rows here"}.`),
      h("p", {}, h("a", { href: `#/playlists?${next}` }, "Show the newest time instead")));
  }

  function series(status) {
    const kpi = KPIS[data.kpi];
    const points = data.points;
    const whether = (p) => !p.over || p.open > 0;
    const expected = data.against === "EXPECTED";
    const nothing = points.map(() => null);
    const columns = [
      points.map((p) => p.local),
      points.map((p) => scaled(p.value)),
      points.map((p) => scaled(expected ? p.usual : p.then)),
      expected ? points.map((p) => scaled(p.high)) : nothing,
      expected ? points.map((p) => scaled(p.low)) : nothing,
      expected ? points.map((p) => (isUnusual(p) && !whether(p) ? scaled(p.value) : null)) : nothing,
      points.map((p) => (whether(p) ? scaled(p.value) : null)),
    ];
    const ages = [
      [points.filter((p) => p.settled).length, "settled, which cannot change"],
      [points.filter((p) => p.over && !p.settled).length, "over, which may be corrected"],
      [points.filter((p) => !p.over).length, "not over"],
    ].filter(([number]) => number > 0).map(([number, what]) => `${whole(number)} ${what}`).join("; ");
    const last = points[points.length - 1];
    const sessions = points.reduce((sum, p) => sum + p.sessions, 0);
    const open = points.reduce((sum, p) => sum + p.open, 0);
    const windows = WINDOWS[data.period];
    const clocks = data.place.timeZone
      ? `Times are local, ${data.place.timeZone}.`
      : `Times are each listener's own local time${data.zone && data.place.country ? `; most are in ${data.zone}` : ""}.`;
    return h("section", { "aria-labelledby": "over-time" },
      h("h2", { id: "over-time" }, clamped(`${titled(kpi)}, ${subject(data.subject.kind, data.subject.id, data.subject.edition)}, ${place(data.place.country, data.place.timeZone, data.place.deviceType)}`)),
      h("div", { class: "controls" }, h("label", {}, "Compare with", h(Choice, { id: "against", options: AGAINST, chosen: data.against, change: toAgainst }))),
      data.missing === null ? null : h("p", { class: "missing" }, missing()),
      h("p", { class: "legend" },
        h("span", { class: "key" }, "value"),
        expected
          ? [h("span", { class: "key usual" }, "expected value"), h("span", { class: "key band" }, "expected range"), h("span", { class: "key outside" }, "unusual")]
          : data.missing === null ? h("span", { class: "key usual" }, clamped(earlierName())) : null,
        h("span", { class: "key running" }, "not over, or sessions still open"),
        data.marked?.inMemory ? h("span", { class: "key incident-time" }, "the incident") : null),
      h(Chart, {
        label: "The KPI over time",
        title: `${kpi.name}, ${subject(data.subject.kind, data.subject.id, data.subject.edition)}, ${place(data.place.country, data.place.timeZone, data.place.deviceType)}`,
        columns: expected ? ["local time", kpi.unit, "expected", "expected at most", "expected at least", null, null] : ["local time", kpi.unit, data.missing === null ? earlierName() : null, null, null, null, null],
        zone: "UTC",
        unit: data.kpi,
        data: columns,
        write: (value) => WRITTEN.format(value),
        sentence: (at) => sentence(points[at]),
        describe: look,
        shade: data.marked?.inMemory ? [data.marked.since, data.marked.until] : null,
      }),
      h("p", { class: "complete" }, `${count(points.length, ...windows)}: ${ages}. ${percent(open / Math.max(1, sessions))} of the sessions are still open. ${data.marked ? "The last shown" : "Newest"}: ${sentence(last)}.`),
      data.range.cut ? h("p", { class: "note" }, `These are the latest ${whole(data.range.most)} ${windows[1]} of the range; a chart shows no more.${data.period === "HOUR" ? " By the day, more fits." : ""}`) : null,
      h("p", { class: "note" }, expected ? comparisons(points, windows) : notCompared(points, windows)),
      h("p", { class: "note" }, `${clocks} ${data.subject.kind === "ALL" ? "A session" : "A run"} counts in the ${windows[0]} in which it began. ${expected ? range(windows) : ""}`),
      h(Normal, { rule: status?.normal ?? null, view: "playlists" }));
  }

  function range(windows) {
    const kpi = KPIS[data.kpi];
    return `The range is that of the alert rule, ${data.policy === null ? "with its defaults, as no policy watches this" : `by the policy ${data.policy}`}. Outside the range ${data.period === "HOUR" ? "an hour" : `a ${windows[0]}`} is unusual, if the comparison rests on at least ${whole(data.leastSample)} ${kpi.rests}. The alerts job watches hours of countries, at equal ages; the page knows only the policies and holidays in its own configuration.`;
  }

  /** Why there is nothing to compare the values with. */
  function missing() {
    return {
      NO_EDITIONS: `${subject(data.subject.kind, data.subject.id, null)} has no editions, so there is none before to compare it with.`,
      NO_EDITION_CHOSEN: "All editions are shown together. Choose one above to compare it with the one before.",
      FIRST_EDITION: "No edition before this one is known.",
      EDITION_NOT_IN_MEMORY: `Edition ${data.againstEdition} before it has no listeners here, or its first ${WINDOWS[data.period][1]} are no longer in memory.`,
      WEEK_NOT_IN_MEMORY: "Nothing from the week before is in memory.",
    }[data.missing];
  }

  function notCompared(points, windows) {
    const unknown = points.filter((p) => p.then === null).length;
    return data.missing !== null || unknown === 0 ? "" : `${count(unknown, ...windows)} ${unknown === 1 ? "is" : "are"} not compared: of ${earlierName()} nothing is known then, or there was nothing to count.`;
  }

  /** Says what is not compared or not watched, and why. */
  function comparisons(points, windows) {
    const left = Math.max(0, points.length - data.range.mostExpected);
    const unknown = points.slice(left).filter((p) => p.usual === null).length;
    if (unknown === points.length - left && data.subject.edition !== null) {
      return `A single edition has no expected range until ${data.leastWeeks} weeks of it are known. Compare it with the edition before, or show all editions together.`;
    }
    const few = points.filter((p) => p.usual !== null && !p.watched).length;
    const clocks = data.period === "HOUR" ? ", or clocks were changed" : "";
    return (left === 0 ? "" : `What is expected is shown for the latest ${whole(data.range.mostExpected)} ${windows[1]}. `)
      + (unknown === 0 ? "" : `${count(unknown, ...windows)} ${unknown === 1 ? "is" : "are"} not compared: fewer than ${data.leastWeeks} weeks before are known${data.holidays ? ", or it was a holiday" : ""}${clocks}. `)
      + (few === 0 ? "" : `In ${count(few, ...windows)} the expected range rests on fewer than ${whole(data.leastSample)} ${KPIS[data.kpi].rests}: too few to call anything unusual.`);
  }
}

/** The first and the last day, by local clocks; the server checks them. What is being typed stays as it is. */
class Dates extends Component {
  #form = null;

  shouldComponentUpdate({ from, to }) {
    return (from !== this.props.from || to !== this.props.to) && !this.#form.contains(document.activeElement);
  }

  render({ from, to, go }) {
    return h("form", { class: "dates", "aria-label": "From and to, by local clocks", ref: (form) => (this.#form = form), onSubmit: (event) => this.#submit(event, go) },
      h("label", {}, "From", h("input", { id: "from", name: "from", type: "date", required: true, value: from })),
      h("label", {}, "To", h("input", { id: "to", name: "to", type: "date", required: true, value: to })),
      h("button", { type: "submit" }, "Show"));
  }

  #submit(event, go) {
    event.preventDefault();
    const { from, to } = this.#form.elements;
    go({ from: from.value, to: to.value });
  }
}

/** The choice of the place; includes the current one. */
const Places = part(({ places, country, zone, go }) => {
  const shown = { country, timeZone: zone };
  const key = (of) => JSON.stringify({ country: of.country, zone: of.timeZone, where: of.country ? null : "world", device: null });
  const known = places.some((of) => key(of) === key(shown)) ? places : [...places, shown];
  return h(Choice, {
    id: "place",
    options: known.map((of) => ({ value: key(of), text: place(of.country, of.timeZone) })),
    chosen: key(shown),
    change: (value) => go(JSON.parse(value)),
  });
});

const Runs = part(({ songsPerRun, longestRun }) => {
  if (songsPerRun.length === 0) {
    return h("p", { class: "muted" }, "No runs in this period.");
  }
  const total = songsPerRun.reduce((sum, b) => sum + b.count, 0);
  const grouped = groups(songsPerRun);
  const most = Math.max(...grouped.map((b) => b.count));
  return [
    h("p", { class: "note" }, `Songs in a row from one playlist, album or radio: ${count(total, "run", "runs")}; median ${share(songsPerRun, 0.5)} songs, 90% have ${share(songsPerRun, 0.9)} or fewer. Longest run of a session: median ${share(longestRun, 0.5)}, 90% have ${share(longestRun, 0.9)} or fewer.`),
    h("div", { class: "bars" }, grouped.map((b) => [
      h("span", {}, b.name),
      h("div", { class: "bar" }, h("span", { style: along(0, b.count / most) })),
      h("span", { class: "number" }, `${whole(b.count)} · ${percent(b.count / total)}`)])),
    csvButton("Length of runs", "Length of runs", ["songs", "runs"], () => grouped.map((b) => [b.name, b.count])),
  ];
});

/** Groups long runs: one row per length would be a long list of ones. */
function groups(buckets) {
  const found = [];
  let from = 0;
  for (const upTo of RUN_GROUPS) {
    const number = buckets.filter((b) => b.upTo > from && b.upTo <= upTo).reduce((sum, b) => sum + b.count, 0);
    const name = upTo === Infinity ? `over ${from}` : upTo === from + 1 ? `${upTo}` : `${from + 1}–${upTo}`;
    found.push({ name, count: number });
    from = upTo;
  }
  while (found[found.length - 1].count === 0) {
    found.pop();
  }
  return found;
}

function share(buckets, of) {
  const total = buckets.reduce((sum, b) => sum + b.count, 0);
  let below = 0;
  for (const b of buckets) {
    below += b.count;
    if (below >= total * of) {
      return b.upTo;
    }
  }
  return 0;
}

const Skips = part(({ plays, quick, early, late, quickMs, earlyMs }) => {
  if (plays === 0) {
    return h("p", { class: "muted" }, "No plays in this period.");
  }
  const parts = [
    ["quick", `quick, under ${length(quickMs)}`, quick],
    ["early", `early, ${length(quickMs)} to ${length(earlyMs)}`, early],
    ["late", `late, from ${length(earlyMs)}`, late],
  ];
  const stayed = plays - parts.reduce((sum, part) => sum + part[2], 0);
  parts.push(["stayed", "not skipped", stayed]);
  let at = 0;
  const stack = h("div", { class: "stack", "aria-hidden": "true" }, parts.map(([id, , n]) => {
    const piece = h("span", { class: `${id}-bg`, style: along(at, n / plays) });
    at += n / plays;
    return piece;
  }));
  return [stack, h("table", {},
    h("caption", {}, `${count(plays, "play", "plays")}.`),
    h("tbody", {}, parts.map(([id, name, n]) => h("tr", {},
      h("th", { scope: "row" }, h("span", { class: `key ${id}` }, name)),
      h("td", { class: "number" }, whole(n)),
      h("td", { class: "number" }, percent(n / plays)))))),
  csvButton("Skips", "Skips", ["skip", "plays"], () => parts.map(([, name, n]) => [name, n]))];
});

const Countries = part(({ countries, kpi: asIs, period, query }) => {
  const kpi = KPIS[asIs];
  if (countries.length === 0) {
    return h("p", { class: "muted" }, "No country has a window that is over.");
  }
  const sorted = [...countries].sort((a, b) => b.sessions - a.sessions);
  return h("table", {},
    h("caption", {}, `${kpi.name} in the newest ${WINDOWS[period][0]} that is over, by local clocks, against its expected range: the band is that range, the line the expected value, the dot the value.`),
    h("thead", {}, h("tr", {}, ["Country", "When", "Value", "Expected", "Against expected", "Sessions"].map((name, i) =>
      h("th", { scope: "col", class: i === 2 || i === 3 ? "number" : i === 5 ? "number spare" : i === 4 ? "spare" : null }, name)))),
    h("tbody", {}, sorted.map((row) => {
      const next = new URLSearchParams(query);
      next.set("country", row.country);
      next.delete("zone");
      next.delete("where");
      const out = isUnusual(row);
      return h("tr", { key: row.country },
        h("th", { scope: "row" }, h("a", { href: `#/playlists?${next}` }, country(row.country))),
        h("td", {}, period === "HOUR" ? `${day(row.local * 1000, "UTC")} ${minute(row.local * 1000, "UTC")}` : day(row.local * 1000, "UTC")),
        h("td", { class: `number${out ? " bad" : ""}` }, row.value === null ? "–" : kpi.write(row.value)),
        h("td", { class: "number" }, row.usual === null ? "not compared" : kpi.write(row.usual)),
        h("td", { class: "spare" }, row.usual === null || row.value === null ? null : meter(row, out)),
        h("td", { class: "number spare" }, whole(row.sessions)));
    })));
});

function isUnusual(of) {
  return of.watched && of.value !== null && (of.value < of.low || of.value > of.high);
}

function meter(row, out) {
  const most = Math.max(row.high, row.value, 1e-9) * 1.1;
  return h("div", { class: "meter", "aria-hidden": "true" },
    h("span", { class: "range", style: along(row.low / most, (row.high - row.low) / most) }),
    h("span", { class: "tick", style: along(row.usual / most, 0) }),
    h("span", { class: `value${out ? " out" : ""}`, style: along(row.value / most, 0) }));
}
