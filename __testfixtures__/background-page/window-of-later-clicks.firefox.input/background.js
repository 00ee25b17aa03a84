var counts = {};

function clear(name) {
  counts[name] = 0;
}
