(function (global) {
  global.marks = [];
  global.setTimeout(() => console.log(global.marks), 5);
})(self);

(function (root, factory) {
  root.Parser = factory();
}(self, function () {
  return class {};
}));

(function () {
  this.ready = true;
  const self = this;
  setTimeout(() => console.log(self.ready), 5);
}).call(self);

(function ({ marks, btoa: encode }) {
  console.log(encode(String(marks.length)));
})(self);
