const root = window || {};
(this || window).count = 1;
(root ? window : root).count = 2;
let global = window;
var other = window;
global.count = other.count;
Object.assign(window, { state: {} }).state.begun = true;
(function ({ count }) {
  console.log(count);
})(window);
(function (scope = {}) {
  scope.count = 3;
})(window);
