chrome.windows.getCurrent((window) => {
  chrome.tabs.getSelected(window.id, (tab) => console.log(tab));
  chrome.tabs.getAllInWindow(window.id, list);
});
function inside(windowId) {
  chrome.tabs.getSelected(windowId, (tab) => console.log(tab));
}
const { getAllInWindow } = {};
function list(tabs) { inside(tabs[0].windowId); }
