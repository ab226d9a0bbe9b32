// Incidents on a timeline, each with its severity and a link to its KPI; one of them opened.

import { Choice, Component, along, clamped, draw, h, part } from "./dom.js";
import { fresh, nothing } from "./fresh.js";
import { Opened } from "./incident.js";
import { Normal } from "./normal.js";
import { NoteForm, TAKEN, said } from "./note.js";
import { when } from "./time.js";
import { HERE, KPIS, SEVERITIES, count, country, dayAndMinute, length, place, plain, subject, tenths, whole } from "./words.js";

export const TITLE = "Alerts";

const STATUS = {
  OPEN: ["open", "open"],
  CLOSED: ["closed", "back in the expected range"],
  NEW_NORMAL: ["closed", "new normal"],
  WITHDRAWN: ["withdrawn", "withdrawn"],
};

const FILTERS = ["status", "severity", "kpi", "country", "text"];
const NAMES = [...FILTERS, "incident"];
const ANY = { value: "", text: "any" };
const STATUS_OPTIONS = [ANY, ...Object.entries(STATUS).map(([value, [, text]]) => ({ value, text }))];
const SEVERITY_OPTIONS = [ANY, ...Object.entries(SEVERITIES).map(([value, text]) => ({ value, text }))];
const KPI_OPTIONS = [ANY, ...Object.entries(KPIS).map(([value, kpi]) => ({ value, text: kpi.name }))];

