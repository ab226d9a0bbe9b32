// Turns what the server sent before into what it sends now, a JSON Patch (RFC 6902) of `add`, `remove` and `replace`. What did not
// change stays the same object, so that a view knows by one comparison that it need not draw it again.

export function patched(value, patch) {
  return patch.reduce((changed, operation) => at(changed, names(operation.path), operation), value);
}

function names(path) {
  return path.split("/").slice(1).map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function at(value, [name, ...rest], operation) {
  if (name === undefined) {
    return operation.value;
  }
  const copy = Array.isArray(value) ? [...value] : { ...value };
  if (rest.length > 0) {
    copy[name] = at(value[name], rest, operation);
  } else if (!Array.isArray(copy)) {
    if (operation.op === "remove") {
      delete copy[name];
    } else {
      copy[name] = operation.value;
    }
  } else if (operation.op === "replace") {
    copy[name] = operation.value;
  } else {
    const index = name === "-" ? copy.length : Number(name);
    copy.splice(index, ...(operation.op === "remove" ? [1] : [0, operation.value]));
  }
  return copy;
}
