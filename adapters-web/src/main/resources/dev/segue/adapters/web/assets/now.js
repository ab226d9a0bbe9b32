// The current audience.

import { Chart, colour } from "./chart.js";
import { clamped, draw, h, part } from "./dom.js";
import { fresh, isOld, howFar, nothing } from "./fresh.js";
import { Normal } from "./normal.js";
import { HERE, KPIS, count, country, dayAndMinute, dayAndYear, minute, percent, plain, subject, tenths, whole } from "./words.js";

export const TITLE = "Now";

const MEAN_OVER = 5;
const QUADRANTS = [
  ["energetic", "Energetic", "low valence, high energy"],
  ["happy", "Happy", "high valence, high energy"],
  ["sad", "Sad", "low valence, low energy"],
  ["calm", "Calm", "high valence, low energy"],
];

export function enter(main) {
  return {
    draw(data, status) {
      draw(main, h("h1", {}, "Now"), ...(data === null ? [h("p", { class: "clock" }, "Waiting for the server.")] : view(data, status)));
    },
  };
}

function view(data, status) {
  return [
    fresh(status, "now", "SESSIONS", "SIGNALS"),
    h("p", { class: "clock" }, data.clock === null
      ? ""
      : `It is ${minute(data.clock)} on ${dayAndYear(data.clock)} for the audience, in the time zone of this browser (${HERE}).`),
    data.clock === null
      ? nothing(status, "now", h("p", {}, "No session yet."), h("p", {}, "They come from the sessions job: ", h("code", {}, "segue run sessions --config FILE"), ". The page fills as it writes; nothing needs to be reloaded."))
      : null,
    h("div", { class: "tiles" },
      tile("Listeners", whole(data.listening), `in ${count(data.openSessions, "open session", "open sessions")}${usually(data.usual.openSessions)}`),
      tile("Songs per minute", tenths(mean(data.songs)), `over ${MEAN_OVER} minutes${usually(data.usual.songs)}`),
      tile("Skips per minute", tenths(mean(data.skips)), `over ${MEAN_OVER} minutes${usually(data.usual.skips)}`),
      tile("Open incidents", h("a", { href: "#/alerts" }, whole(data.openIncidents)), data.openIncidents === 0 ? "nothing unusual" : "KPIs outside their expected range")),
    h("div", { class: "two" },
      h("section", { "aria-labelledby": "minutes" },
        h("h2", { id: "minutes" }, "Songs and skips per minute"),
        h("p", { class: "legend" }, key("songs", "songs that ended"), key("skips", "of them skipped")),
        data.clock === null ? h("div", { class: "chart" }) : chart(data),
        h("p", { class: "note" }, `Times are ${HERE}. The current minute is left out. ${newestMinutes(data, status)}`),
        h("div", { class: "lists" },
          h("div", {}, h("h3", {}, "Top playlists today"), h(Ranked, { rows: data.playlists, name: (id) => clamped(id), link: (id) => `#/playlists?${new URLSearchParams({ kind: "PLAYLIST", subject: id })}`, none: "No playlist has been played today." })),
          h("div", {}, h("h3", {}, "Top countries today"), h(Ranked, { rows: data.countries, name: country, link: (code) => `#/playlists?${new URLSearchParams({ country: code })}`, none: "No country is known today." })),
          h("div", {}, h("h3", {}, "Open incidents"), incidents(data.incidents)),
          h("div", {}, h("h3", {}, "Jobs"), jobs(data.jobs))),
        h("p", { class: "note" }, "Top lists count the listeners of the UTC day so far."),
        h(Normal, { rule: status?.normal ?? null, view: "now" })),
      h("section", { "aria-labelledby": "moods" },
        h("h2", { id: "moods" }, "Mood of the audience"),
        h(Moods, { moods: data.moods, side: data.moodSide, listening: data.listening }),
        h("p", { class: "note" }, "The mood of the music that listeners with an open session hear, not a diagnosis of people."))),
  ];
}

/** Where the newest minutes come from, and whether they are all there. */
function newestMinutes(data, status) {
  const signals = status?.fresh.SIGNALS.held;
  if (!data.fromSignals) {
    return "A session reports its songs every few minutes while it runs, so the newest minutes still grow.";
  }
  if (signals && isOld(signals)) {
    return signals.state === "BEHIND"
      ? `The newest minutes are incomplete: they come from the signals job, which is ${howFar(signals)} behind. Sessions complete them minutes later.`
      : "The newest minutes are incomplete: they come from the signals job, which no longer reports. Sessions complete them minutes later.";
  }
  return signals?.state === "CURRENT"
    ? "The newest minutes come from signals, within a second; sessions complete them minutes later."
    : "The newest minutes come from signals; sessions complete them minutes later.";
}

function usually(value) {
  return value === null ? "" : `; usually ${tenths(value)}`;
}

/** Names with their listeners, the most first. */
const Ranked = part(({ rows, name, link, none }) => {
  if (rows.length === 0) {
    return h("p", { class: "muted" }, none);
  }
  return h("table", {}, h("tbody", {}, rows.map((row) => h("tr", { key: row.name },
    h("th", { scope: "row" }, h("a", { href: link(row.name) }, name(row.name))),
    h("td", { class: "number" }, whole(row.listeners))))));
});

