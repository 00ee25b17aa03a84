chrome.tabs.onCreated.addListener(() => window.chime.play());
chrome.tabs.onRemoved.addListener(() => self.setTimeout(console.log, 5));
