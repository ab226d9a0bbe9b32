// Shows the OpenAPI document of this server to people.

import { Wide, draw, h } from "./dom.js";

const DOCUMENT = "/api/v1/openapi.json";
const NAMED = "#/components/schemas/";

const main = document.getElementById("main");

try {
  const answer = await fetch(DOCUMENT);
  show(await answer.json());
  main.dataset.shown = "api";
} catch {
  draw(main, h("h1", {}, "API"), h("p", {}, `${DOCUMENT} does not answer. Reload this page when the dashboard runs again.`));
}
if (location.hash) {
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

function show(of) {
  const operations = Object.entries(of.paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })));
  draw(main,
    h("h1", {}, "API"),
    paragraphs(of.info.description),
    h("p", {}, h("a", { href: DOCUMENT }, "This as an OpenAPI document")),
    operations.map((one) => h(Operation, { key: one.path, ...one })),
    h("section", { "aria-labelledby": "types" },
      h("h2", { id: "types" }, "Types"),
      Object.entries(of.components.schemas).map(([name, schema]) => h("div", { class: "type", key: name },
        h("h3", { id: idOf(name) }, name),
        schema.description ? paragraphs(schema.description) : null,
        schema.enum ? h("p", {}, schema.enum.join(", ")) : fields(name, schema)))));
}

function Operation({ path, method, operation }) {
  const id = `operation-${operation.operationId}`;
  const answer = operation.responses["200"]?.content;
  const takes = operation.requestBody?.content["application/json"].schema;
  const isJson = answer?.["application/json"] !== undefined;
  return h("section", { "aria-labelledby": id },
    h("h2", { id }, `${method} `, isJson && method === "GET" ? h("a", { href: path }, path) : path),
    h("p", {}, operation.summary),
    operation.description ? paragraphs(operation.description) : null,
    operation.parameters?.length ? h(Wide, { label: `Parameters of ${path}` }, parameters(operation.parameters)) : null,
    takes ? h("p", {}, "Takes: ", typeOf(takes)) : null,
    answer ? h("p", {}, "Answers: ", Object.entries(answer).map(([media, { schema }]) => (isJson ? typeOf(schema) : media))) : null);
}

function parameters(all) {
  return h("table", {},
    h("thead", {}, h("tr", {}, ["Parameter", "Value", "Meaning"].map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, all.map(({ name, description, schema }) => h("tr", { key: name },
      h("th", { scope: "row" }, h("code", {}, name)),
      h("td", {}, schema.enum?.join(", ") ?? schema.format ?? "text"),
      h("td", {}, description)))));
}

function fields(name, schema) {
  return h(Wide, { label: `Fields of ${name}` }, h("table", {},
    h("thead", {}, h("tr", {}, ["Field", "Type", "Meaning"].map((of) => h("th", { scope: "col" }, of)))),
    h("tbody", {}, Object.entries(schema.properties).map(([field, of]) => h("tr", { key: field },
      h("th", { scope: "row" }, h("code", {}, field)),
      h("td", {}, typeOf(of)),
      h("td", {}, of.description ?? ""))))));
}

/** A type in words, with links to the named ones. */
function typeOf(schema) {
  if (schema.anyOf) {
    return schema.anyOf.flatMap((one, i) => [i === 0 ? null : " or ", typeOf(one)]);
  }
  if (schema.$ref) {
    const name = schema.$ref.slice(NAMED.length);
    return h("a", { href: `#${idOf(name)}` }, name);
  }
  const types = [schema.type].flat();
  return types.flatMap((type, i) => [i === 0 ? null : " or ", inWords(type, schema)]);
}

function inWords(type, schema) {
  if (type === "array") {
    return ["list of ", typeOf(schema.items)];
  }
  if (type === "object") {
    return ["by name: ", typeOf(schema.additionalProperties)];
  }
  return { integer: "whole number", boolean: "true or false", string: "text" }[type] ?? type;
}

function idOf(name) {
  return `type-${name}`;
}

function paragraphs(text) {
  return text.split("\n\n").map((of) => h("p", { class: "prose" }, of));
}
