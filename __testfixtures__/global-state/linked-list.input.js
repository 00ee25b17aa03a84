let node = null;
chrome.tabs.onCreated.addListener((tab) => { const next = { id: tab.id, previous: node }; node = next; console.log(node.id); });
