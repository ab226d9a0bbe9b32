// Times in the reader's time zone, with UTC on hover.

import { h } from "./dom.js";
import { dayAndMinute, dayAndYear, second } from "./words.js";

/** The latest moment that JavaScript knows. */
const LATEST_MS = 8.64e15;

/** A moment in epoch milliseconds, as `write` formats it. */
export function when(ms, write = dayAndMinute) {
  if (Math.abs(ms) > LATEST_MS) {
    return "at no possible time";
  }
  return h("time", { datetime: new Date(ms).toISOString(), title: `${dayAndYear(ms, "UTC")} ${second(ms, "UTC")} UTC` }, write(ms));
}
