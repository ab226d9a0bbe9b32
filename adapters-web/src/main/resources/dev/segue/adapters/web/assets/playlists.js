// One KPI over time beside what is usual, and by country.

import { Chart, colour } from "./chart.js";
import { along, choices, fill, h, nothing, say } from "./dom.js";
import { KPIS, count, country, day, dayAndMinute, minute, percent, place, subject, whole } from "./words.js";

export const TITLE = "Playlists";

const PERIODS = { HOUR: "by the hour, 7 days", DAY: "by the day, 8 weeks", WEEK: "by the week, a year" };
const KINDS = { PLAYLIST: "Playlists", ALBUM: "Albums", RADIO: "Radios" };

/** Lengths of runs that are shown in one row, up to this many songs; each ends where a bucket does. */
const RUN_GROUPS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 31, 63, Infinity];
const NAMES = ["kind", "subject", "edition", "country", "zone", "where", "kpi", "period"];

export function enter(main, params) {
  let asked = params;
  let told = null;
  let status = null;
  const select = (name, change) => h("select", { id: name, change });
  const subjects = select("subject", () => go(JSON.parse(subjects.value)));
  const places = select("place", () => go(JSON.parse(places.value)));
  const kpis = select("kpi", () => go({ kpi: kpis.value }));
  const periods = select("period", () => go({ period: periods.value }));
  choices(kpis, Object.entries(KPIS).map(([value, kpi]) => ({ value, text: kpi.name })), "LISTENED_TIME");
  choices(periods, Object.entries(PERIODS).map(([value, text]) => ({ value, text })), "HOUR");

  const title = h("h2", { id: "over-time" }, "");
  const chartBox = h("div", { class: "chart", role: "group", "aria-roledescription": "chart", "aria-label": "The KPI over time; arrow keys go from value to value" });
  const reading = h("p", { class: "reading", "aria-live": "polite" });
  const complete = h("p", { class: "complete" });
  const compared = h("p", { class: "note" });
  const how = h("p", { class: "note" });
  const runs = h("div");
  const skips = h("div");
  const countries = h("div", { class: "wide" });
  const more = h("p", { class: "note" });
  const body = h("div");
  const full = [
    h("section", { "aria-labelledby": "over-time" },
      title,
      h("p", { class: "legend" },
        h("span", { class: "key" }, "value"),
        h("span", { class: "key usual" }, "as usual"),
        h("span", { class: "key band" }, "within it, nothing is unusual"),
        h("span", { class: "key outside" }, "unusual"),
        h("span", { class: "key running" }, "not over, or sessions still open")),
      chartBox, reading, complete, compared, how),
    h("div", { class: "two even" },
      h("section", { "aria-labelledby": "runs" }, h("h2", { id: "runs" }, "Length of runs"), runs),
      h("section", { "aria-labelledby": "skips" }, h("h2", { id: "skips" }, "Skips"), skips)),
    h("section", { "aria-labelledby": "countries", class: "after" }, h("h2", { id: "countries" }, "By country"), countries),
  ];
  fill(main,
    h("h1", {}, "Playlists"),
    h("div", { class: "controls", role: "group", "aria-label": "What to show" },
      h("label", {}, "What", subjects),
      h("label", {}, "Where", places),
      h("label", {}, "KPI", kpis),
      h("label", {}, "Period", periods)),
    more, body);

  const chart = new Chart(chartBox, { zone: "UTC", write: String, point: (at) => tellPoint(at), describe: look });
  let shownKpi = null;

  function go(changes) {
    const next = new URLSearchParams(asked);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) {
        next.delete(name);
      } else {
        next.set(name, value);
      }
    }
    location.hash = `#/playlists?${next}`;
  }

  /** Where nobody said where, what was found is kept to, so that the page does not jump when another is busier. */
  function stayThere() {
    const next = new URLSearchParams(asked);
    next.set(told.place.country ? "country" : "where", told.place.country ?? "world");
    location.replace(`#/playlists?${next}`);
  }

  function scaled(value) {
    return value === null ? null : value * (KPIS[told.kpi].scale ?? 1);
  }

  function look() {
    return {
      bands: [{ series: [3, 4], fill: colour("band") }],
      series: [
        { stroke: colour("accent"), width: 2, points: { show: false }, spanGaps: false },
        { stroke: colour("usual"), width: 1.5, dash: [5, 4], points: { show: false } },
        { stroke: "transparent", points: { show: false } },
        { stroke: "transparent", points: { show: false } },
        { stroke: "transparent", paths: () => null, points: { show: true, size: 7, fill: colour("bad"), stroke: colour("bad") } },
        { stroke: "transparent", paths: () => null, points: { show: true, size: 7, width: 2, fill: colour("surface"), stroke: colour("accent") } },
      ],
    };
  }

  function tellPoint(at) {
    const point = told?.points[at];
    say(reading, point ? sentence(point) : "");
  }

  function sentence(point) {
    const kpi = KPIS[told.kpi];
    const when = told.period === "HOUR" ? dayAndMinute(point.local * 1000, "UTC") : day(point.local * 1000, "UTC");
    const value = point.value === null ? "nothing to count" : kpi.write(point.value);
    return `${when}: ${value}, ${comparison(point)}; ${count(point.sessions, "session", "sessions")}${state(point)}`;
  }

  function comparison(point) {
    const kpi = KPIS[told.kpi];
    if (point.usual === null) {
      return "not compared";
    }
    const few = point.watched ? "" : `, too few ${kpi.rests} to be watched`;
    return `as usual ${kpi.write(point.usual)} (${kpi.write(point.low)} to ${kpi.write(point.high)}; ${count(point.weeks, "week", "weeks")}${few})`;
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
      asked = next;
    },
    status(now) {
      status = now;
    },
    query(next) {
      const query = new URLSearchParams();
      NAMES.filter((name) => next.has(name)).forEach((name) => query.set(name, next.get(name)));
      return query.toString();
    },
    update(view) {
      told = view;
      tellChoices();
      if (view.subjects.length === 0) {
        fill(body, nothing(status,
          h("p", {}, "There are no KPI rows yet."),
          h("p", {}, "They come from the job playlists: ", h("code", {}, "segue run playlists --config FILE"), ". This page shows them as soon as the first is written.")));
        return;
      }
      if (view.points.length === 0) {
        fill(body, nothing(status,
          h("p", {}, `Nothing is kept of ${subject(view.subject.kind, view.subject.id, view.subject.edition)} in ${place(view.place.country, view.place.timeZone)} ${PERIODS[view.period]}.`),
          h("p", {}, "Choose something else above, or wait: what is written is shown at once.")));
        return;
      }
      if (!title.isConnected) {
        fill(body, full);
      }
      if (!asked.has("country") && !asked.has("where")) {
        stayThere();
      }
      tellSeries();
      tellRuns();
      tellSkips();
      tellCountries();
    },
    leave() {
      chart.leave();
    },
  };

  function tellChoices() {
    const key = (of) => JSON.stringify({ kind: of.kind, subject: of.id, edition: of.edition });
    const known = [...told.subjects];
    if (!known.some((of) => key(of) === key(told.subject))) {
      known.push(told.subject);
    }
    choices(subjects, known.map((of) => ({ value: key(of), text: subject(of.kind, of.id, of.edition), group: KINDS[of.kind] })), key(told.subject));
    const where = (of) => JSON.stringify({ country: of.country, zone: of.timeZone, where: of.country ? null : "world" });
    const there = [...told.places];
    if (!there.some((of) => where(of) === where(told.place))) {
      there.push(told.place);
    }
    choices(places, there.map((of) => ({ value: where(of), text: place(of.country, of.timeZone) })), where(told.place));
    choices(kpis, Object.entries(KPIS).map(([value, kpi]) => ({ value, text: kpi.name })), told.kpi);
    choices(periods, Object.entries(PERIODS).map(([value, text]) => ({ value, text })), told.period);
    say(more, told.moreSubjects > 0 ? `${count(told.moreSubjects, "subject is", "subjects are")} not in the list, which has room for ${whole(told.subjects.length)}: editions, the oldest first.` : "");
  }

  function tellSeries() {
    const kpi = KPIS[told.kpi];
    say(title, `${kpi.name} (${kpi.unit}), ${subject(told.subject.kind, told.subject.id, told.subject.edition)}, ${place(told.place.country, told.place.timeZone)}`);
    if (shownKpi !== told.kpi) {
      chart.remake({ write: (value) => String(Math.round(value * 100) / 100) });
      shownKpi = told.kpi;
    }
    const points = told.points;
    const whether = (p) => !p.over || p.open > 0;
    chart.show([
      points.map((p) => p.local),
      points.map((p) => scaled(p.value)),
      points.map((p) => scaled(p.usual)),
      points.map((p) => scaled(p.high)),
      points.map((p) => scaled(p.low)),
      points.map((p) => (isUnusual(p) && !whether(p) ? scaled(p.value) : null)),
      points.map((p) => (whether(p) ? scaled(p.value) : null)),
    ]);
    const settled = points.filter((p) => p.settled).length;
    const last = points[points.length - 1];
    const sessions = points.reduce((sum, p) => sum + p.sessions, 0);
    const open = points.reduce((sum, p) => sum + p.open, 0);
    const slots = { HOUR: ["hour", "hours"], DAY: ["day", "days"], WEEK: ["week", "weeks"] }[told.period];
    say(complete, `Of ${count(points.length, ...slots)}, ${whole(settled)} ${settled === 1 ? "is" : "are"} settled and cannot change, ${whole(points.filter((p) => p.over && !p.settled).length)} over but may be corrected, ${whole(points.filter((p) => !p.over).length)} not over. ${percent(open / Math.max(1, sessions))} of the sessions are still open. Newest: ${sentence(last)}.`);
    say(compared, comparisons(points, slots));
    const clocks = told.place.timeZone
      ? `Times are local, ${told.place.timeZone}.`
      : `Times are each listener's local ${slots[0]}, whatever their zone${told.zone ? `; most are in ${told.zone}` : ""}.`;
    say(how, `${clocks} As usual is what the rule of alerts compares with, ${told.policy === null ? "at its defaults, as no policy watches this" : `by the policy ${told.policy}`}: the median of the same ${told.period === "HOUR" ? "local hour of the same weekday" : told.period === "DAY" ? "weekday" : "length of time"} in the ${told.mostWeeks} weeks before, at least ${told.leastWeeks}${told.period === "HOUR" ? ", each carried forward by the weekly growth" : ""}. Beyond the band ${told.period === "HOUR" ? "an hour" : `a ${slots[0]}`} is unusual, where that rests on at least ${whole(told.leastSample)} ${kpi.rests}. The alerts job watches hours of countries, at equal ages; of its policies and holidays the page knows what stands in its own configuration.`);
  }

  /** What is not compared, or not watched, is said, and why. */
  function comparisons(points, slots) {
    const unknown = points.filter((p) => p.usual === null).length;
    const few = points.filter((p) => p.usual !== null && !p.watched).length;
    const clocks = told.period === "HOUR" ? ", or clocks were changed" : "";
    return (unknown === 0 ? "" : `${count(unknown, ...slots)} ${unknown === 1 ? "is" : "are"} not compared: fewer than ${told.leastWeeks} weeks before are known${told.holidays ? ", or it was a holiday" : ""}${clocks}. `)
      + (few === 0 ? "" : `In ${count(few, ...slots)} what is usual rests on fewer than ${whole(told.leastSample)} ${KPIS[told.kpi].rests}: too few for anything to be unusual.`);
  }

  function tellRuns() {
    if (told.songsPerRun.length === 0) {
      fill(runs, h("p", { class: "muted" }, "No runs in this time."));
      return;
    }
    const total = told.songsPerRun.reduce((sum, b) => sum + b.count, 0);
    const grouped = groups(told.songsPerRun);
    const most = Math.max(...grouped.map((b) => b.count));
    fill(runs,
      h("p", { class: "note" }, `Songs in a row from one playlist, album or radio: ${count(total, "run", "runs")}; half have at most ${share(told.songsPerRun, 0.5)} songs, nine in ten at most ${share(told.songsPerRun, 0.9)}. The longest run of a session: half at most ${share(told.longestRun, 0.5)}, nine in ten at most ${share(told.longestRun, 0.9)}.`),
      h("div", { class: "bars" }, grouped.map((b) => {
        const bar = along(h("span"), 0, b.count / most);
        return [
          h("span", {}, b.name),
          h("div", { class: "bar" }, bar),
          h("span", { class: "number" }, `${whole(b.count)} · ${percent(b.count / total)}`)];
      })));
  }

  /** Long runs together: a row for each length would be a long list of ones. */
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

  function tellSkips() {
    if (told.plays === 0) {
      fill(skips, h("p", { class: "muted" }, "No plays in this time."));
      return;
    }
    const parts = [
      ["quick", "quick, under 5 s", told.quickSkips],
      ["early", "early, under 30 s", told.earlySkips],
      ["late", "late, from 30 s", told.lateSkips],
    ];
    const stayed = told.plays - parts.reduce((sum, part) => sum + part[2], 0);
    parts.push(["stayed", "not skipped", stayed]);
    let at = 0;
    const stack = h("div", { class: "stack", "aria-hidden": "true" }, parts.map(([id, , n]) => {
      const piece = along(h("span", { class: `${id}-bg` }), at, n / told.plays);
      at += n / told.plays;
      return piece;
    }));
    fill(skips, stack, h("table", {},
      h("caption", {}, `${count(told.plays, "play", "plays")}. The limits are the defaults; yours may be configured otherwise.`),
      h("tbody", {}, parts.map(([id, name, n]) => h("tr", {},
        h("th", { scope: "row" }, h("span", { class: `key ${id}` }, name)),
        h("td", { class: "number" }, whole(n)),
        h("td", { class: "number" }, percent(n / told.plays)))))));
  }

  function tellCountries() {
    const kpi = KPIS[told.kpi];
    if (told.countries.length === 0) {
      fill(countries, h("p", { class: "muted" }, "No country has a slot that is over."));
      return;
    }
    const sorted = [...told.countries].sort((a, b) => b.sessions - a.sessions);
    fill(countries, h("table", {},
      h("caption", {}, `${kpi.name} in the newest ${plainSlot()} that is over, by local clocks, beside what is usual there.`),
      h("thead", {}, h("tr", {}, ["Country", "When", "Value", "As usual", "Beside what is usual", "Sessions"].map((name, i) =>
        h("th", { scope: "col", class: i === 2 || i === 3 ? "number" : i === 5 ? "number spare" : i === 4 ? "spare" : null }, name)))),
      h("tbody", {}, sorted.map((row) => {
        const next = new URLSearchParams(asked);
        next.set("country", row.country);
        next.delete("zone");
        next.delete("where");
        const out = isUnusual(row);
        return h("tr", {},
          h("th", { scope: "row" }, h("a", { href: `#/playlists?${next}` }, country(row.country))),
          h("td", {}, told.period === "HOUR" ? `${day(row.local * 1000, "UTC")} ${minute(row.local * 1000, "UTC")}` : day(row.local * 1000, "UTC")),
          h("td", { class: `number${out ? " bad" : ""}` }, row.value === null ? "–" : kpi.write(row.value)),
          h("td", { class: "number" }, row.usual === null ? "not compared" : kpi.write(row.usual)),
          h("td", { class: "spare" }, row.usual === null || row.value === null ? null : meter(row, out)),
          h("td", { class: "number spare" }, whole(row.sessions)));
      }))));
  }

  function isUnusual(of) {
    return of.watched && of.value !== null && (of.value < of.low || of.value > of.high);
  }

  function meter(row, out) {
    const most = Math.max(row.high, row.value, 1e-9) * 1.1;
    return h("div", { class: "meter", "aria-hidden": "true" },
      along(h("span", { class: "range" }), row.low / most, (row.high - row.low) / most),
      along(h("span", { class: "tick" }), row.usual / most, 0),
      along(h("span", { class: `value${out ? " out" : ""}` }), row.value / most, 0));
  }

  function plainSlot() {
    return { HOUR: "hour", DAY: "day", WEEK: "week" }[told.period];
  }
}
