var counter = {};
counter.count = 0;
counter.add = function () {
  counter.count++;
};
