type Sender = chrome.runtime.MessageSender;
export const inject = (details: chrome.tabs.InjectDetails, sender: Sender) => [details, sender];
