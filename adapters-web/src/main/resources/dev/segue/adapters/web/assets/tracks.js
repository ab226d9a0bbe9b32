// How the tracks of a playlist, album or radio do: those that are skipped most, and those that are played to the end most.

import { Wide, clamped, h, track } from "./dom.js";
import { csvButton } from "./download.js";
import { count, day, length, percent, subject, whole } from "./words.js";

/** The card; null if nothing is known of the tracks. */
export function tracks(data) {
  const shown = data.tracks;
  if (shown === null) {
    return null;
  }
  const name = subject(data.subject.kind, data.subject.id, shown.edition);
  const skipped = { label: "Skipped most", title: `Tracks skipped most, ${name}`, shown: shown.mostSkipped, first: "Skipped", share: (of) => of.skips };
  const kept = { label: "Kept most", title: `Tracks kept most, ${name}`, shown: shown.mostKept, first: "Kept", share: (of) => of.completed };
  return h("section", { "aria-labelledby": "tracks" },
    h("h2", { id: "tracks" }, clamped(`Tracks of ${name}`)),
    h("p", { class: "note" }, about(shown)),
    shown.ranked < 2
      ? h("p", { class: "muted" }, `Tracks are compared once at least two of them have ${whole(shown.leastPlays)} plays.`)
      : h("div", { class: "two even" }, list(skipped, data), list(kept, data)));
}

function about(shown) {
  const few = shown.tooFew === 0 ? "" : ` ${count(shown.tooFew, "track has", "tracks have")} fewer than ${whole(shown.leastPlays)} plays and ${shown.tooFew === 1 ? "is" : "are"} left out.`;
  const others = shown.playsOfOthers === 0 ? "" : ` ${count(shown.playsOfOthers, "play was", "plays were")} of tracks that are not counted one by one.`;
  return `${count(shown.ranked, "track", "tracks")} with at least ${whole(shown.leastPlays)} plays from here, in all countries, since the week of ${day(shown.since * 1000, "UTC")}. Kept means played to the end. They are ranked by the lower end of the 95% confidence interval of the share: with few plays, a track ranks lower.${few}${others}`;
}

function list(of, data) {
  const quick = `Before ${length(data.quickSkipMs)}`;
  const early = `Before ${length(data.earlySkipMs)}`;
  const share = (part, row) => percent(part / row.plays);
  const other = of.first === "Kept" ? "Skipped" : "Kept";
  const otherShare = of.first === "Kept" ? (row) => row.skips : (row) => row.completed;
  const columns = ["track id", "title", "artist", "plays", "skipped", `skipped before ${length(data.quickSkipMs)}`, `skipped before ${length(data.earlySkipMs)}`, "played to the end"];
  const rows = () => of.shown.map((row) => [row.track.id, row.track.title, row.track.artist, row.plays, row.skips, row.quickSkips, row.earlySkips, row.completed]);
  return h("div", {},
    h("h3", {}, of.label),
    h(Wide, { label: of.title }, h("table", {},
      h("thead", {}, h("tr", {},
        h("th", { scope: "col" }, "Track"),
        h("th", { scope: "col", class: "number" }, of.first),
        h("th", { scope: "col", class: "number spare" }, quick),
        h("th", { scope: "col", class: "number spare" }, early),
        h("th", { scope: "col", class: "number" }, other),
        h("th", { scope: "col", class: "number" }, "Plays"))),
      h("tbody", {}, of.shown.map((row) => h("tr", { key: row.track.id },
        h("th", { scope: "row" }, track(row.track)),
        h("td", { class: "number" }, share(of.share(row), row)),
        h("td", { class: "number spare" }, share(row.quickSkips, row)),
        h("td", { class: "number spare" }, share(row.earlySkips, row)),
        h("td", { class: "number" }, share(otherShare(row), row)),
        h("td", { class: "number" }, whole(row.plays))))))),
    csvButton(of.label, of.title, columns, rows));
}
