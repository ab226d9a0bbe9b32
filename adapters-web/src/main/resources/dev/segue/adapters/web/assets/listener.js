// One listener: their sessions as timelines of plays, how revisions changed them, and their latest signal.

import { Component, Wide, along, called, clamped, draw, h, part, track } from "./dom.js";
import { fresh, nothing } from "./fresh.js";
import { HERE, count, country, dayAndMinute, dayAndSecond, dayAndYear, knows, length, minute, offset, percent, plain, second, whole } from "./words.js";

export const TITLE = "Listener";

const STATE = { EARLY: "early", FINAL: "final", CORRECTED: "corrected", SUPERSEDED: "superseded" };
const ENDS = {
  COMPLETED: "to its end",
  FORWARD: "skipped forward",
  BACK: "skipped back",
  PICKED_OTHER: "picked another",
  LOGOUT: "logged out",
  ERROR: "ended by an error",
  APP_CLOSED: "app closed",
  UNKNOWN: "ended, reason unknown",
};

const QUADRANTS = ["happy", "energetic", "calm", "sad"];

/** What triggers a signal. */
const CAUSES = {
  UNKNOWN: "an event",
  TRACK_STARTED: "a track began",
  TRACK_ENDED: "a track ended",
  TRACK_SKIPPED: "a track was skipped",
  PAUSED: "playback was paused",
  RESUMED: "playback was resumed",
  SEARCHED: "the listener searched",
  AD_ENDED: "an ad ended",
};

/** How many suggested songs of each of the last signals are listed. */
const MOST_LISTED = 3;

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;

/** How far marks on a timeline may be apart. */
const STEPS_MS = [1, 2, 5, 15, 30, 60, 120, 180, 360, 720].map((minutes) => minutes * MINUTE_MS);
const MOST_MARKS = 6;

/** How many of the latest revisions are drawn; all are listed in words. */
const MOST_DRAWN = 6;

/** The shortest silence inside a session that the table of plays mentions. */
const SILENCE_MS = 60_000;

/** The latest time that JavaScript can represent; a clock beyond it means that all input has been read. */
const LATEST_MS = 8.64e15;

export function enter(main, params) {
  let id = params.get("id") ?? "";
  let input = null;
  let names = [];
  let suggesting = null;
  let left = false;
  let data = null;
  let status = null;

  function search(event) {
    event.preventDefault();
    location.hash = `#/listener?${new URLSearchParams({ id: input.value.trim() })}`;
  }

  function suggest() {
    clearTimeout(suggesting);
    suggesting = setTimeout(async () => {
      try {
        const answer = await fetch(`/api/v1/listeners?${new URLSearchParams({ prefix: input.value.trim() })}`);
        names = answer.ok ? (await answer.json()).ids : names;
      } catch {
        names = [];
      }
      // Another view may be shown by now.
      if (!left) {
        show();
      }
    }, 200);
  }

  function show() {
    draw(main,
      h("h1", {}, "Listener"),
      h("form", { role: "search", onSubmit: search },
        h("label", { for: "listener" }, "Id of a listener",
          h("input", { id: "listener", name: "id", type: "search", list: "names", autocomplete: "off", spellcheck: false, maxlength: "1000", required: true, onInput: suggest, ref: (made) => (input = made) })),
        h("datalist", { id: "names" }, names.map((name) => h("option", { key: name, value: name }))),
        h("button", { type: "submit" }, "Show")),
      data === null ? null : h("div", {}, answer(data, status)));
  }

  show();
  input.value = id;
  suggest();

  return {
    ask(next) {
      id = next.get("id") ?? "";
      input.value = id;
    },
    query(next) {
      return new URLSearchParams({ id: next.get("id") ?? "" }).toString();
    },
    draw(view, state) {
      if (view !== null && view.id === id) {
        data = view;
        status = state;
        show();
      }
    },
    leave() {
      left = true;
      clearTimeout(suggesting);
    },
  };
}

