type Sender = chrome.extension.MessageSender;
export const inject = (details: chrome.tabs.InjectDetails, sender: Sender) => [details, sender];
