(function (global) {
  global.marks = [];
  global.fetch('https://example.com/').then(() => console.log(global.marks));
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

(function (factory, root) {
  factory(root.marks);
}).call(this, (marks) => console.log(marks), self);
