// These run in the page: what becomes text is never called here.
function pageHeight() {
  return Math.max(window.innerHeight, document.body.scrollHeight);
}
const pageTitle = () => document.title;
function closeDialog(name) {
  document.querySelector(`dialog[name="${name}"]`).close();
}
// This one is called here, too.
function readSelection() {
  return document.getSelection().toString();
}

chrome.runtime.onMessage.addListener((message, { tab }) => {
  run(tab.id, `(${pageHeight})()`);
  run(tab.id, '(' + closeDialog + ')("print")');
  run(tab.id, `(${pageTitle.toString()})()`);
  run(tab.id, `(${readSelection})()`);
  console.log(readSelection());
});

function run(tabId, code) {
  chrome.tabs.sendMessage(tabId, { code });
}
