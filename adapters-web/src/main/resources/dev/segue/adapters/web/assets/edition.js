// One edition of a playlist, album or radio since its release, beside others before it at the same age.

import { Chart, colour } from "./chart.js";
import { Choice, Component, Wide, clamped, h } from "./dom.js";
import { csvButton } from "./download.js";
import { KPIS, count, country, day, device, length, percent, signed, tenths, titled, whole } from "./words.js";

/** Colours of the courses, the newest edition first. */
const COURSES = ["accent", "skip", "usual", "happy", "energetic"];

const POINTS = new Intl.NumberFormat("en", { maximumFractionDigits: 1, signDisplay: "exceptZero" });
const CHANGE = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 0, signDisplay: "exceptZero" });

/** What an edition is judged by: its name, its value on a card, how it is written, and what it means. */
const MEASURES = [
  { id: "listeners", name: "Listeners a day", of: (of) => of.listenersADay, write: tenths, what: "different ones, on average" },
  { id: "time", name: "Time a day", of: (of) => of.listenedMsADay, write: length, what: "per listener, on average" },
  { id: "songs", name: "Songs in a row", of: (of) => of.songsInARow, write: tenths, what: "median of the runs" },
  { id: "left", name: "Left before song 3", of: (of) => of.leftBeforeThird, write: percent, share: true, what: "of the runs" },
  { id: "quick", name: "Skipped at once", of: (of) => of.quickSkips, write: percent, share: true, what: "of the plays" },
  { id: "early", name: "Skipped early", of: (of) => of.earlySkips, write: percent, share: true, what: "of the plays" },
  { id: "returning", name: "Came back", of: (of) => of.returning, write: percent, share: true, what: "of the listeners, in its week" },
];

const BESIDE = [
  { value: "EDITION_BEFORE", text: "the edition before" },
  { value: "WEEK_BEFORE", text: "the week before" },
  { value: "EXPECTED", text: "expected" },
];

/** The card, the charts and the countries; null if the subject has no editions. */
export function edition(data, query, go) {
  const shown = data.edition;
  if (shown === null) {
    return null;
  }
  const limits = { quick: `before ${length(data.quickSkipMs)}`, early: `before ${length(data.earlySkipMs)}` };
  return h("section", { "aria-labelledby": "edition-card" },
    h("h2", { id: "edition-card" }, clamped(shown.now === null ? `Edition ${shown.edition}` : `Edition ${shown.edition}: ${age(shown)}`)),
    shown.now === null
      ? h("p", { class: "muted" }, "Nobody has listened to this edition here yet.")
      : [
        h("div", { class: "controls" }, h("label", {}, "Compare the edition with", h(Choice, { id: "beside", options: BESIDE, chosen: shown.beside, change: (beside) => go({ beside }) }))),
        h("p", { class: "note" }, beside(shown, data.mostWeeks)),
        h("div", { class: "tiles" },
          MEASURES.map((measure) => h("div", { class: "tile", key: measure.id },
            h("h3", {}, measure.name),
            h("p", { class: "value" }, written(measure, shown.now.measures)),
            h("p", { class: "what" }, `${limits[measure.id] ? `${limits[measure.id]}, ${measure.what}` : measure.what}${shown.then === null || !shown.over ? "" : `; ${change(measure, shown.now.measures, shown.then.measures)}`}`))),
          h("div", { class: "tile", key: "complete" },
            h("h3", {}, "Complete"),
            h("p", { class: "value" }, percent(1 - shown.now.measures.open / Math.max(1, shown.now.measures.sessions))),
            h("p", { class: "what" }, `${count(shown.now.measures.open, "session", "sessions")} of ${whole(shown.now.measures.sessions)} still open`))),
        h("div", { class: "two even" },
          h("div", {}, h("h3", {}, "Still listening after so many songs"), survival(shown), leaving(shown)),
          h("div", {}, h("h3", {}, "Skipped, by song of the run"), skipped(shown))),
        h("h3", {}, `${titled(KPIS[data.kpi])} by day since the release`),
        courses(shown, data.kpi),
        h("h3", {}, "Countries"),
        h(Wide, { label: "This edition by country" }, h(Segments, { what: "Country", name: country, days: shown.days, segments: shown.countries, kpi: data.kpi, link: (code) => linkTo(query, { country: code, zone: null, where: null, device: null }) })),
        saveSegments("Countries", shown, shown.countries),
        h("h3", {}, `Devices${data.place.country ? ` in ${country(data.place.country)}` : ""}`),
        h(Wide, { label: "This edition by type of device" }, h(Segments, { what: "Device", name: device, days: shown.days, segments: shown.devices, kpi: data.kpi, link: data.place.country ? (type) => linkTo(query, { device: type, zone: null }) : null })),
        saveSegments("Devices", shown, shown.devices),
        h("p", { class: "note" }, "A run counts under the device on which it began. Who came back is not counted by device."),
      ]);
}

