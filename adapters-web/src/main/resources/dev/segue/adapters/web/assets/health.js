// Health of the jobs, of reading, and of the memory of this page.

import { Wide, draw, h, part } from "./dom.js";
import { howFar, isOld, nothing } from "./fresh.js";
import { HERE, aboutMegabytes, count, dayAndMinute, dayAndSecond, length, megabytes, plain, whole } from "./words.js";

export const TITLE = "Health";

const STATES = {
  UNKNOWN: "not checked yet",
  MISSING: "does not exist yet; it is waited for",
  CATCHING_UP: "catching up",
  BEHIND: "being caught up with",
  LIVE: "live",
};

export function enter(main) {
  return {
    draw(data, status) {
      draw(main,
        h("h1", {}, "Health"),
        h("p", { class: "lead" }, `What each job read and what became of it, by its last reports. Times are ${HERE}.`),
        data === null ? null : jobs(data, status),
        h("div", { class: "two even" },
          h("section", { "aria-labelledby": "reading" }, h("h2", { id: "reading" }, "What this page reads"), h(Wide, { label: "Topics" }, status && topics(status))),
          h("section", { "aria-labelledby": "memory" }, h("h2", { id: "memory" }, "Memory of this page"), h(Wide, { label: "Memory" }, status && memory(status)))));
    },
  };
}

function jobs(data, status) {
  return data.jobs.length === 0
    ? nothing(status, "health",
      h("p", {}, "No job has reported yet."),
      h("p", {}, "Each reports with every checkpoint. When one runs and nothing comes: is it the same Kafka, and does topics.health say the same there and here?"))
    : data.jobs.map((of) => h(Job, { key: of.name, of, mostLag: data.mostLagMs, mostBehind: data.mostBehindMs }));
}

const Job = part(({ of, mostLag, mostBehind }) => {
  const ledger = of.ledger;
  const { clock, behindMs, lagMs, reportedAt, state } = of.freshness;
  const old = isOld(of.freshness);
  const closing = of.parts.map((part) => part.closingClock).filter((clock) => clock !== null);
  const id = `job-${of.name}`;
  return h("section", { "aria-labelledby": id },
    h("h2", { id }, `Job ${of.name} `, h("span", { class: `badge ${old ? "open" : state === "CURRENT" ? "final" : ""}` }, standing(of.freshness)), " ", account === null
      ? h("span", { class: "badge" }, "no complete accounting yet")
      : h("span", { class: `badge ${ledger.balances ? "final" : "open"}` }, ledger.balances ? "accounting adds up" : "accounting does not add up")),
    h("dl", { class: "signal" },
      fact("Read", ledger && whole(ledger.read)),
      fact("Accepted", ledger && whole(ledger.accepted)),
      fact("Duplicate", ledger && whole(ledger.duplicate)),
      fact("Late", ledger && whole(ledger.late)),
      fact("Rejected", ledger && rejected(ledger)),
      fact("Acceptance clock", clock === null ? "none" : dayAndSecond(clock)),
      fact("Closing clock", closing.length ? dayAndSecond(Math.min(...closing)) : "none"),
      fact("Lag from append to reading", lagMs === null ? "nothing new to read" : lag(length(lagMs), lagMs > mostLag)),
      fact("Behind the job that is furthest", behindMs === null ? null : lag(behindMs === 0 ? "not behind" : length(behindMs), behindMs > mostBehind)),
      fact("Last report", lag(dayAndSecond(reportedAt), state === "SILENT"))),
    h("details", {}, h("summary", {}, count(of.parts.length, "part", "parts")), h(Wide, { label: `Parts of ${of.name}` }, parts(of))));
});

/** How a job does, in few words. */
function standing(of) {
  return {
    CURRENT: "up to date",
    BEHIND: `${howFar(of)} behind`,
    SILENT: `no report since ${dayAndSecond(of.reportedAt)}`,
    ENDED: "read to the end",
  }[of.state];
}

/** A length of time that says in words, and in colour, when it is too long. */
function lag(text, isTooLong) {
  return isTooLong ? h("span", { class: "bad" }, `${text}: too long`) : text;
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
    h("thead", {}, h("tr", {}, ["Stage", "Subtask", "Checkpoint", "Read", "Acceptance clock", "Lag", "Reported"].map((name, i) =>
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

/** A name of words with dots, which may be broken after one. */
function breakable(name) {
  return name.split(/(?<=\.)/).flatMap((word, i) => (i === 0 ? [word] : [h("wbr"), word]));
}

function memory(status) {
  const rows = [
    ["Sessions, with plays and revisions", status.sessions, status.oldestSession === null ? "" : `the next to go began ${dayAndMinute(status.oldestSession)}`],
    ["KPI rows", status.rows, status.rowsSince === null ? "" : `none from before ${status.rowsSince.replace("T", " ")} local time`],
    ["Incidents", status.incidents, ""],
    ["Signals, one a listener", status.signals, ""],
  ];
  return [
    h("table", {},
      h("thead", {}, h("tr", {}, ["What", "Kept", "At most", "Let go"].map((name, i) => h("th", { scope: "col", class: i > 0 ? "number" : null }, name)))),
      h("tbody", {}, rows.map(([name, fill_, more]) => h("tr", {},
        h("th", { scope: "row" }, name, more ? h("span", { class: "where" }, more) : null),
        h("td", { class: "number" }, whole(fill_.kept), h("span", { class: "where" }, aboutMegabytes(fill_.bytes))),
        h("td", { class: "number" }, whole(fill_.most), h("span", { class: "where" }, megabytes(fill_.mostBytes))),
        h("td", { class: "number" }, whole(fill_.evicted)))))),
    h("p", { class: "note" }, "Beyond either bound, what was updated longest ago is evicted first; of KPI rows, the oldest local day. A restart reads again what the topics hold."),
  ];
}
