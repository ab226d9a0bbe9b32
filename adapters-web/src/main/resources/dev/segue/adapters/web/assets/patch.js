// Applies a JSON Patch (RFC 6902) of `add`, `remove` and `replace` to the previous value. Unchanged parts stay the same
// objects, so that one comparison shows a view that it need not redraw them.

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