function age(shown) {
  return shown.over ? firstDays("its", shown.days) : "the day of its release, which is not over";
}

function firstDays(whose, days) {
  return days === 1 ? `${whose} first day` : `${whose} first ${whole(days)} days`;
}

/** Says what the edition is compared with, or why it cannot be. */
function beside(shown, weeks) {
  const released = `First listened to on ${day(shown.now.released * 1000, "UTC")}, local time. `;
  if (shown.then === null) {
    return released + missing(shown, weeks);
  }
  if (!shown.over) {
    return `${released}It is compared with ${others(shown)} once the first day is over.`;
  }
  const age = `at the same age: ${firstDays(shown.before.length === 1 ? "its" : "their", shown.days)}`;
  return shown.beside === "EXPECTED"
    ? `${released}Expected is the median of the editions that came out 1 to ${count(weeks, "week", "weeks")} before it, give or take three days, ${age}. These are ${listed(shown.before)}.`
    : `${released}Changes are against ${others(shown)} ${age}.`;
}

function missing(shown, weeks) {
  if (shown.beside === "EXPECTED") {
    return `No expected values yet: they need ${count(shown.least, "edition", "editions")} released 1 to ${count(weeks, "week", "weeks")} earlier, and ${shown.before.length === 0 ? "none is" : `only ${shown.before.length} ${shown.before.length === 1 ? "is" : "are"}`} known here.`;
  }
  if (shown.beside === "WEEK_BEFORE") {
    return "There is no edition to compare it with: none that came out a week before it, give or take three days, is in memory.";
  }
  return shown.before.length === 0
    ? "There is no edition before it here to compare it with."
    : `It cannot be compared with edition ${shown.before[0]} before it: that has no listeners here, or its first days are no longer in memory.`;
}

/** What the edition is compared with, in a sentence. */
function others(shown) {
  return shown.beside === "EXPECTED" ? "what is expected" : `edition ${shown.before[0]}`;
}

/** The same, in a legend. */
function othersName(shown) {
  return shown.beside === "EXPECTED" ? "expected" : shown.before[0];
}

function listed(names) {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}

/** Whose runs the first or second line of a chart is about. */
function ofRuns(shown, line) {
  return line === 1 && shown.beside === "EXPECTED" ? "the runs expected" : `the runs of ${[shown.edition, othersName(shown)][line]}`;
}

/** Since which song more listeners leave. */
function leaving(shown) {
  const { leaving: since, then, over } = shown;
  if (then === null || !over) {
    return null;
  }
  const earlier = shown.beside === "EXPECTED" ? "the earlier editions" : others(shown);
  return h("p", { class: "leaving" }, since === null
    ? `No song loses clearly more listeners than in ${earlier}.`
    : `At song ${since.song}, clearly more listeners leave: of the runs that reached it, ${percent(since.now)} ended there, and ${percent(since.then)} in ${earlier}.`);
}

