// Health of the jobs, of reading, and of the memory of this page.

import { Chart, WHERE_ALONE, colour } from "./chart.js";
import { Wide, draw, h, part } from "./dom.js";
import { howFar, isOld, nothing } from "./fresh.js";
import { HERE, aboutMegabytes, count, dayAndMinute, dayAndSecond, length, megabytes, minute, plain, tenths, whole } from "./words.js";

export const TITLE = "Health";

const STATES = {
  UNKNOWN: "not checked yet",
  MISSING: "does not exist yet; waiting for it",
  CATCHING_UP: "catching up",
  BEHIND: "behind",
  LIVE: "live",
};

export function enter(main) {
  return {
    draw(data, status) {
      draw(main,
        h("h1", {}, "Health"),
        h("p", { class: "lead" }, `What each job read and what became of it, from its latest reports. Times are ${HERE}.`),
        data === null ? null : jobs(data, status),
        data === null || data.rejected.length === 0 ? null : h(Rejected, { of: data.rejected, read: data.deadLetters }),
        h("div", { class: "two even" },
          h("section", { "aria-labelledby": "reading" }, h("h2", { id: "reading" }, "What this page reads"), h(Wide, { label: "Topics" }, status && topics(status))),
          h("section", { "aria-labelledby": "page-memory" }, h("h2", { id: "page-memory" }, "Memory of this page"), h(Wide, { label: "Memory" }, status && memory(status)))));
    },
  };
}

function jobs(data, status) {
  return data.jobs.length === 0
    ? nothing(status, "health",
      h("p", {}, "No job has reported yet."),
      h("p", {}, "Each reports with every checkpoint. If one runs and nothing appears: does it use the same Kafka and the same topics.health as this page?"))
    : data.jobs.map((of) => h(Job, { key: of.name, of, mostLag: data.mostLagMs, mostBehind: data.mostBehindMs }));
}

const Job = part(({ of, mostLag, mostBehind }) => {
  const ledger = of.ledger;
  const { clock, behindMs, lagMs, reportedAt, state } = of.freshness;
  const old = isOld(of.freshness);
  const closing = of.parts.map((part) => part.closingClock).filter((clock) => clock !== null);
  const id = `job-${of.name}`;
  return h("section", { "aria-labelledby": id },
    h("h2", { id }, `Job ${of.name} `, h("span", { class: `badge ${old ? "open" : state === "CURRENT" ? "final" : ""}` }, standing(of.freshness)), " ", ledger === null
      ? h("span", { class: "badge" }, "no complete ledger yet")
      : h("span", { class: `badge ${ledger.balances ? "final" : "open"}` }, ledger.balances ? "ledger adds up" : "ledger does not add up")),
    h("dl", { class: "signal" },
      fact("Read", ledger && whole(ledger.read)),
      fact("Accepted", ledger && whole(ledger.accepted)),
      fact("Duplicate", ledger && whole(ledger.duplicate)),
      fact("Late", ledger && whole(ledger.late)),
      fact("Rejected", ledger && rejected(ledger))),
    h("div", { class: "two even" },
      h("div", {},
        h("h3", {}, "By the wall clock"),
        h("dl", { class: "signal" },
          fact("Lag from append to reading", lagMs === null ? "nothing new to read" : lag(length(lagMs), lagMs > mostLag)),
          fact("Last report", state === "SILENT" ? lag(dayAndSecond(reportedAt), true) : dayAndSecond(reportedAt)))),
      h("div", {},
        h("h3", {}, "By event time"),
        h("dl", { class: "signal" },
          fact("Acceptance clock", clock === null ? "none" : dayAndSecond(clock)),
          fact("Closing clock", closing.length ? dayAndSecond(Math.min(...closing)) : "none"),
          fact("Behind the most advanced job", behindMs === null ? null : lag(behindMs === 0 ? "none" : length(behindMs), behindMs > mostBehind))))),
    of.rates === null ? null : rates(of),
    h("details", {}, h("summary", {}, count(of.parts.length, "part", "parts")), h(Wide, { label: `Parts of ${of.name}` }, parts(of))));
});

/** The state of a job in a few words. */
function standing(of) {
  return {
    CURRENT: "up to date",
    BEHIND: `${howFar(of)} behind`,
    SILENT: `no report since ${dayAndSecond(of.reportedAt)}`,
    ENDED: "read to the end",
  }[of.state];
}

