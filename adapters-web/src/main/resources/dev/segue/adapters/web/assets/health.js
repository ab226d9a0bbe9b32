// How the jobs do, how reading goes, and what this page keeps.

import { Wide, draw, h, part } from "./dom.js";
import { howFar, isOld, nothing } from "./fresh.js";
import { HERE, aboutMegabytes, count, dayAndMinute, dayAndSecond, length, megabytes, plain, whole } from "./words.js";

export const TITLE = "Health";

const STATES = {
  UNKNOWN: "not asked yet",
  MISSING: "does not exist yet; it is waited for",
  CATCHING_UP: "catching up",
  BEHIND: "being caught up with",
  LIVE: "live",
};

export function enter(main) {
  return {
    draw(told, status) {
      draw(main,
        h("h1", {}, "Health"),
        h("p", { class: "lead" }, `What each job read and what became of it, by its last reports. Times are ${HERE}.`),
        told === null ? null : jobs(told, status),
        h("div", { class: "two even" },
          h("section", { "aria-labelledby": "reading" }, h("h2", { id: "reading" }, "What this page reads"), h(Wide, { label: "Topics" }, status && topics(status))),
          h("section", { "aria-labelledby": "kept" }, h("h2", { id: "kept" }, "What this page keeps"), h(Wide, { label: "What is kept" }, status && kept(status)))));
    },
  };
}

function jobs(told, status) {
  return told.jobs.length === 0
    ? nothing(status, "health",
      h("p", {}, "No job has reported yet."),
      h("p", {}, "Each reports with every checkpoint. When one runs and nothing comes: is it the same Kafka, and does topics.health say the same there and here?"))
    : told.jobs.map((of) => h(Job, { key: of.name, of, mostLag: told.mostLagMs, mostBehind: told.mostBehindMs }));
}

const Job = part(({ of, mostLag, mostBehind }) => {
  const account = of.account;
  const { clock, behindMs, lagMs, reportedAt, state } = of.freshness;
  const old = isOld(of.freshness);
  const closing = of.parts.map((part) => part.closingClock).filter((clock) => clock !== null);
  const id = `job-${of.name}`;
  return h("section", { "aria-labelledby": id },
    h("h2", { id }, `Job ${of.name} `, h("span", { class: `badge ${old ? "open" : state === "CURRENT" ? "final" : ""}` }, standing(of.freshness)), " ", account === null
      ? h("span", { class: "badge" }, "no whole account yet")
      : h("span", { class: `badge ${account.balances ? "final" : "open"}` }, account.balances ? "the account adds up" : "the account does not add up")),
    h("dl", { class: "signal" },
      fact("Read", account && whole(account.read)),
      fact("Accepted", account && whole(account.accepted)),
      fact("Duplicate", account && whole(account.duplicate)),
      fact("Late", account && whole(account.late)),
      fact("Rejected", account && rejected(account)),
      fact("Acceptance clock", clock === null ? "keeps none" : dayAndSecond(clock)),
      fact("Closing clock", closing.length ? dayAndSecond(Math.min(...closing)) : "keeps none"),
      fact("Lag from append to reading", lagMs === null ? "nothing new to read" : lag(length(lagMs), lagMs > mostLag)),
      fact("Behind the job that is furthest", behindMs === null ? null : lag(behindMs === 0 ? "not behind" : length(behindMs), behindMs > mostBehind)),
      fact("Last report", lag(dayAndSecond(reportedAt), state === "SILENT"))),
    h("details", {}, h("summary", {}, count(of.parts.length, "part", "parts")), h(Wide, { label: `Parts of ${of.name}` }, parts(of))));
});

/** How a job does, in few words. */
function standing(of) {
  return {
    CURRENT: "keeps up",
    BEHIND: `${howFar(of)} behind`,
    SILENT: `no report since ${dayAndSecond(of.reportedAt)}`,
    ENDED: "read to the end",
  }[of.state];
}

/** A length of time that says in words, and in colour, when it is too long. */
function lag(text, isTooLong) {
  return isTooLong ? h("span", { class: "bad" }, `${text}: too long`) : text;
}

function rejected(account) {
  const reasons = Object.entries(account.reasons).map(([reason, n]) => `${whole(n)} ${plain(reason)}`).join(", ");
  return reasons === "" ? whole(account.rejected) : `${whole(account.rejected)}: ${reasons}`;
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

function kept(status) {
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
        h("td", { class: "number" }, whole(fill_.letGo)))))),
    h("p", { class: "note" }, "Beyond either bound, what was told of longest ago is let go first; of KPI rows, the oldest local day. A restart reads again what the topics hold."),
  ];
}