function linkTo(query, changes) {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) {
      next.delete(name);
    } else {
      next.set(name, value);
    }
  }
  return `#/playlists?${next}`;
}

function written(measure, measures) {
  const value = measures === null ? null : measure.of(measures);
  return value === null ? "–" : measure.write(value);
}

/** The change from the edition before: in points for shares, else in percent. */
function change(measure, now, then) {
  const value = measure.of(now);
  const before = measure.of(then);
  if (value === null || before === null || (!measure.share && before === 0)) {
    return "not comparable";
  }
  return measure.share
    ? `${signed(POINTS, 100 * (value - before))} points`
    : signed(CHANGE, value / before - 1);
}

function survival(shown) {
  const editions = [shown.now, shown.then].filter((card) => card !== null);
  const songs = Math.max(1, ...editions.map((card) => card.beyond.length));
  const along = Array.from({ length: songs + 1 }, (_, i) => i);
  const shares = editions.map((card) => along.map((i) => (i === 0 ? 100 : 100 * (card.beyond[i - 1] ?? 0))));
  const names = [shown.edition, othersName(shown)];
  return [
    legend(editions.map((_, i) => [COURSES[i], names[i]])),
    h(Chart, {
      label: "The share of runs that went on after so many songs",
      title: `Still listening after so many songs, ${shown.edition}`,
      columns: ["songs", ...editions.map((_, i) => `${names[i]}, % of runs`)],
      zone: "UTC",
      numbers: "songs",
      unit: `survival ${editions.length}`,
      data: [along, ...shares],
      write: (value) => `${whole(value)}%`,
      sentence: (at) => `After ${count(along[at], "song", "songs")}: ${editions.map((_, i) => `${percent(shares[i][at] / 100)} of ${ofRuns(shown, i)} went on`).join(", ")}`,
      describe: () => ({ series: editions.map((_, i) => ({ stroke: colour(COURSES[i]), width: 2, points: { show: false } })) }),
    }),
  ];
}

function skipped(shown) {
  const editions = [shown.now, shown.then].filter((card) => card !== null);
  const names = [shown.edition, othersName(shown)];
  const songs = Math.max(0, ...editions.map((card) => card.skippedAt.length));
  if (songs === 0) {
    return h("p", { class: "muted" }, "Too few runs to say it of any song.");
  }
  const along = Array.from({ length: songs }, (_, i) => i + 1);
  const shares = editions.map((card) => along.map((_, i) => (i < card.skippedAt.length ? 100 * card.skippedAt[i] : null)));
  return [
    legend(editions.map((_, i) => [COURSES[i], names[i]])),
    h(Chart, {
      label: "The share of runs that skipped a song, of those that reached it",
      title: `Skipped, by song of the run, ${shown.edition}`,
      columns: ["song", ...editions.map((_, i) => `${names[i]}, % of runs`)],
      zone: "UTC",
      numbers: "song",
      unit: `skipped ${editions.length}`,
      data: [along, ...shares],
      write: (value) => `${whole(value)}%`,
      sentence: (at) => `Song ${along[at]}: ${editions.map((_, i) => (shares[i][at] === null ? `too few of ${ofRuns(shown, i)}` : `${percent(shares[i][at] / 100)} of ${ofRuns(shown, i)} skipped it`)).join(", ")}`,
      describe: () => ({ series: editions.map((_, i) => ({ stroke: colour(COURSES[i]), width: 2, points: { show: true, size: 5 }, spanGaps: false })) }),
    }),
  ];
}

