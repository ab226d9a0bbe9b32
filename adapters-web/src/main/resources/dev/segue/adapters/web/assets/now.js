// The audience at this moment.

import { Chart, colour } from "./chart.js";
import { fill, h, nothing, say, svg } from "./dom.js";
import { HERE, count, dayAndYear, minute, percent, tenths, whole } from "./words.js";

export const TITLE = "Now";

const MEAN_OVER = 5;
const QUADRANTS = [
  ["energetic", "Energetic", "low valence, high energy"],
  ["happy", "Happy", "high valence, high energy"],
  ["sad", "Sad", "low valence, low energy"],
  ["calm", "Calm", "high valence, low energy"],
];

export function enter(main) {
  const tiles = {
    listening: tile("Listeners", "with a session that is open"),
    open: tile("Open sessions", "not closed yet"),
    songs: tile("Songs per minute", `mean of the last ${MEAN_OVER} full minutes`),
    skips: tile("Skips per minute", "left by the listener's choice"),
  };
  const clock = h("p", { class: "clock" }, "Waiting for the server.");
  const empty = h("div");
  const chartBox = h("div", { class: "chart", role: "group", "aria-roledescription": "chart", "aria-label": "Songs and skips per minute over the last three hours; arrow keys go from minute to minute" });
  const point = h("p", { class: "reading", "aria-live": "polite" });
  const witness = h("p", { class: "note" });
  const map = h("div", { class: "moods" });
  const quadrants = h("dl", { class: "quadrants" });
  const unknown = h("p", { class: "note" });
  fill(
    main,
    h("h1", {}, "Now"),
    clock,
    empty,
    h("div", { class: "tiles" }, Object.values(tiles).map((t) => t.element)),
    h("div", { class: "two" },
      h("section", { "aria-labelledby": "minutes" },
        h("h2", { id: "minutes" }, "Songs and skips per minute"),
        h("p", { class: "legend" }, key("songs", "songs that ended"), key("skips", "of them skipped")),
        chartBox,
        point,
        witness),
      h("section", { "aria-labelledby": "moods" },
        h("h2", { id: "moods" }, "Mood of the audience"),
        map,
        quadrants,
        unknown,
        h("p", { class: "note" }, "The mood of the music that those listen to whose session is open, not a diagnosis of people."))),
  );

  let told = null;
  let status = null;
  const chart = new Chart(chartBox, {
    zone: HERE,
    write: (value) => (Number.isInteger(value) ? whole(value) : ""),
    point: (at) => tellPoint(at),
    describe: () => ({
      series: [
        { stroke: colour("accent"), width: 2, fill: colour("accent-wash"), points: { show: false } },
        { stroke: colour("skip"), width: 2, points: { show: false } },
      ],
    }),
  });

  function tellPoint(at) {
    if (told !== null && at !== null && at < told.songs.length) {
      const time = (told.firstMinute + at) * 60_000;
      say(point, `${minute(time)}: ${count(told.songs[at], "song", "songs")}, ${count(told.skips[at], "skip", "skips")}`);
    } else {
      say(point, "");
    }
  }

  return {
    status(now) {
      status = now;
    },
    update(view) {
      told = view;
      tiles.listening.show(whole(view.listening));
      tiles.open.show(whole(view.openSessions));
      tiles.songs.show(tenths(mean(view.songs)));
      tiles.skips.show(tenths(mean(view.skips)));
      if (view.clock === null) {
        fill(empty, nothing(status, h("p", {}, "No session has been told yet."), h("p", {}, "They come from the job sessions: ", h("code", {}, "segue run sessions --config FILE"), ". The page fills as it writes; nothing needs to be reloaded.")));
      } else {
        fill(empty);
      }
      say(clock, view.clock === null
        ? ""
        : `It is ${minute(view.clock)} on ${dayAndYear(view.clock)} for the audience, by the clock of this browser (${HERE}).`);
      say(witness, `Times are ${HERE}. ` + (view.heard
        ? "The newest minutes are as signals tell them, within a second; sessions complete them minutes later."
        : "A session tells its songs every few minutes while it runs, so the newest minutes still grow."));
      if (view.clock !== null) {
        chart.show([view.songs.map((_, i) => (view.firstMinute + i) * 60), view.songs, view.skips]);
      }
      fill(map, drawn(view));
      tellQuadrants(view);
    },
    leave() {
      chart.leave();
    },
  };

  function tellQuadrants(view) {
    const sums = quarters(view);
    const known = sums.reduce((a, b) => a + b, 0);
    fill(quadrants, QUADRANTS.map(([id, name, where], i) =>
      h("div", { class: `quadrant ${id}` },
        h("dt", {}, name),
        h("dd", {}, whole(sums[i]), known > 0 ? h("span", { class: "share" }, percent(sums[i] / known)) : null),
        h("dd", { class: "where" }, where))));
    say(unknown, view.listening > known
      ? `Of ${count(view.listening - known, "listener", "listeners")} too little is known.`
      : "");
  }
}

