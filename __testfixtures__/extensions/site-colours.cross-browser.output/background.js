class Painter {
  constructor() {
    this.prefix = '';
    this.prefixLoaded = chrome.storage.local.get({ prefix: 'seen' }).then(({ prefix }) => {
      this.prefix = prefix;
    }).catch(console.error);
    chrome.tabs.onUpdated.addListener(this.onUpdated.bind(this));
  }

  async onUpdated(tabId, change, tab) {
    if (change.status !== 'complete' || !tab.url.startsWith('http:')) return;
    await palette.ready;
    await this.prefixLoaded;
    chrome.storage.local.set({ last: this.label(tab.url) });
  }

  label(url) {
    return `${this.prefix} ${palette.colourOf(url)}`;
  }
}

const painter = new Painter();

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'choose') {
    palette.ready.then(() => {
      const colours = { ...palette.colours, [message.host]: message.colour };
      chrome.storage.local.set({ colours }, () => sendResponse('chosen'));
    });
    return true;
  }
  if (message.type === 'label') {
    palette.ready.then(async () => {
      await painter.prefixLoaded;
      sendResponse(painter.label(message.url));
    });
    return true;
  }
});