/** A length of time; text and colour say whether it is too long. */
function lag(text, isTooLong) {
  return h("span", { class: isTooLong ? "bad" : "good" }, `${text}${isTooLong ? ": too long" : ""}`);
}

/** What happens to what is read, with the mark of each in the legend; each is drawn on the axis of its chart. */
const READ = [["read", "read", "course-usual"], ["accepted", "accepted", ""]];
const NOT_ACCEPTED = [["duplicate", "duplicate", "course-energetic"], ["late", "late", "course-happy"], ["rejected", "rejected", "outside"]];
const COLOURS = { read: "usual", accepted: "accent", duplicate: "energetic", late: "happy", rejected: "bad" };

/** Records a minute, as far as they are known: the minute that is not over is no drop. */
function rates(of) {
  const known = of.rates;
  const last = known.read.length - 1;
  return [
    h("h3", {}, "Records a minute"),
    h("p", {}, `${minute((known.firstMinute + last) * 60_000)}: ${inMinute(known, [...READ, ...NOT_ACCEPTED], last)}.`),
    h("div", { class: "two even small" },
      rateChart(of, "read and accepted", READ),
      rateChart(of, "not accepted", NOT_ACCEPTED)),
    h("p", { class: "note" }, "Whole minutes by the wall clock. A gap is a time without reports from the job."),
  ];
}

function rateChart(of, what, lines) {
  const known = of.rates;
  return h("div", {},
    h("p", { class: "legend" }, lines.map(([id, name, mark]) => h("span", { key: id, class: `key ${mark}` }, name))),
    h(Chart, {
      small: true,
      label: `Records a minute of the ${of.name} job, ${what}`,
      title: `Records a minute of the ${of.name} job, ${what}`,
      columns: ["time (UTC)", ...lines.map(([, name]) => name)],
      zone: HERE,
      data: [known.read.map((_, i) => (known.firstMinute + i) * 60), ...lines.map(([id]) => known[id])],
      write: (value) => (Number.isInteger(value) ? whole(value) : ""),
      sentence: (at) => `${minute((known.firstMinute + at) * 60_000)}: ${inMinute(known, lines, at)}`,
      describe: () => ({ series: lines.map(([id]) => ({ stroke: colour(COLOURS[id]), width: 2, points: WHERE_ALONE })) }),
    }));
}

function inMinute(known, lines, at) {
  return known.read[at] === null ? "not known" : lines.map(([id, name]) => `${tenths(known[id][at])} ${name}`).join(", ");
}

/** What was rejected, by reason, with examples. They may contain anything, and are only ever text. */
const Rejected = part(({ of, read }) => h("section", { "aria-labelledby": "rejected" },
  h("h2", { id: "rejected" }, "Rejected records by reason"),
  of.map(({ reason, jobs, letters }) => h("div", { key: reason },
    h("h3", {}, `${reasonOf(reason)}${byJob(jobs)}`),
    letters.length === 0 ? null : h("details", {}, h("summary", {}, `The latest ${letters.length === 1 ? "one" : whole(letters.length)}`),
      h("ul", { class: "plain" }, letters.map((letter) => h("li", { key: `${letter.topic} ${letter.partition} ${letter.offset}` },
        h("p", {}, h("strong", {}, dayAndSecond(letter.at)), ` ${letter.explanation}`),
        h("p", { class: "where" }, `${letter.topic}, partition ${letter.partition}, offset ${letter.offset}; ${held(letter)}`),
        letter.content === null ? null : h("p", { class: "raw" }, letter.content))))))),
  h("p", { class: "note" }, read
    ? "Each job counts since it was started without a savepoint; jobs that read the same topic count the same records. Examples are the latest on the dead-letter topic; a dot is a byte or character that cannot be printed."
    : "Each job counts since it was started without a savepoint; jobs that read the same topic count the same records. With dashboard.dead-letters: true, the page shows the latest of each; they may name listeners.")));

function reasonOf(reason) {
  const words = plain(reason);
  return words[0].toUpperCase() + words.slice(1);
}

function byJob(jobs) {
  const each = Object.entries(jobs).map(([job, number]) => `${job} ${whole(number)}`).join(", ");
  return each === "" ? "" : `: ${each}`;
}

