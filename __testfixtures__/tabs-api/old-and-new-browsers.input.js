if (chrome.tabs.query) chrome.tabs.query({ active: true }, console.log);
else chrome.tabs.getSelected(null, console.log);
const highlighted = chrome.tabs.onHighlighted || chrome.tabs.onHighlightChanged;
highlighted.addListener(console.log);
