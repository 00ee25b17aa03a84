// Timers and APIs that are taken by other names are seen by nobody.
(function (root) {
  root.setInterval(() => console.log(root.count), 600000);
})(window);

(function (root) {
  root.chrome.tabs.onCreated.addListener(console.log);
})(window);

const later = window.setTimeout;
const wait = setTimeout.bind(window);
const { setInterval: repeat } = window;
const scope = window;
scope.setTimeout(console.log, 600000);
window.self.setTimeout(console.log, 600000);
later(repeat, wait);
