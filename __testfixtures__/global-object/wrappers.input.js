(function (global) {
  global.marks = [];
  global.setTimeout(() => console.log(global.marks), 5);
})(window);

(function (root, factory) {
  root.Parser = factory();
}(window, function () {
  return class {};
}));

(function () {
  this.ready = true;
  const self = this;
  setTimeout(() => console.log(self.ready), 5);
}).call(window);

(function ({ marks, btoa: encode }) {
  console.log(encode(String(marks.length)));
})(window);