function answer(data, status) {
  const { id, sessions } = data;
  if (id === "") {
    return h("div", { class: "empty" }, h("p", {}, "Enter the id of a listener to see their sessions, and how revisions changed them. Suggestions come as you type."));
  }
  if (sessions.length === 0 && data.signal === null) {
    return nothing(status, "listener",
      h("p", {}, clamped(`Nothing is known about a listener ${id}.`)),
      h("p", {}, "Ids must match exactly. A session first appears some minutes after it began; sessions updated longest ago are evicted when memory is full."));
  }
  return [
    fresh(status, "listener", "SESSIONS", "SIGNALS"),
    data.signal === null ? null : h(Signal, { of: data.signal, past: data.pastSignals, presence: data.presence }),
    h("h2", {}, clamped(`Sessions of ${id}, the latest first`)),
    sessions.length === 0 ? h("p", { class: "muted" }, "None yet; a session first appears some minutes after it began.") : null,
    sessions.length > 0 ? legend(sessions) : null,
    shown(sessions).map((session) => h(Session, {
      key: session.id,
      session,
      taker: sessions.find((other) => other.id === lastOf(session).supersededBy) ?? null,
      joined: sessions.filter((other) => lastOf(other).supersededBy === session.id),
    })),
    data.more > 0 ? h("p", { class: "note" }, `${count(data.more, "earlier session is", "earlier sessions are")} in memory and not shown.`) : null,
  ];
}

/** Without those that were superseded by another one here: that one shows them. */
function shown(sessions) {
  const ids = new Set(sessions.map((session) => session.id));
  return sessions.filter((session) => !ids.has(lastOf(session).supersededBy));
}

/** What the colours mean, of all sessions. */
function legend(sessions) {
  const plays = sessions.flatMap((session) => session.plays);
  const runs = sessions.flatMap((session) => session.totals?.runs ?? []);
  return h("p", { class: "legend" },
    h("span", { class: "key stayed" }, "not skipped"),
    h("span", { class: "key quick" }, "quick skip"),
    h("span", { class: "key early" }, "early"),
    h("span", { class: "key late" }, "late"),
    h("span", { class: "key gap" }, "silence"),
    runs.length > 0 ? h("span", { class: "key run-line" }, "run: songs · from where") : null,
    runs.some((run) => run.abandoned) ? h("span", { class: "key run-line abandoned" }, "abandoned") : null,
    plays.some((play) => play.valence !== null) ? QUADRANTS.map((name) => h("span", { class: `key mood-step ${name}`, key: name }, name)) : null,
    plays.some((play) => play.offline) ? h("span", { class: "key offline" }, "offline") : null);
}

/** The latest revision of a session. */
function lastOf(session) {
  return session.story[session.story.length - 1];
}

/** The latest signal; if the listener has left or the signal is old, says so and collapses the rest. */
const Signal = part(({ of, past, presence }) => {
  const then = dayAndMinute(presence.since);
  const written = `The signal was written ${dayAndSecond(presence.receivedAt)}.`;
  if (presence.state === "LEFT") {
    return h("section", { "aria-labelledby": "signal" },
      h("h2", { id: "signal" }, `Left at ${then} `, h("span", { class: "badge" }, "not listening now")),
      h("p", { class: "stale" }, `No signal from this listener for ${length(presence.silentMs)}, by the clock of the audience: longer than the session gap of ${length(presence.gapMs)}. They may also be playing one long track. ${written}`),
      h("details", {}, h("summary", {}, `What was known at ${then}`), known(of), latest(of, past)));
  }
  if (presence.state === "UNKNOWN") {
    return h("section", { "aria-labelledby": "signal" },
      h("h2", { id: "signal" }, `As of ${then} `, h("span", { class: "badge" }, "old")),
      h("p", { class: "stale" }, `No signal from any listener has arrived for longer than ${length(presence.gapMs)}, so it is unknown whether this listener is still there. ${written}`),
      h("details", {}, h("summary", {}, `What was known at ${then}`), known(of), latest(of, past)));
  }
  return h("section", { "aria-labelledby": "signal" }, h("h2", { id: "signal" }, "Right now"), known(of), latest(of, past));
});

function known(of) {
  const fact = (name, ...value) => h("div", {}, h("dt", {}, name), h("dd", {}, ...value));
  return [
    h("dl", { class: "signal" },
      fact("As of", `${dayAndMinute(of.asOf)}:${second(of.asOf).slice(-2)} ${HERE}`),
      fact("Because", because(of)),
      fact("Session so far", `${count(of.session.plays, "play", "plays")}, ${length(of.session.listenedMs)} listened, since ${minute(of.session.startedAt)}`),
      fact("Current run", of.run === null ? "none" : `${count(of.run.songs, "song", "songs")} from ${of.run.context.id}, ${count(of.run.skips, "skip", "skips")}`),
      fact("Skips in a row", whole(of.skipStreak)),
      fact("Mood of the music", mood(of.mood)),
      fact("Heading for", of.heading === null ? "not known" : `valence ${of.heading.valence / 1000}, energy ${of.heading.energy / 1000}`),
      fact("Next ad", h("strong", {}, of.ad.verdict === "PLAY" ? "play" : "hold"), ` (${of.ad.policy}): ${of.ad.reason}`)),
    of.nextSongs.length === 0
      ? h("p", { class: "muted" }, "No next songs: the mood or the catalogue is unknown.")
      : suggestions(of),
  ];
}