function incidents(open) {
  if (open.length === 0) {
    return h("p", { class: "muted" }, "None.");
  }
  return h("ul", { class: "plain" }, open.map((of) => h("li", { key: of.id },
    h("a", { href: `#/alerts?incident=${encodeURIComponent(of.id)}` }, clamped(`${KPIS[of.kpi]?.name ?? plain(of.kpi)}, ${subject(of.kind, of.subject, null)}, ${country(of.country)}`)),
    h("span", { class: "share" }, ` since ${dayAndMinute(of.since)}`))));
}

const STATES = {
  CURRENT: () => "current",
  BEHIND: (job) => `${howFar(job)} behind`,
  SILENT: (job) => `silent since ${dayAndMinute(job.reportedAt)}`,
  ENDED: () => "has read its input to the end",
  UNKNOWN: () => "not known",
};

function jobs(all) {
  if (all.length === 0) {
    return h("p", { class: "muted" }, "No job has reported.");
  }
  return h("table", {}, h("tbody", {}, all.map((job) => h("tr", { key: job.job },
    h("th", { scope: "row" }, h("a", { href: "#/health" }, job.job)),
    h("td", { class: isOld(job) ? "bad" : null }, (STATES[job.state] ?? STATES.UNKNOWN)(job))))));
}

function chart(data) {
  const songs = data.songs.slice(0, -1);
  const skips = data.skips.slice(0, -1);
  return h(Chart, {
    label: "Songs and skips per minute over the last three hours",
    title: "Songs and skips per minute",
    columns: ["time (UTC)", "songs", "skips"],
    zone: HERE,
    data: [songs.map((_, i) => (data.firstMinute + i) * 60), songs, skips],
    write: (value) => (Number.isInteger(value) ? whole(value) : ""),
    sentence: (at) => `${minute((data.firstMinute + at) * 60_000)}: ${count(songs[at], "song", "songs")}, ${count(skips[at], "skip", "skips")}`,
    describe: () => ({
      series: [
        { stroke: colour("accent"), width: 2, fill: colour("accent-wash"), points: { show: false } },
        { stroke: colour("skip"), width: 2, points: { show: false } },
      ],
    }),
  });
}

const Moods = part(({ moods, side, listening }) => {
  const sums = quarters(moods, side);
  const known = sums.reduce((a, b) => a + b, 0);
  return [
    h("div", { class: "moods" }, drawn(moods, side)),
    h("dl", { class: "quadrants" }, QUADRANTS.map(([id, name, where], i) =>
      h("div", { class: `quadrant ${id}` },
        h("dt", {}, name),
        h("dd", {}, whole(sums[i]), known > 0 ? h("span", { class: "share" }, percent(sums[i] / known)) : null),
        h("dd", { class: "where" }, where)))),
    h("p", { class: "note" }, listening > known ? `Too little is known about ${count(listening - known, "listener", "listeners")}.` : ""),
  ];
});

function tile(name, value, what) {
  return h("div", { class: "tile" }, h("h2", {}, name), h("p", { class: "value" }, value), h("p", { class: "what" }, what));
}

function key(of, text) {
  return h("span", { class: `key ${of}` }, text);
}

/** Leaves out the current minute, which is not over. */
function mean(values) {
  const full = values.slice(-MEAN_OVER - 1, -1);
  return full.reduce((a, b) => a + b, 0) / Math.max(1, full.length);
}

function quarter(side, field) {
  const highValence = field % side >= side / 2;
  const highEnergy = Math.floor(field / side) >= side / 2;
  return (highEnergy ? 0 : 2) + (highValence ? 1 : 0);
}

function quarters(moods, side) {
  const sums = [0, 0, 0, 0];
  moods.forEach((listeners, field) => {
    sums[quarter(side, field)] += listeners;
  });
  return sums;
}

function drawn(moods, side) {
  const most = Math.max(1, ...moods);
  const dots = moods.flatMap((listeners, field) => {
    if (listeners === 0) {
      return [];
    }
    const x = (field % side) + 0.5;
    const y = side - Math.floor(field / side) - 0.5;
    const radius = 0.16 + 0.36 * Math.sqrt(listeners / most);
    return [h("circle", { key: field, cx: x, cy: y, r: radius, class: `dot ${QUADRANTS[quarter(side, field)][0]}` },
      h("title", {}, `${count(listeners, "listener", "listeners")} at valence ${tenths(10 * ((field % side) / side)) / 10} to ${(field % side + 1) / side}, energy ${Math.floor(field / side) / side} to ${(Math.floor(field / side) + 1) / side}`))];
  });
  const half = side / 2;
  const words = QUADRANTS.map(([id, name], i) =>
    h("text", { x: i % 2 === 0 ? 0.4 : side - 0.4, y: i < 2 ? 1.1 : side - 0.5, class: `corner ${id}`, "text-anchor": i % 2 === 0 ? "start" : "end" }, name));
  return h("svg", { viewBox: `-1.6 -0.2 ${side + 1.8} ${side + 1.9}`, role: "img", "aria-label": "Listeners by valence and energy of their music; the numbers are below" },
    h("rect", { x: 0, y: 0, width: side, height: side, class: "plane" }),
    h("line", { x1: half, x2: half, y1: 0, y2: side, class: "middle" }),
    h("line", { x1: 0, x2: side, y1: half, y2: half, class: "middle" }),
    dots,
    words,
    h("text", { x: half, y: side + 1.3, class: "axis", "text-anchor": "middle" }, "valence: how positive the music sounds →"),
    h("text", { x: -half, y: -0.6, class: "axis", "text-anchor": "middle", transform: "rotate(-90)" }, "energy: how intense it sounds →"));
}
