(function (root) {
  if (root.document) root.onReady();
})(window);

(function (root) {
  console.log(arguments[0], root.count);
})(window);

(function (root) {
  root = root || {};
  console.log(root.count);
})(window);

(function () {
  this.document.title = 'a';
}).call(window);

(function ({ document, count }) {
  console.log(document, count);
})(window);

(function ({ count, ...rest }) {
  console.log(rest, count);
})(window);

handle.call(window);

function handle() {
  this.document.title = 'a';
}