/** The suggested songs and those left out, each with what the policies think of it. */
function suggestions(of) {
  return [
    h("h3", {}, "Next songs, best first"),
    h(Wide, { label: "Next songs" }, songs("Fits", "Why not 100%", of.nextSongs, (song) => song.fit)),
    h("p", { class: "note" }, "A song's fit is the product of its policy scores. Policies that are not listed give 100%."),
    h("h3", {}, "Left out"),
    of.leftOut.length === 0
      ? h("p", { class: "muted" }, "No policy kept out a song that would fit as well as these.")
      : [h(Wide, { label: "Left out" }, songs("Fits without this", "Kept out because", of.leftOut, (song) => song.fitOtherwise)),
        h("p", { class: "note" }, "The best songs that policies kept out, at most five.")],
  ];
}

/** What triggered a signal, in words. */
function because({ cause, correction }) {
  return `${CAUSES[cause]}${correction ? ", reported late" : ""}`;
}

function latest(of, past) {
  return h("details", {},
    h("summary", {}, `The last signals: ${whole(past.length + 1)}`),
    h(History, { signals: [{ ...of, nextSongs: of.nextSongs.map((song) => song.track), ad: of.ad.verdict }, ...past] }));
}

/** The latest signals, the newest first, and the path of the mood up to the chosen one. */
class History extends Component {
  state = { upTo: null };

  render({ signals }, { upTo }) {
    const chosen = signals.find((signal) => signal.sequence === upTo) ?? signals[0];
    const upToThen = signals.slice(signals.indexOf(chosen)).reverse();
    const moods = upToThen.filter((signal) => signal.mood.quadrant !== "UNKNOWN").map((signal) => ({
      valence: signal.mood.valence,
      energy: signal.mood.energy,
      text: second(signal.asOf),
    }));
    return [
      h("h3", {}, `The path of the mood up to ${dayAndSecond(chosen.asOf)}`),
      moods.length < 2 ? h("p", { class: "muted" }, "The mood is known for fewer than two of these signals.") : moodMap(moods, "the moods are in the table below"),
      h(Wide, { label: "Signals" }, h("table", { class: "last-signals" },
        h("thead", {}, h("tr", {}, ["As of", "Because", "Mood", "Suggested", "Ad"].map((name) => h("th", { scope: "col", key: name }, name)))),
        h("tbody", {}, signals.map((signal) => h("tr", { key: signal.sequence, class: signal === chosen ? "chosen" : null },
          h("th", { scope: "row" }, h("button", { type: "button", class: "quiet", "aria-pressed": String(signal === chosen), title: "Show the path of the mood up to then", onClick: () => this.setState({ upTo: signal.sequence }) }, second(signal.asOf))),
          h("td", {}, because(signal)),
          h("td", {}, mood(signal.mood)),
          h("td", { class: "named" }, suggested(signal.nextSongs)),
          h("td", {}, signal.ad === "PLAY" ? "play" : "hold")))))),
      h("p", { class: "note" }, `At most ${MOST_LISTED} of the suggested songs are listed. Choose a time to see the path of the mood up to then.`),
    ];
  }
}

function suggested(songs) {
  return songs.length === 0
    ? "no song"
    : songs.slice(0, MOST_LISTED).map((song, i) => h("div", { key: i }, clamped(called(song))));
}

