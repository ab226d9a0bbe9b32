// Lines over time by uPlot, in the colours of the page.

import uPlot from "/charts/uPlot.esm.js";

const DARK = matchMedia("(prefers-color-scheme: dark)");
const DAY_S = 86_400;

export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** As large as text is here: a wall is read from afar. */
function rem() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/**
 * A chart in `box` that is as wide as it. `describe` gives uPlot's series and bands anew whenever the colours change;
 * `zone` is that of its times.
 */
export class Chart {
  #box;
  #options;
  #data = null;
  #plot = null;
  #sizes;
  #redraw = () => this.#make();

  constructor(box, options) {
    this.#box = box;
    this.#options = options;
    this.#sizes = new ResizeObserver(() => this.#fit());
    this.#sizes.observe(box);
    DARK.addEventListener("change", this.#redraw);
    box.tabIndex = 0;
    box.addEventListener("keydown", (event) => this.#step(event));
    box.addEventListener("blur", () => this.#point(null));
  }

  /** By keyboard from value to value; Escape lets go. */
  #step(event) {
    const last = (this.#data?.[0].length ?? 0) - 1;
    if (this.#plot === null || last < 0) {
      return;
    }
    const at = this.#plot.cursor.idx;
    const to = { ArrowLeft: at === null ? last : at - 1, ArrowRight: at === null ? 0 : at + 1, Home: 0, End: last, Escape: null }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.#point(to === null ? null : Math.max(0, Math.min(last, to)));
    }
  }

  #point(at) {
    if (this.#plot !== null) {
      this.#plot.setCursor(at === null ? { left: -10, top: -10 } : { left: this.#plot.valToPos(this.#data[0][at], "x"), top: 0 });
    }
  }

  show(data) {
    this.#data = data;
    if (this.#plot === null) {
      this.#make();
    } else {
      this.#plot.setData(data);
    }
  }

  /** What the chart is of has changed: another unit, another zone. */
  remake(options) {
    this.#options = { ...this.#options, ...options };
    this.#plot?.destroy();
    this.#plot = null;
  }

  leave() {
    this.#sizes.disconnect();
    DARK.removeEventListener("change", this.#redraw);
    this.#plot?.destroy();
  }

  #fit() {
    if (this.#plot !== null) {
      this.#plot.setSize(this.#size());
    }
  }

  #size() {
    const width = Math.max(200, this.#box.clientWidth);
    return { width, height: Math.round(Math.min(32 * rem(), Math.max(11 * rem(), width * 0.36))) };
  }

  #make() {
    if (this.#data === null) {
      return;
    }
    this.#plot?.destroy();
    const { describe, zone, write, point, fixed } = this.#options;
    const axis = { stroke: colour("muted"), grid: { stroke: colour("line"), width: 1 }, ticks: { stroke: colour("line"), width: 1 }, font: `${0.75 * rem()}px system-ui, sans-serif` };
    const look = describe();
    this.#plot = new uPlot(
      {
        ...this.#size(),
        tzDate: (s) => uPlot.tzDate(new Date(s * 1000), zone),
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
        scales: { x: { time: true }, y: { range: (u, low, high) => fixed ?? [0, high > 0 ? high * 1.08 : 1] } },
        axes: [
          { ...axis, space: 4 * rem(), size: 3.2 * rem(), values: (u, splits, at, space, step) => labels(splits, step, zone) },
          { ...axis, space: 2 * rem(), size: 3.5 * rem(), values: (u, splits) => splits.map((value) => (value === null ? "" : write(value))) },
        ],
        series: [{}, ...look.series],
        bands: look.bands ?? [],
        hooks: point ? { setCursor: [(u) => point(u.cursor.idx ?? null)] } : {},
      },
      this.#data,
      this.#box,
    );
  }
}

/** The hour; the day where it begins, or first comes into view. */
function labels(splits, step, zone) {
  const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone });
  const day = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: zone });
  let before = null;
  return splits.map((s) => {
    const that = day.format(s * 1000);
    const label = step >= DAY_S ? that : that === before ? time.format(s * 1000) : `${time.format(s * 1000)}\n${that}`;
    before = that;
    return label;
  });
}

