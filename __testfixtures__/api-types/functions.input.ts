let getURL: typeof chrome.extension.getURL;
let sent: typeof browser.extension.sendRequest;
let selected: Parameters<typeof chrome.tabs.getSelected>;
let details: browser.extensionTypes.InjectDetails;