function songs(fits, why, of, fit) {
  return h("table", { class: "songs" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Song"), h("th", { scope: "col", class: "number" }, fits), h("th", { scope: "col" }, why))),
    h("tbody", {}, of.map((song) => h("tr", { key: song.track.id },
      h("th", { scope: "row" }, track(song.track)),
      h("td", { class: "number" }, percent(fit(song) / 1000)),
      h("td", { class: "named" }, song.factors.length === 0
        ? "nothing against it"
        : song.factors.map((factor) => h("div", { key: factor.policy }, clamped(`${factor.score === 0 ? "never" : percent(factor.score / 1000)}: ${judged(factor)}`))))))));
}

/** What a policy thinks of a song, in words; a policy that the page does not know is named. */
function judged({ policy, score }) {
  switch (policy) {
    case "close-to-heading": return `its mood is ${percent(1 - score / 1000)} of the map away from where the mood is heading`;
    case "not-just-played": return "it is playing, or was played recently";
    case "not-skipped": return score === 0 ? "it was skipped before" : "its artist was skipped in this session";
    case "variety-of-artist": return "its artist was just played, or is ranked higher";
    default: return policy;
  }
}

function mood(of) {
  return of.quadrant === "UNKNOWN"
    ? "not enough is known"
    : `${plain(of.quadrant)} (valence ${of.valence / 1000}, energy ${of.energy / 1000}, confidence ${percent(of.confidence / 1000)})`;
}

const Session = part(({ session, taker, joined }) => {
  const last = lastOf(session);
  const totals = session.totals;
  const zone = totals?.timeZone && knows(totals.timeZone) ? totals.timeZone : HERE;
  const gone = last.state === "SUPERSEDED";
  const startedAt = gone || !totals ? last.startedAt : totals.startedAt;
  const endedAt = gone || !totals ? last.endedAt : totals.endedAt;
  const until = gone && endedAt === startedAt ? "" : ` to ${clock(endedAt, zone, startedAt)}`;
  const heading = `${dayAndYear(startedAt, zone)}, ${clock(startedAt, zone, endedAt)}${until}`;
  return h("section", { class: `session ${STATE[last.state]}`, "data-session": session.id },
    h("header", {},
      h("h3", {}, heading),
      h("span", { class: `badge ${STATE[last.state]}` }, STATE[last.state]),
      last.open ? h("span", { class: "badge running" }, "still running") : null,
      h("span", { class: "muted" }, zone)),
    gone
      ? h("p", { class: "join" }, `Superseded by ${taker ? `the session that began ${minute(lastOf(taker).startedAt, zone)}` : `session ${last.supersededBy}`}, after a late event.`)
      : null,
    joined.length > 0
      ? h("p", { class: "join" }, `A late event joined ${joined.length === 1 ? "another session" : `${whole(joined.length)} other sessions`} into this one.`)
      : null,
    gone || !totals ? null : facts(totals),
    gone || session.plays.length === 0 ? null : lanes(session, startedAt, endedAt, zone),
    gone ? null : moodPath(session),
    story(session, joined, zone),
    gone || session.plays.length === 0 ? null : table(session, zone));
});

/** A time by the clock of a zone; with its offset if that is another at the other time, as clocks were changed between them. */
function clock(ms, zone, other) {
  return offset(ms, zone) === offset(other, zone) ? minute(ms, zone) : `${minute(ms, zone)} (${offset(ms, zone)})`;
}

function facts(of) {
  return h("div", { class: "facts" },
    h("span", {}, `${count(of.plays, "play", "plays")}, ${length(of.listenedMs)} listened`),
    h("span", {}, `${count(of.quickSkips + of.earlySkips + of.lateSkips, "skip", "skips")}: ${of.quickSkips} quick, ${of.earlySkips} early, ${of.lateSkips} late`),
    h("span", {}, of.interruptions === 0 ? "no interruption" : `${count(of.interruptions, "interruption", "interruptions")}, ${length(of.interruptedMs)}`),
    h("span", {}, of.runCount === 0 ? "no runs" : `${count(of.runCount, "run", "runs")}, the longest of ${count(of.longestRun, "song", "songs")}`),
    h("span", {}, `${count(of.devices, "device", "devices")}, ${count(of.deviceChanges, "change", "changes")}`),
    h("span", {}, `mood: ${mood(of.mood)}`),
    of.country ? h("span", {}, country(of.country)) : null,
    of.part > 0 ? h("span", {}, `part ${of.part + 1} of a longer chain`) : null);
}

function lanes(session, from, to, zone) {
  const span = Math.max(1, to - from);
  const place = (start, end) => {
    const left = Math.max(0, Math.min(1, (start - from) / span));
    return along(left, Math.max(0, Math.min(1, (end - from) / span) - left));
  };
  const devices = new Map();
  for (const play of session.plays) {
    const name = `${plain(play.deviceType)} ${play.device}`.trim();
    devices.set(name, [...(devices.get(name) ?? []), play]);
  }
  const line = (run) => h("span", {
    class: `run${run.abandoned ? " abandoned" : ""}`,
    title: `${run.context.id}: ${count(run.songs, "song", "songs")}, ${count(run.skips, "skip", "skips")}${run.abandoned ? ", abandoned" : ""}`,
    style: place(run.startedAt, run.endedAt),
  }, `${run.songs} · ${run.context.id}`);
  const runsOn = (plays) => {
    const runs = session.totals.runs.filter((run) => run.device === plays[0].device);
    return runs.length === 0 ? null : [h("div", { class: "name" }, "its runs"), h("div", { class: "lane tall still" }, runs.map(line))];
  };
  const rows = [...devices].flatMap(([name, plays]) => [
    h("div", { class: "name", title: name }, name),
    h("div", { class: "lane" }, plays.map((play) => h("span", {
      class: `play${play.skip ? ` skip ${play.skip.toLowerCase()}` : ""}${play.offline ? " offline" : ""}`,
      title: described(play, zone),
      style: place(play.startedAt, play.endedAt),
    }))),
    runsOn(plays),
  ]);
  const marks = roundTimes(from, to, zone).map((at) => h("span", { key: at, style: { left: `${(100 * (at - from)) / span}%` } }, minute(at, zone)));
  const known = session.plays.filter((play) => play.valence !== null);
  return h("div", {},
    h("div", { class: "lanes", role: "img", "aria-label": `Timeline of ${count(session.plays.length, "play", "plays")}; the plays are in the table below` },
      h("div", { class: "name" }, zone), h("div", { class: "scale" }, marks),
      rows,
      known.length > 0 ? [
        h("div", { class: "name" }, "mood"),
        h("div", { class: "lane thin still" }, known.map((play) => h("span", {
          class: `mood-step ${quadrant(play)}`,
          title: `${quadrant(play)}: valence ${play.valence / 1000}, energy ${play.energy / 1000}`,
          style: place(play.startedAt, play.endedAt),
        })))] : null));
}

/** Whole minutes, quarters, hours and so on by the clock of a zone: at most six, and none too close to the right end. */
function roundTimes(from, to, zone) {
  const step = STEPS_MS.find((ms) => (to - from) / ms <= MOST_MARKS) ?? STEPS_MS[STEPS_MS.length - 1];
  const found = [];
  for (let at = Math.ceil(from / QUARTER_MS) * QUARTER_MS; step >= QUARTER_MS && at < to; at += QUARTER_MS) {
    const [hours, minutes] = minute(at, zone).split(":").map(Number);
    if ((hours * 60 + minutes) * 60_000 % step === 0) {
      found.push(at);
    }
  }
  for (let at = Math.ceil(from / step) * step; step < QUARTER_MS && at < to; at += step) {
    found.push(at);
  }
  return found.filter((at) => (at - from) / (to - from) < 0.92);
}

function quadrant(play) {
  if (play.energy >= 500) {
    return play.valence >= 500 ? "happy" : "energetic";
  }
  return play.valence >= 500 ? "calm" : "sad";
}

function described(play, zone) {
  return `${minute(play.startedAt, zone)} ${play.track === null ? "unknown track" : called(play.track)}, ${length(play.playedMs)}, ${ENDS[play.endReason]}${play.context ? `, from ${play.context.id}` : ""}${play.offline ? ", offline" : ""}`;
}

/** The moods of the plays, from the first to the last. */
function moodPath(session) {
  const known = session.plays.filter((play) => play.valence !== null);
  if (known.length < 2) {
    return null;
  }
  return h("details", {},
    h("summary", {}, "The path of the mood"),
    moodMap(known.map((play, i) => ({ ...play, text: `${i + 1}. ${play.track === null ? "unknown track" : called(play.track)}` })), "the values are in the table of plays"),
    h("p", { class: "note" }, "Across: valence, how positive the music sounds. Upwards: energy, how intense. The large dot is the last song."));
}

/** A path on the map of valence and energy; each point has a text, and the last is the large one. */
function moodMap(points, where) {
  const at = (point) => [point.valence / 10, 100 - point.energy / 10];
  const last = points[points.length - 1];
  return h("svg", { class: "mood-path", viewBox: "-2 -2 104 104", role: "img", "aria-label": `From ${quadrant(points[0])} to ${quadrant(last)}; ${where}` },
    h("rect", { x: 0, y: 0, width: 100, height: 100, class: "plane" }),
    h("line", { x1: 50, x2: 50, y1: 0, y2: 100, class: "middle" }),
    h("line", { x1: 0, x2: 100, y1: 50, y2: 50, class: "middle" }),
    [["energetic", 1, 6, "start"], ["happy", 99, 6, "end"], ["sad", 1, 98, "start"], ["calm", 99, 98, "end"]].map(([name, x, y, anchor]) =>
      h("text", { key: name, x, y, class: `corner ${name}`, "text-anchor": anchor }, name)),
    h("polyline", { points: points.map((point) => at(point).join(",")).join(" ") }),
    points.map((point, i) => h("circle", { key: i, cx: at(point)[0], cy: at(point)[1], r: point === last ? 2.2 : 1.1, class: `dot ${quadrant(point)}` }, h("title", {}, point.text))));
}

/** Every revision as a bar on one timeline, with those of joined sessions, by clock. */
function story(session, joined, zone) {
  const chapters = [
    ...joined.flatMap((other) => other.story.map((revision) => ({ ...revision, other: true }))),
    ...session.story.map((revision) => ({ ...revision, other: false })),
  ].sort((a, b) => a.asOf - b.asOf || Number(b.other) - Number(a.other) || a.number - b.number);
  const from = Math.min(...chapters.map((revision) => revision.startedAt));
  const to = Math.max(...chapters.map((revision) => revision.endedAt), from + 1);
  const joins = chapters.length > 1 || joined.length > 0;
  return h("div", { class: "story" },
    h("h3", {}, "How it changed"),
    chapters.length > MOST_DRAWN ? h("p", { class: "note" }, `The latest ${MOST_DRAWN} of ${whole(chapters.length)} revisions.`) : null,
    h("div", { class: "lanes" }, chapters.slice(-MOST_DRAWN).flatMap((revision) => [
      h("div", { class: "name" }, `${revision.other ? "other " : ""}${revision.number} ${STATE[revision.state]}`),
      h("div", { class: "lane thin still" },
        h("span", { class: `revision ${STATE[revision.state]}`, title: sentence(revision, zone), style: along((revision.startedAt - from) / (to - from), (revision.endedAt - revision.startedAt) / (to - from)) })),
    ])),
    h("details", {},
      h("summary", {}, joins ? "The revisions in words" : "The revision in words"),
      h("ol", { class: "list" }, chapters.map((revision) => h("li", { class: "muted" }, `${revision.other ? "The other session: " : ""}${sentence(revision, zone)}`)))));
}

function sentence(revision, zone) {
  const asOf = revision.asOf <= 0 ? "before the clock started" : revision.asOf > LATEST_MS ? "at the end of the input" : `at ${dayAndMinute(revision.asOf, zone)}`;
  if (revision.state === "SUPERSEDED") {
    return `Revision ${revision.number}, ${asOf}: superseded, ${minute(revision.startedAt, zone)} to ${minute(revision.endedAt, zone)} is part of another session.`;
  }
  return `Revision ${revision.number}, ${asOf}: ${STATE[revision.state]}${revision.open ? ", still running" : ""}, ${minute(revision.startedAt, zone)} to ${minute(revision.endedAt, zone)}, ${count(revision.plays, "play", "plays")}, ${count(revision.skips, "skip", "skips")}, ${length(revision.listenedMs)} listened.`;
}

function table(session, zone) {
  return h("details", {},
    h("summary", {}, `Plays as a table`),
    h(Wide, { label: "Plays" }, h("table", {},
      h("thead", {}, h("tr", {}, ["Started", "Track", "Played", "End", "From", "Device", "Valence, energy"].map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, session.plays.map((play, i) => {
        const before = i === 0 ? play.startedAt : Math.max(...session.plays.slice(0, i).map((earlier) => earlier.endedAt));
        const silence = play.startedAt - before;
        return [
          silence >= SILENCE_MS ? h("tr", {}, h("td", { colspan: "7", class: "muted" }, `silence of ${length(silence)}`)) : null,
          h("tr", {},
            h("td", {}, minute(play.startedAt, zone)),
            h("th", { scope: "row" }, play.track === null ? "unknown" : track(play.track)),
            h("td", { class: "number" }, length(play.playedMs)),
            h("td", {}, `${ENDS[play.endReason]}${play.skip ? ` (${play.skip.toLowerCase()} skip)` : ""}${play.offline ? ", offline" : ""}`),
            h("td", { class: "named" }, play.context ? clamped(`${play.context.id}${play.context.edition ? ` (${play.context.edition})` : ""}`) : "–"),
            h("td", { class: "named" }, clamped(`${plain(play.deviceType)} ${play.device}`)),
            h("td", {}, play.valence === null ? "–" : `${play.valence / 1000}, ${play.energy / 1000}`))];
      })))),
    session.morePlays > 0 ? h("p", { class: "note" }, `${count(session.morePlays, "play", "plays")} more.`) : null);
}
