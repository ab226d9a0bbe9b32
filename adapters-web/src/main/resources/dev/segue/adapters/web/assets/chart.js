// Line charts over time with uPlot, in the colours of the page.

import uPlot from "/charts/uPlot.esm.js";
import { Component, h, say } from "./dom.js";
import { saveCsv, savePng } from "./download.js";

const DARK = matchMedia("(prefers-color-scheme: dark)");
const DAY_S = 86_400;

/** A Wednesday in September: the longest label that a day can have. */
const LONGEST_DAY_S = Date.UTC(2026, 8, 23, 12) / 1000;

export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** The text size of the page, which grows with the screen. */
function rem() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/**
 * A chart as wide as its container, with the value at the cursor in words below it.
 *
 * Its properties: `label` names it for screen readers; `data` is uPlot's, times in seconds first; `zone` is their time
 * zone; `write` formats a value of the y axis; `sentence` describes the value at an index; `describe` returns uPlot's
 * series and bands, again whenever the colours change; `unit` changes when the y axis shows something else; `shade` is
 * a highlighted stretch of time, its start and end in seconds, or null. With `numbers`, the x axis has whole numbers
 * instead of times: it names what they count. A `small` one is only as high as needed. `title` names it in a file, and `columns` its data, x first; what has no name
 * is left out.
 */
export class Chart extends Component {
  #box = null;
  #reading = null;
  #plot = null;

  /** The time that was selected by keyboard, in seconds; null if none is. */
  #held = null;

  #redraw = () => this.#make();
  #sizes = new ResizeObserver(() => this.#fit());

