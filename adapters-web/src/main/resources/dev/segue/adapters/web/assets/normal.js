// Says how what the page calls usual, expected or normal is computed, with the numbers of the server's configuration.

import { Wide, h, part } from "./dom.js";
import { KPIS, count, length, percent, plain, tenths, whole } from "./words.js";

/** Where it is explained; a browser that knows such links goes to the section. */
const EXPLAINED = "/docs/alerts.md#:~:text=%23%23%20What%20is%20unusual";

const DAY_MS = 86_400_000;

/** What is said in each view, one function for each paragraph. */
const SAID = {
  now: [audience, (rule) => `Incidents are found by the alert rule. ${baseline(rule)}`],
  playlists: [
    (rule) => baseline(rule),
    () => "Days are compared with the same weekday of the weeks before, and weeks with the weeks before; without growth, as there are too few of them to estimate it.",
    ({ weeks }) => `For an edition, expected is the median of the editions that came out 1 to ${count(weeks, "week", "weeks")} before it, at the same age.`,
    (rule) => `The alerts job compares an hour ${ages(rule)} after its end, with former weeks at the same age. The page compares the latest values.`,
  ],
  insights: [
    (rule) => baseline(rule, false),
    () => "What is calm is not listed: its score is below the limit for calm, or its effect less than half of that for unusual.",
  ],
  alerts: [
    (rule) => baseline(rule),
    (rule) => `An hour is evaluated ${ages(rule)} after its end, and compared with former weeks at the same age.`,
    ({ newNormalMs }) => `An incident that lasts ${newNormalMs % DAY_MS === 0 ? count(newNormalMs / DAY_MS, "day", "days") : length(newNormalMs)} becomes the new normal: from then on, only the hours since its beginning count.`,
  ],
};

/** The same in every view; `rule` is the server's, null until it has sent it. */
export const Normal = part(({ rule, view }) => {
  if (!rule) {
    return null;
  }
  return h("details", { class: "normal" },
    h("summary", {}, "How is normal computed?"),
    SAID[view].map((say) => h("p", {}, say(rule))),
    h("p", {}, "Score: how far a value is from what is expected, in typical deviations. Effect: that distance as a share of the larger of the two."),
    h("p", {}, "A value is unusual when both are above the limits of its policy, and enough listening is behind it. The last column says how many evaluations in a row open or end an incident. KPIs without a policy use the defaults."),
    h(Wide, { label: "What is unusual, by policy" }, h("table", {},
      h("thead", {}, h("tr", {}, ["Policy", "KPI", "Score above", "Effect at least", "Minimum sample", "Closes below", "In a row"].map((name, i) => h("th", { scope: "col", class: i < 2 ? null : "number", key: name }, name)))),
      h("tbody", {}, rule.policies.map((policy) => h("tr", { key: policy.policy },
        h("th", { scope: "row" }, policy.policy),
        h("td", {}, `${KPIS[policy.kpi]?.name ?? plain(policy.kpi)}${policy.directions.length === 1 ? `, ${plain(policy.directions[0])}` : ""}`),
        h("td", { class: "number" }, tenths(policy.opensPast)),
        h("td", { class: "number" }, percent(policy.leastEffect)),
        h("td", { class: "number" }, `${whole(policy.leastSample)} ${KPIS[policy.kpi]?.rests ?? ""}`),
        h("td", { class: "number" }, tenths(policy.closesBelow)),
        h("td", { class: "number" }, whole(policy.consecutive))))))),
    rule.morePolicies === 0 ? null : h("p", {}, `${count(rule.morePolicies, "more policy is", "more policies are")} configured.`),
    h("p", {}, "More: ", h("a", { href: EXPLAINED }, "What is unusual"), ", in docs/alerts.md."));
});

function audience({ audience: { slotMs, weeks, leastWeeks } }) {
  return `For the audience, usual means the median of the same ${length(slotMs)} of the week, by UTC, in up to ${count(weeks, "week", "weeks")} before, at least ${whole(leastWeeks)}, from the sessions in memory. It ignores growth and holidays.`;
}

function baseline({ weeks, leastWeeks }, grows = true) {
  return `Expected is the median of the same local hour of the same weekday in the ${count(weeks, "week", "weeks")} before, at least ${whole(leastWeeks)}, ${grows ? "each carried forward by the weekly growth" : "without growth"}. Holidays, hours in which clocks change, and the hours of incidents are left out.`;
}

function ages({ agesMs }) {
  const all = agesMs.map(length);
  return all.length === 1 ? all[0] : `${all.slice(0, -1).join(", ")} and ${all[all.length - 1]}`;
}