function courses(shown, name) {
  const kpi = KPIS[name];
  const days = Math.max(1, ...shown.courses.map((course) => course.values.length));
  const along = Array.from({ length: days }, (_, i) => i + 1);
  const lines = shown.courses.map((course) => along.map((_, i) => course.values[i] ?? null));
  return [
    legend(shown.courses.map((course, i) => [COURSES[i], course.edition])),
    h(Chart, {
      label: "The KPI of each edition, by day since its release",
      title: `${kpi.name} by day since the release, ${shown.edition}`,
      columns: ["day", ...shown.courses.map((course) => `${course.edition}, ${kpi.unit}`)],
      zone: "UTC",
      numbers: "days",
      unit: `${name} ${shown.courses.length}`,
      data: [along, ...lines.map((line) => line.map((value) => (value === null ? null : value * (kpi.scale ?? 1))))],
      write: tenths,
      sentence: (at) => `Day ${along[at]}: ${shown.courses.map((course, i) => `${course.edition} ${lines[i][at] === null ? "nothing" : kpi.write(lines[i][at])}`).join(", ")}`,
      describe: () => ({ series: shown.courses.map((_, i) => ({ stroke: colour(COURSES[i]), width: i === 0 ? 2.5 : 1.5, points: { show: true, size: 5 }, spanGaps: false })) }),
    }),
  ];
}

function legend(keys) {
  return h("p", { class: "legend" }, keys.map(([name, text]) => h("span", { class: `key course-${name}`, key: text }, clamped(text))));
}

/** This edition in parts, sorted by any column; `link` leads to a part, and may be null. */
class Segments extends Component {
  state = { by: "listeners", down: true };

  render({ what, name, days: usualDays, segments, kpi, link }, { by, down }) {
    const measure = MEASURES.find((of) => of.id === by);
    const value = (segment) => (segment.now === null ? null : measure.of(segment.now)) ?? -1;
    const sorted = [...segments].sort((a, b) => (down ? value(b) - value(a) : value(a) - value(b)));
    const shown = MEASURES.filter((of) => segments.some((segment) => segment.now !== null && of.of(segment.now) !== null));
    const days = segments.some((segment) => segment.course.length > 1);
    return h("table", {},
      h("thead", {}, h("tr", {},
        h("th", { scope: "col" }, what),
        shown.map((of) => h("th", { scope: "col", class: "number", key: of.id, "aria-sort": of.id === by ? (down ? "descending" : "ascending") : null },
          h("button", { type: "button", class: "sort", onClick: () => this.setState({ by: of.id, down: of.id === by ? !down : true }) }, of.name))),
        days ? h("th", { scope: "col" }, `${KPIS[kpi].name} by day`) : null)),
      h("tbody", {}, sorted.map((segment) => h("tr", { key: segment.name },
        h("th", { scope: "row" }, link === null ? name(segment.name) : h("a", { href: link(segment.name) }, name(segment.name)),
          segment.days === usualDays ? null : h("span", { class: "share" }, count(segment.days, "day", "days"))),
        shown.map((of) => h("td", { class: "number", key: of.id },
          written(of, segment.now),
          segment.over && segment.now !== null && segment.then !== null ? h("span", { class: "share" }, change(of, segment.now, segment.then)) : null)),
        days ? h("td", {}, sparkline(segment.course)) : null))));
  }
}

function saveSegments(what, shown, segments) {
  const names = MEASURES.map((measure) => `${measure.name}${measure.share ? ", 0 to 1" : measure.id === "time" ? ", ms" : ""}`);
  return csvButton(what, `${what} ${shown.edition}`, [what, "days", ...names, ...names.map((name) => `${name}, ${othersName(shown)}`)],
    () => segments.map((one) => [one.name, one.days, ...[one.now, one.then].flatMap((of) => MEASURES.map((measure) => (of === null ? null : measure.of(of))))]));
}

/** Values over days, without axes; what they are is in the chart above. */
function sparkline(values) {
  const most = Math.max(...values.map((value) => value ?? 0));
  if (most <= 0) {
    return null;
  }
  const wide = Math.max(1, values.length - 1);
  const points = values.flatMap((value, i) => (value === null ? [] : [`${(100 * i) / wide},${20 - (19 * value) / most}`]));
  return h("svg", { class: "sparkline", viewBox: "0 0 100 21", preserveAspectRatio: "none", "aria-hidden": "true" }, h("polyline", { points: points.join(" ") }));
}
