let bytes = new Uint8Array(4);
chrome.tabs.onCreated.addListener(() => { bytes[0]++; console.log(bytes[0]); });
