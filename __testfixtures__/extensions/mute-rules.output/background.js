// What the user chose. Who needs it waits for `ready`.
class Settings {
  constructor(defaults) {
    this.values = defaults;
    this.ready = this.load();
  }

  async load() {
    const stored = await new Promise((resolve) => chrome.storage.local.get(this.values, resolve));
    this.values = stored;
  }

  get(name) {
    return this.values[name];
  }

  set(name, value) {
    this.values[name] = value;
    chrome.storage.local.set({ [name]: value });
  }
}

let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

class App {
  constructor(settings) {
    this.settings = settings;
    this.muted = 0;
    this.lastSite = '';
  }

  async start() {
    await this.settings.ready;
    startListening();
    this.show();
  }

  async onUpdated(tabId, change, tab) {
    if (!change.url) return;
    await listening;
    const site = siteOf(change.url);
    if (!this.settings.get('sites').includes(site)) return;
    await stateRestored;
    this.muted++;
    this.lastSite = site;
    chrome.storage.session.set({ muted: this.muted, lastSite: this.lastSite });
    chrome.action.setBadgeText({ text: String(this.muted) });
    chrome.tabs.update(tabId, { muted: true });
  }

  toggle(tab) {
    const site = siteOf(tab.url);
    const sites = this.settings.get('sites');
    this.settings.set('sites', sites.includes(site) ? sites.filter((one) => one !== site) : [...sites, site]);
    this.show();
  }

  show() {
    chrome.action.setTitle({ title: `${this.settings.get('label')}: ${this.settings.get('sites').length}` });
  }
}

function siteOf(url) {
  return new URL(url).hostname;
}

const settings = new Settings({ sites: ['loud.example'], label: 'Sites' });
const app = new App(settings);
const stateRestored = chrome.storage.session.get({ muted: app.muted, lastSite: app.lastSite }).then((saved) => {
  app.muted = saved.muted;
  app.lastSite = saved.lastSite;
}).catch(console.error);

chrome.tabs.onUpdated.addListener(app.onUpdated.bind(app));
chrome.action.onClicked.addListener(async (tab) => {
  await listening;
  app.toggle(tab);
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'sites') {
    listening.then(() => {
      sendResponse(app.settings.get('sites'));
    });
    return true;
  } else if (message.type === 'summary') {
    listening.then(async () => {
      await stateRestored;
      sendResponse({ muted: app.muted, lastSite: app.lastSite });
    });
    return true;
  } else if (message.type === 'label') {
    listening.then(() => {
      app.settings.set('label', message.label);
      app.show();
    });
  }
});

app.start();

// The browser starts the background for this listener; all else is done at top level.
chrome.runtime.onStartup.addListener(() => {});
