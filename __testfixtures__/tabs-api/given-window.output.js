chrome.windows.getCurrent((window) => {
  chrome.tabs.query({ active: true, windowId: window.id }, ([tab]) => console.log(tab));
  chrome.tabs.query({ windowId: window.id }, list);
});
function inside(windowId) {
  chrome.tabs.query({ active: true, windowId }, ([tab]) => console.log(tab));
}
const { getAllInWindow } = {};
function list(tabs) { inside(tabs[0].windowId); }
