window.settings = { delay: 5 };

window.setTimeout(() => {
  window.fetch('https://example.com/');
}, 100);

(function (root) {
  root.helper = () => 1;
})(window);

chrome.tabs.onCreated.addListener(() => {
  console.log(window.settings.delay, window['settings']);
});