  componentDidMount() {
    this.#make();
    this.#sizes.observe(this.#box);
    DARK.addEventListener("change", this.#redraw);
  }

  componentWillUnmount() {
    this.#sizes.disconnect();
    DARK.removeEventListener("change", this.#redraw);
    this.#plot?.destroy();
  }

  /** uPlot draws inside the box; Preact draws the box once. */
  shouldComponentUpdate(next) {
    const before = this.props;
    this.props = next;
    if (before.zone !== next.zone || before.unit !== next.unit) {
      this.#held = null;
      this.#make();
    } else if (!next.data.every((values, i) => sameValues(values, before.data[i]))) {
      this.#plot.setData(next.data);
    } else if (!sameValues(before.shade ?? [], next.shade ?? [])) {
      this.#plot.redraw();
    }
    this.#read();
    return false;
  }

  render({ label }) {
    return h("div", { class: "charted" },
      h("div", {
        class: "chart",
        role: "group",
        "aria-roledescription": "chart",
        "aria-label": `${label}; arrow keys go from value to value`,
        tabIndex: 0,
        ref: (box) => (this.#box = box),
        onKeyDown: (event) => this.#step(event),
        onMouseMove: () => (this.#held = null),
        onBlur: () => this.#hold(null),
      }),
      h("div", { class: "below" },
        h("p", { class: "reading", "aria-live": "polite", ref: (reading) => (this.#reading = reading) }),
        h("p", { class: "saves" },
          h("button", { type: "button", class: "quiet", "aria-label": `Save as CSV: ${label}`, onClick: () => this.#saveCsv() }, "CSV"),
          h("button", { type: "button", class: "quiet", "aria-label": `Save as picture: ${label}`, onClick: () => this.#savePng() }, "PNG"))));
  }

  #saveCsv() {
    const { columns, data, numbers, title } = this.props;
    const named = columns.flatMap((name, i) => (name ? [i] : []));
    const x = numbers === undefined ? (s) => new Date(s * 1000).toISOString().slice(0, 19) : (number) => number;
    saveCsv(title, named.map((i) => columns[i]), data[0].map((_, at) => named.map((i) => (i === 0 ? x(data[0][at]) : data[i][at]))));
  }

  #savePng() {
    savePng(this.props.title, this.#plot.ctx.canvas, { background: colour("surface"), text: colour("ink"), title: this.props.title });
  }

  /** Moves from value to value by keyboard; Escape clears the selection. */
  #step(event) {
    const times = this.props.data[0];
    const last = times.length - 1;
    if (this.#plot === null || last < 0) {
      return;
    }
    const at = this.#plot.cursor.idx ?? null;
    const to = { ArrowLeft: at === null ? last : at - 1, ArrowRight: at === null ? 0 : at + 1, Home: 0, End: last, Escape: null }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.#hold(to === null ? null : times[Math.max(0, Math.min(last, to))]);
    }
  }

  #hold(time) {
    this.#held = time;
    if (time === null) {
      this.#plot?.setCursor({ left: -10, top: -10 });
    } else {
      this.#keep();
    }
  }

  /** Puts the cursor back to the selected time, wherever it is now; clears the selection if it is gone. */
  #keep() {
    if (this.#held === null) {
      return;
    }
    if (this.props.data[0].includes(this.#held)) {
      this.#plot.setCursor({ left: this.#plot.valToPos(this.#held, "x"), top: 0 });
    } else {
      this.#hold(null);
    }
  }

  #read() {
    const at = this.#plot?.cursor.idx ?? null;
    say(this.#reading, at === null || at >= this.props.data[0].length ? "" : this.props.sentence(at));
  }

  #shade(plot) {
    const { shade } = this.props;
    if (shade) {
      const { left, top, width, height } = plot.bbox;
      const at = (time) => Math.max(left, Math.min(left + width, plot.valToPos(time, "x", true)));
      plot.ctx.fillStyle = colour("bad-wash");
      plot.ctx.fillRect(at(shade[0]), top, at(shade[1]) - at(shade[0]), height);
    }
  }

  #fit() {
    const size = this.#size();
    if (this.#plot !== null && (size.width !== this.#plot.width || size.height !== this.#plot.height)) {
      this.#plot.setSize(size);
    }
  }

  #size() {
    const width = Math.max(200, this.#box.clientWidth);
    const height = this.props.small ? 8 * rem() : Math.min(32 * rem(), Math.max(11 * rem(), width * 0.36));
    return { width, height: Math.round(height) };
  }

  #make() {
    this.#plot?.destroy();
    const { data, describe, numbers, zone } = this.props;
    const size = 0.75 * rem();
    const font = `${size}px system-ui, sans-serif`;
    const axis = { stroke: colour("muted"), grid: { stroke: colour("line"), width: 1 }, ticks: { stroke: colour("line"), width: 1 }, font };
    const days = dayFormat(zone);
    const longest = widthOf([days.format(LONGEST_DAY_S * 1000)], font);
    const look = describe();
    this.#plot = new uPlot(
      {
        ...this.#size(),
        // Half of a day's label reaches beyond the last mark.
        padding: [null, Math.ceil(longest / 2), null, null],
        tzDate: (s) => uPlot.tzDate(new Date(s * 1000), zone),
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
        scales: { x: { time: numbers === undefined, range: around }, y: { range: (u, low, high) => [0, high > 0 ? high * 1.08 : 1] } },
        axes: [
          numbers === undefined
            ? { ...axis, space: longest + size, size: 3.2 * rem(), values: (u, splits, at, space, step) => labels(splits, step, zone) }
            : { ...axis, space: 3 * size, size: 3.2 * rem(), label: numbers, labelFont: font, labelSize: 1.4 * rem(), incrs: [1, 2, 5, 10] },
          {
            ...axis,
            space: 2 * rem(),
            size: (u, values) => Math.ceil(widthOf(values ?? [], font) + 1.4 * rem()),
            values: (u, splits) => splits.map((value) => (value === null ? "" : this.props.write(value))),
          },
        ],
        series: [{}, ...look.series],
        bands: look.bands ?? [],
        hooks: { drawClear: [(u) => this.#shade(u)], setCursor: [() => this.#read()], draw: [() => this.#keep()] },
      },
      data,
      this.#box,
    );
  }
}

/** From the first time to the last; for a single time, the day around it, as uPlot would show years. */
function around(u, from, to) {
  const times = u.data[0];
  return times.length === 1 ? [times[0] - DAY_S / 2, times[0] + DAY_S / 2] : [from, to];
}

/** Draws dots only where a value has no neighbour that a line could lead to. */
export const WHERE_ALONE = {
  show: true,
  filter: (u, series) => {
    const values = u.data[series];
    return values.flatMap((value, i) => (value !== null && (values[i - 1] ?? null) === null && (values[i + 1] ?? null) === null ? [i] : []));
  },
};

function sameValues(one, other) {
  return one === other || (one.length === other.length && one.every((value, i) => value === other[i]));
}

const pen = document.createElement("canvas").getContext("2d");

/** The width of the widest text, in pixels. */
function widthOf(texts, font) {
  pen.font = font;
  return Math.max(0, ...texts.map((text) => pen.measureText(text).width));
}

function dayFormat(zone) {
  return new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: zone });
}

/** Labels with the hour, and with the day where it begins or first appears. */
function labels(splits, step, zone) {
  const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone });
  const day = dayFormat(zone);
  let before = null;
  return splits.map((s) => {
    const that = day.format(s * 1000);
    const label = step >= DAY_S ? that : that === before ? time.format(s * 1000) : `${time.format(s * 1000)}\n${that}`;
    before = that;
    return label;
  });
}