export function enter(main, params) {
  let query = params;

  /** The incident of the link, until it has been scrolled to. */
  let awaited = params.get("incident");

  function addressWith(changes) {
    const next = new URLSearchParams();
    for (const name of NAMES) {
      const value = name in changes ? changes[name] : query.get(name);
      if (value) {
        next.set(name, value);
      }
    }
    const text = next.toString();
    return text === "" ? "#/alerts" : `#/alerts?${text}`;
  }

  const go = (changes) => (location.hash = addressWith(changes));
  const filter = Object.fromEntries(FILTERS.map((name) => [name, (value) => go({ [name]: value.trim() })]));

  return {
    ask(next) {
      query = next;
    },
    query(next) {
      const asked = new URLSearchParams();
      NAMES.filter((name) => next.get(name)).forEach((name) => asked.set(name, next.get(name)));
      return asked.toString();
    },
    draw(data, status) {
      draw(main, h("h1", {}, "Alerts"), ...(data === null ? [h("p", { class: "lead" }, "Waiting for the server.")] : view(data, status)));
      const opened = data === null || awaited === null ? null : document.getElementById("opened");
      if (opened !== null) {
        awaited = null;
        opened.scrollIntoView();
      }
    },
  };

  function view(data, status) {
    const old = fresh(status, "alerts", "INCIDENTS");
    const missing = query.get("incident") && data.opened === null ? notThere(query.get("incident")) : null;
    if (data.all === 0) {
      const topic = status?.topics.find((of) => of.use === "incidents");
      return [
        old,
        missing,
        nothing(status, "alerts",
          h("p", {}, topic?.state === "MISSING" ? `There are no incidents: the topic ${topic.name} does not exist yet.` : "There has been no incident, as far as the topic shows."),
          h("p", {}, "They come from the alerts job, which compares each hour with the same hour of previous weeks: ", h("code", {}, "segue run alerts --config FILE"), ".")),
      ];
    }
    return [
      old,
      h("p", { class: "lead" }, data.open === 0
        ? "No incident is open."
        : `${count(data.open, "incident is", "incidents are")} open. An incident is one episode in which a KPI is outside its expected range.`),
      choices(data),
      missing,
      data.incidents.length === 0 ? h("div", { class: "empty" }, h("p", {}, data.notJudged > 0 ? `None of the first 1,000 incidents has this severity; ${whole(data.notJudged)} more were not checked. Narrow the choice.` : `None of ${count(data.all, "incident", "incidents")} matches.`), h("p", {}, h("a", { href: "#/alerts" }, "Show all"))) : timeline(data, status),
    ];
  }

  function notThere(id) {
    return h("div", { class: "marked gone" },
      h("p", {}, "There is no incident with this id in memory: ", clamped(id)),
      h("p", {}, "Either the link is wrong, or more incidents came since than fit into memory; the topic of incidents may still have it. ", h("a", { href: addressWith({ incident: null }) }, "Show the others")));
  }

  function choices(data) {
    const countries = [ANY, ...data.countries.map((code) => ({ value: code, text: country(code) }))];
    const chosen = (name) => query.get(name) ?? "";
    const isFiltered = FILTERS.some((name) => query.get(name));
    return h("form", { role: "search", "aria-label": "Incidents", onSubmit: (event) => event.preventDefault() },
      h("label", {}, "Status", h(Choice, { id: "status", options: STATUS_OPTIONS, chosen: chosen("status"), change: filter.status })),
      h("label", {}, "Severity", h(Choice, { id: "severity", options: SEVERITY_OPTIONS, chosen: chosen("severity"), change: filter.severity })),
      h("label", {}, "KPI", h(Choice, { id: "kpi", options: KPI_OPTIONS, chosen: chosen("kpi"), change: filter.kpi })),
      h("label", {}, "Country", h(Choices, { id: "country", options: countries, chosen: chosen("country"), change: filter.country })),
      h("label", {}, "Search", h(Words, { id: "text", shown: chosen("text"), change: filter.text })),
      isFiltered ? h("p", { class: "found" }, `${whole(data.matching)} of ${count(data.all, "incident", "incidents")}. `, h("a", { href: addressWith(Object.fromEntries(FILTERS.map((name) => [name, null]))) }, "Show all")) : null);
  }

  function timeline(view, status) {
    const ends = view.incidents.map((of) => end(of, view.clock));
    const first = Math.min(...view.incidents.map((of) => of.since));
    const last = Math.max(...ends, view.clock ?? 0);
    const span = Math.max(1, last - first);
    const marks = [0, 0.25, 0.5, 0.75].map((at) => h("span", { style: { left: `${at * 100}%` } }, dayAndMinute(first + at * span)));
    return h("section", { "aria-labelledby": "incidents" },
      h("h2", { id: "incidents" }, "Incidents, open ones first"),
      h("div", { class: "scale days", "aria-hidden": "true" }, marks),
      h("ol", { class: "list" }, view.incidents.map((of, i) => h(Incident, {
        key: of.id,
        of,
        from: (of.since - first) / span,
        long: (ends[i] - of.since) / span,
        opened: view.opened?.id === of.id ? view.opened : null,
        href: addressWith({ incident: view.opened?.id === of.id ? null : of.id }),
      }))),
      h("p", { class: "note" }, `The bars share one timeline. It and all times are in the time zone of this browser (${HERE}), except those called local and those in sentences, which are the listeners' own. `
        + `Severity is by affected listener-hours: the listeners of each unusual hour, or those expected if there are more, times the size of the change. An outage affects all of them, a drop by half affects half. From ${whole(view.majorFrom)} an incident is major, from ${whole(view.criticalFrom)} critical.`),
      view.notJudged > 0 ? h("p", { class: "note" }, `${count(view.notJudged, "earlier one", "earlier ones")} may have this severity, too: it is only computed for the first 1,000. Narrow the choice to see more.`) : null,
      h(Normal, { rule: status?.normal ?? null, view: "alerts" }),
      view.more > 0 ? h("p", { class: "note" }, `${count(view.more, "earlier one is", "earlier ones are")} in memory and not shown.`) : null);
  }
}

function end(of, clock) {
  return of.status === "OPEN" ? Math.max(of.until, clock ?? of.until) : of.until;
}