function held({ content, bytes }) {
  return content === null ? "without its content" : count(bytes, "byte", "bytes");
}

function rejected(ledger) {
  const reasons = Object.entries(ledger.reasons).map(([reason, n]) => `${whole(n)} ${plain(reason)}`).join(", ");
  return reasons === "" ? whole(ledger.rejected) : `${whole(ledger.rejected)}: ${reasons}`;
}

function fact(name, value) {
  return h("div", {}, h("dt", {}, name), h("dd", {}, value ?? "–"));
}

function parts(of) {
  return h("table", {},
    h("thead", {}, h("tr", {}, ["Stage", "Subtask", "Checkpoint", "Read", "Acceptance clock (event time)", "Lag (wall clock)", "Reported (wall clock)"].map((name, i) =>
      h("th", { scope: "col", class: [1, 2, 3, 5].includes(i) ? "number" : null }, name)))),
    h("tbody", {}, of.parts.map((part) => h("tr", { key: `${part.stage} ${part.subtask}` },
      h("th", { scope: "row" }, part.stage),
      h("td", { class: "number" }, whole(part.subtask)),
      h("td", { class: "number" }, part.checkpoint === null ? "end of input" : whole(part.checkpoint)),
      h("td", { class: "number" }, whole(part.read)),
      h("td", {}, part.acceptanceClock === null ? "–" : dayAndSecond(part.acceptanceClock)),
      h("td", { class: "number" }, part.lagMs === null ? "–" : length(part.lagMs)),
      h("td", {}, dayAndSecond(part.at))))));
}

function topics(status) {
  return [
    status.trouble ? h("p", { class: "bad" }, status.trouble) : null,
    h("table", {},
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Topic"), h("th", { scope: "col" }, "For"), h("th", { scope: "col" }, "State"), h("th", { scope: "col", class: "number" }, "Unusable"))),
      h("tbody", {}, status.topics.map((topic) => h("tr", { key: topic.name },
        h("th", { scope: "row" }, breakable(topic.name)),
        h("td", {}, topic.use),
        h("td", { class: topic.state === "LIVE" ? "good" : null }, STATES[topic.state] + (topic.state === "CATCHING_UP" || topic.state === "BEHIND" ? `, ${count(topic.behind, "record", "records")} to read` : "")),
        h("td", { class: `number${topic.unusable > 0 ? " bad" : ""}` }, whole(topic.unusable)))))),
  ];
}

/** A dotted name that may wrap after each dot. */
function breakable(name) {
  return name.split(/(?<=\.)/).flatMap((word, i) => (i === 0 ? [word] : [h("wbr"), word]));
}

function memory(status) {
  const rows = [
    ["Sessions, with plays and revisions", status.sessions, status.oldestSession === null ? "" : `the next to be evicted began ${dayAndMinute(status.oldestSession)}`],
    ["KPI rows", status.rows, status.rowsSince === null ? "" : `no hours from before ${status.rowsSince.replace("T", " ")} local time`],
    ["Incidents", status.incidents, ""],
    ["Signals, one per listener", status.signals, ""],
    ["Earlier signals", status.pastSignals, ""],
    ["Titles of tracks", status.titles, ""],
    ["Track KPIs", status.trackKpis, ""],
  ];
  return [
    h("table", {},
      h("thead", {}, h("tr", {}, ["What", "In memory", "At most", "Evicted"].map((name, i) => h("th", { scope: "col", class: i > 0 ? "number" : null }, name)))),
      h("tbody", {}, rows.map(([name, fill_, more]) => h("tr", {},
        h("th", { scope: "row" }, name, more ? h("span", { class: "where" }, more) : null),
        h("td", { class: "number" }, whole(fill_.count), h("span", { class: "where" }, aboutMegabytes(fill_.bytes))),
        h("td", { class: "number" }, [status.pastSignals, status.titles, status.trackKpis].includes(fill_) ? null : whole(fill_.most), h("span", { class: "where" }, megabytes(fill_.mostBytes))),
        h("td", { class: "number" }, whole(fill_.evicted)))))),
    h("p", { class: "note" }, "When either limit is reached, the entry updated longest ago is evicted first; of KPI rows, the oldest local day, or the smallest subjects when the latest days do not fit. A restart reads the topics again from their beginning."),
  ];
}
