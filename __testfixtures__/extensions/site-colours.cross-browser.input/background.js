class Painter {
  constructor() {
    this.prefix = '';
    chrome.storage.local.get({ prefix: 'seen' }, ({ prefix }) => {
      this.prefix = prefix;
    });
    chrome.tabs.onUpdated.addListener(this.onUpdated.bind(this));
  }

  onUpdated(tabId, change, tab) {
    if (change.status !== 'complete' || !tab.url.startsWith('http:')) return;
    chrome.storage.local.set({ last: this.label(tab.url) });
  }

  label(url) {
    return `${this.prefix} ${palette.colourOf(url)}`;
  }
}

const painter = new Painter();

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'choose') {
    const colours = { ...palette.colours, [message.host]: message.colour };
    chrome.storage.local.set({ colours }, () => sendResponse('chosen'));
    return true;
  }
  if (message.type === 'label') {
    sendResponse(painter.label(message.url));
  }
});
