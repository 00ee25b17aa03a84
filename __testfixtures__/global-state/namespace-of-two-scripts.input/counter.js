let counter = {};
counter.seen = new Set();
counter.add = function (id) {
  counter.seen.add(id);
};
