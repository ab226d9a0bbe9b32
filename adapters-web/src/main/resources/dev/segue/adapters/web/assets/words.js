// Formats numbers, times and names.

const WHOLE = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const TENTHS = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const HUNDREDTHS = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const PERCENT = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });
const SIGNED = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 0, signDisplay: "exceptZero" });
const COUNTRIES = new Intl.DisplayNames(["en"], { type: "region" });

/** The time zone of this browser. */
export const HERE = new Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

/** How far a value is from the expected one, such as "−63.5 %"; what was expected to be nothing has no percentage. */
export function change(value, usual) {
  return usual === 0 ? (value === 0 ? "±0%" : "more than none") : signed(SIGNED, value / usual - 1);
}

/** With a minus sign rather than a hyphen. */
export function signed(format, number) {
  return format.format(number).replace("-", "−");
}

export function whole(number) {
  return WHOLE.format(number);
}

/** From a thousand on without decimals: nobody reads them. */
export function tenths(number) {
  return (Math.abs(number) < 1000 ? TENTHS : WHOLE).format(number);
}

export function percent(share) {
  return signed(PERCENT, share);
}

/** A number with its noun, such as "1 play" or "2 plays". */
export function count(number, one, many) {
  return `${whole(number)} ${number === 1 ? one : many}`;
}

const formats = new Map();

function format(zone, options) {
  const key = zone + JSON.stringify(options);
  if (!formats.has(key)) {
    let made;
    try {
      made = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone });
    } catch {
      made = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
    }
    formats.set(key, made);
  }
  return formats.get(key);
}

const DAY = { weekday: "short", day: "numeric", month: "short" };
const DAY_AND_YEAR = { ...DAY, year: "numeric" };
const MINUTE = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const OFFSET = { timeZoneName: "shortOffset" };
const SECOND = { ...MINUTE, second: "2-digit" };

export function day(ms, zone = HERE) {
  return format(zone, DAY).format(ms);
}

export function dayAndYear(ms, zone = HERE) {
  return format(zone, DAY_AND_YEAR).format(ms);
}

export function minute(ms, zone = HERE) {
  return format(zone, MINUTE).format(ms);
}

export function second(ms, zone = HERE) {
  return format(zone, SECOND).format(ms);
}

export function dayAndMinute(ms, zone = HERE) {
  return `${day(ms, zone)} ${minute(ms, zone)}`;
}

export function dayAndSecond(ms, zone = HERE) {
  return `${day(ms, zone)} ${second(ms, zone)}`;
}

/** How far a time zone is from UTC at a time, such as "GMT+1". */
export function offset(ms, zone) {
  return format(zone, OFFSET).formatToParts(ms).find((part) => part.type === "timeZoneName").value;
}

/** Whether this browser knows the time zone. */
export function knows(zone) {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}

/** A length of time in at most two units. */
export function length(ms) {
  if (ms < 1000) {
    return `${Math.round(ms)} ms`;
  }
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) {
    return `${seconds} s`;
  }
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  }
  const hours = Math.floor(minutes / 60);
  if (hours < 48) {
    return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  }
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** For memory in use, which is only estimated. */
export function aboutMegabytes(bytes) {
  return bytes < 1e6 ? "less than 1 MB" : `about ${megabytes(bytes)}`;
}

export function megabytes(bytes) {
  return `${whole(Math.round(bytes / 1e6))} MB`;
}

export function country(code) {
  if (!code || code === "ZZ") {
    return "country not known";
  }
  try {
    return COUNTRIES.of(code);
  } catch {
    return code;
  }
}

/** A subject: a playlist, album or radio, all listening, or everything not followed by itself. */
export function subject(kind, id, edition) {
  if (kind === "ALL") {
    return "All listening";
  }
  if (kind === "OTHER") {
    return "Everything not followed by itself";
  }
  return edition ? `${id}, edition ${edition}` : id;
}

export function place(code, zone, type = null) {
  if (!code) {
    return "The world";
  }
  if (type) {
    return `${country(code)}, ${device(type)}`;
  }
  return zone ? `${country(code)}, ${zone}` : country(code);
}

/** A type of device. */
export function device(type) {
  return { TV: "TV", UNKNOWN: "device not known" }[type] ?? `${type[0]}${type.slice(1).toLowerCase()}`;
}

/** The name of a KPI with its unit, unless the name says it. */
export function titled(kpi) {
  return kpi.name.toLowerCase().includes(kpi.unit) ? kpi.name : `${kpi.name} (${kpi.unit})`;
}

/** Every KPI: its name, its unit, what its sample consists of, and how a value is written. */
export const KPIS = {
  LISTENERS: { name: "Listeners", unit: "listeners", rests: "listeners", write: (value) => tenths(value) },
  SESSIONS: { name: "Sessions", unit: "sessions", rests: "sessions", write: (value) => tenths(value) },
  LISTENED_TIME: {
    name: "Listened time",
    unit: "hours",
    rests: "sessions",
    scale: 1 / 3_600_000,
    write: (value) => (value > 0 && value < 18_000 ? "under 0.01 h" : `${HUNDREDTHS.format(value / 3_600_000)} h`),
  },
  SONGS_PER_RUN: { name: "Songs per run", unit: "songs", rests: "runs", write: (value) => HUNDREDTHS.format(value) },
  SKIP_RATE: { name: "Skip rate", unit: "% of plays", rests: "plays", scale: 100, write: percent },
  ABANDONED_RUNS: { name: "Abandoned runs", unit: "% of runs", rests: "runs", scale: 100, write: percent },
  TIME_PER_LISTENER: { name: "Time per listener", unit: "minutes", rests: "listeners", scale: 1 / 60_000, write: length },
  RETURNING_LISTENERS: { name: "Returning listeners", unit: "% of listeners", rests: "listeners", scale: 100, write: percent },
};

/** How severe an incident is; shown only where it is for the worse. */
export const SEVERITIES = { CRITICAL: "critical", MAJOR: "major", MINOR: "minor" };

/** An enum constant in plain words. */
export function plain(word) {
  return word.toLowerCase().replaceAll("_", " ");
}