/** Where in Playlists the KPI of an incident is, or another KPI in its hours. */
function kpiOf(of, kpi) {
  const where = new URLSearchParams({ kind: of.kind, kpi, period: "HOUR", since: of.shownFrom, until: of.shownUntil });
  for (const [name, value] of [["subject", of.subject], ["edition", of.edition], ["country", of.country], ["zone", of.zone]]) {
    if (value !== null) {
      where.set(name, value);
    }
  }
  return `#/playlists?${where}`;
}

const Incident = part(({ of, from, long, opened, href }) => {
  const [style, words] = STATUS[of.status] ?? ["closed", plain(of.status)];
  const kpi = KPIS[of.kpi];
  const write = kpi?.write ?? tenths;
  return h("li", { class: `incident${opened ? " opened" : ""}`, id: opened ? "opened" : null },
    h("div", { class: "span", "aria-hidden": "true" }, h("span", { class: style, style: along(from, Math.max(0, long)) })),
    h("h3", {},
      `${kpi?.name ?? plain(of.kpi)}, ${subject(of.kind, of.subject, of.edition)}, ${place(of.country, of.zone)} `,
      of.severity === null || !of.worse ? null : [h("span", { class: `badge ${of.severity.toLowerCase()}` }, SEVERITIES[of.severity]), " "],
      h("span", { class: `badge ${style}` }, words), " ",
      h("span", { class: `badge ${of.worse ? "worse" : "better"}` }, of.worse ? "worse than expected" : "better than expected")),
    h("p", {}, clamped(of.sentence)),
    of.note === null ? null : said(of.note),
    h("div", { class: "facts" },
      h("span", {}, "began ", when(of.since), `, ${dayAndMinute(of.sinceLocal * 1000, "UTC")} local time`),
      h("span", {}, "detected ", when(of.openedAt), of.openedAt > of.since ? `, ${length(of.openedAt - of.since)} later` : ""),
      of.closedAt === null ? null : of.status === "CLOSED" && of.closedAt >= of.until
        ? h("span", {}, "last unusual hour until ", when(of.until), `, closed ${length(of.closedAt - of.until)} later`)
        : h("span", {}, "closed ", when(of.closedAt)),
      h("span", {}, of.severity === null
        ? "severity not known: by the KPI rows in memory, none of its hours deviates or can be compared"
        : `${count(Math.round(of.affected), "affected listener-hour", "affected listener-hours")}, of about ${count(Math.round(of.listeners), "listener", "listeners")} an hour`),
      h("span", {}, `${count(of.windows, "unusual hour", "unusual hours")}, ${length(of.until - of.since)}`),
      h("span", {}, `worst ${write(of.worstValue)} instead of ${write(of.worstUsual)}, score ${tenths(of.worstScore)}`),
      h("span", {}, `${whole(of.sessions)} sessions`),
      h("span", {}, `compared with ${count(of.weeks, "week", "weeks")}`),
      h("span", {}, `policy ${of.policy}`)),
    h("p", { class: "ways" },
      h("a", { href, "aria-expanded": opened ? "true" : "false" }, opened ? "Fewer details" : "Details"),
      h("a", { href: kpiOf(of, of.kpi) }, "See the KPI")),
    opened ? h(Opened, { key: of.id, of, opened, kpiOf }) : null,
    opened && TAKEN ? h(NoteForm, { key: `${of.id} note`, incident: of.id, note: of.note }) : null);
});

/** A choice whose options come anew with each answer; drawn again only when they differ. */
class Choices extends Component {
  shouldComponentUpdate(next) {
    return next.chosen !== this.props.chosen || JSON.stringify(next.options) !== JSON.stringify(this.props.options);
  }

  render(props) {
    return h(Choice, props);
  }
}

/** What is typed stays as it is until it is entered. */
const Words = part(({ id, shown, change }) => h("input", { id, type: "search", autocomplete: "off", value: shown, onChange: (event) => change(event.target.value) }));
