chrome.runtime.getPackageDirectoryEntry((entry) => console.log(entry));
chrome.action.onClicked.addListener(() => chrome.tabCapture.capture({ audio: true }, console.log));
