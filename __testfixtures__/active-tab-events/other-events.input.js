chrome.devtools?.panels.elements.onSelectionChanged.addListener(() => {});
const tabs = { onActiveChanged: new EventTarget() };
tabs.onActiveChanged.addEventListener("x", () => {});
// chrome.tabs.onSelectionChanged.addListener
