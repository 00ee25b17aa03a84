"use strict";

const DEFAULT_PARAMETERS = ["utm_*", "fbclid", "gclid", "mc_eid"];

/** Whether a parameter's name is one of a list; a star at the end stands for anything. */
function matches(name, parameters) {
  return parameters.some((one) => (one.endsWith("*") ? name.startsWith(one.slice(0, -1)) : name === one));
}

/** The address without tracking parameters, and how many there were. */
function clean(address, parameters) {
  const url = new URL(address);
  const names = [...new Set(url.searchParams.keys())].filter((name) => matches(name, parameters));
  for (const name of names) url.searchParams.delete(name);
  return { url: url.href, count: names.length };
}
