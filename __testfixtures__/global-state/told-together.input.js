class Manager extends EventTarget {
  opened = 0;
  closed = 0;
  // mv3-codemod-ignore global-state: it is only a hint
  hint = 0;
  moved = 0;
}
class Windows extends EventTarget {
  opened = 0;
}
const tabs = new Manager();
const windows = new Windows();

chrome.tabs.onCreated.addListener(() => {
  tabs.opened++;
  tabs.hint++;
});
chrome.tabs.onRemoved.addListener(() => {
  tabs.closed++;
});
chrome.tabs.onMoved.addListener(() => {
  tabs.moved++;
});
chrome.windows.onCreated.addListener(() => {
  windows.opened++;
});
chrome.runtime.onMessage.addListener(() => {
  console.log(tabs.opened, tabs.closed, tabs.hint, tabs.moved, windows.opened);
});

let early;
let late;
window.later = (value) => {
  early = value;
};
window.before = () => {
  late = Date.now();
  return early;
};
window.atLast = () => late;
