chrome.tabs.onCreated.addListener(() => window.chime.play());
chrome.tabs.onRemoved.addListener(() => window.setTimeout(console.log, 5));
