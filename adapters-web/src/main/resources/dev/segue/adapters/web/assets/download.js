// Saves what a chart or a table shows, as CSV or as a picture.

import { h } from "./dom.js";

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Saves rows as CSV.
 *
 * @param name of the file, in words
 * @param columns their names
 * @param rows arrays of numbers, text or null
 */
export function saveCsv(name, columns, rows) {
  const lines = [columns, ...rows].map((row) => row.map(cell).join(","));
  save(name, "csv", new Blob([`${lines.join("\r\n")}\r\n`], { type: "text/csv" }));
}

/**
 * A button that saves a table as CSV.
 *
 * @param label what it is, for a screen reader
 * @param rows a function that returns them, as for saveCsv
 */
export function csvButton(label, name, columns, rows) {
  return h("p", { class: "saves" }, h("button", { type: "button", class: "quiet", "aria-label": `Save as CSV: ${label}`, onClick: () => saveCsv(name, columns, rows()) }, "CSV"));
}

/** Saves a canvas as PNG, on a background, with a title above it. */
export function savePng(name, canvas, { background, text, title }) {
  const band = Math.round(canvas.height / 10);
  const picture = document.createElement("canvas");
  picture.width = canvas.width;
  picture.height = canvas.height + band;
  const pen = picture.getContext("2d");
  pen.fillStyle = background;
  pen.fillRect(0, 0, picture.width, picture.height);
  pen.fillStyle = text;
  pen.font = `${Math.round(band / 2)}px system-ui, sans-serif`;
  pen.fillText(title, band / 2, band * 0.7, picture.width - band);
  pen.drawImage(canvas, 0, band);
  picture.toBlob((blob) => save(name, "png", blob), "image/png");
}

function cell(value) {
  if (value === null || value === undefined) {
    return "";
  }
  if (typeof value === "number") {
    return `${value}`;
  }
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function save(name, ending, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${name.toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 80)}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
