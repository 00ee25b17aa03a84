chrome.tabs.update(1, data());
function data() { return { selected: true }; }