function tile(name, what) {
  const value = h("p", { class: "value" }, "–");
  return {
    element: h("div", { class: "tile" }, h("h2", {}, name), value, h("p", { class: "what" }, what)),
    show: (text) => say(value, text),
  };
}

function key(of, text) {
  return h("span", { class: `key ${of}` }, text);
}

/** The minute of the clock is not over, so it does not count. */
function mean(values) {
  const full = values.slice(-MEAN_OVER - 1, -1);
  return full.reduce((a, b) => a + b, 0) / Math.max(1, full.length);
}

function quarter(view, field) {
  const side = view.moodSide;
  const highValence = field % side >= side / 2;
  const highEnergy = Math.floor(field / side) >= side / 2;
  return (highEnergy ? 0 : 2) + (highValence ? 1 : 0);
}

function quarters(view) {
  const sums = [0, 0, 0, 0];
  view.moods.forEach((listeners, field) => {
    sums[quarter(view, field)] += listeners;
  });
  return sums;
}

function drawn(view) {
  const side = view.moodSide;
  const most = Math.max(1, ...view.moods);
  const dots = view.moods.flatMap((listeners, field) => {
    if (listeners === 0) {
      return [];
    }
    const x = (field % side) + 0.5;
    const y = side - Math.floor(field / side) - 0.5;
    const radius = 0.16 + 0.36 * Math.sqrt(listeners / most);
    return [svg("circle", { cx: x, cy: y, r: radius, class: `dot ${QUADRANTS[quarter(view, field)][0]}` },
      svg("title", {}, `${count(listeners, "listener", "listeners")} at valence ${tenths(10 * ((field % side) / side)) / 10} to ${(field % side + 1) / side}, energy ${Math.floor(field / side) / side} to ${(Math.floor(field / side) + 1) / side}`))];
  });
  const half = side / 2;
  const words = QUADRANTS.map(([id, name], i) =>
    svg("text", { x: i % 2 === 0 ? 0.4 : side - 0.4, y: i < 2 ? 1.1 : side - 0.5, class: `corner ${id}`, "text-anchor": i % 2 === 0 ? "start" : "end" }, name));
  return svg("svg", { viewBox: `-1.6 -0.2 ${side + 1.8} ${side + 1.9}`, role: "img", "aria-label": "Listeners by valence and energy of what they hear; the numbers are below" },
    svg("rect", { x: 0, y: 0, width: side, height: side, class: "plane" }),
    svg("line", { x1: half, x2: half, y1: 0, y2: side, class: "middle" }),
    svg("line", { x1: 0, x2: side, y1: half, y2: half, class: "middle" }),
    dots,
    words,
    svg("text", { x: half, y: side + 1.3, class: "axis", "text-anchor": "middle" }, "valence: how positive the music sounds →"),
    svg("text", { x: -half, y: -0.6, class: "axis", "text-anchor": "middle", transform: "rotate(-90)" }, "energy: how intense it sounds →"));
}
