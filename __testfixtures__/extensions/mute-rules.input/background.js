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

class App {
  constructor(settings) {
    this.settings = settings;
    this.muted = 0;
    this.lastSite = '';
  }

  async start() {
    await this.settings.ready;
    chrome.tabs.onUpdated.addListener(this.onUpdated.bind(this));
    chrome.browserAction.onClicked.addListener((tab) => this.toggle(tab));
    chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
      if (message.type === 'sites') {
        sendResponse(this.settings.get('sites'));
      } else if (message.type === 'summary') {
        sendResponse({ muted: this.muted, lastSite: this.lastSite });
      } else if (message.type === 'label') {
        this.settings.set('label', message.label);
        this.show();
      }
    });
    this.show();
  }

  onUpdated(tabId, change, tab) {
    if (!change.url) return;
    const site = siteOf(change.url);
    if (!this.settings.get('sites').includes(site)) return;
    this.muted++;
    this.lastSite = site;
    chrome.browserAction.setBadgeText({ text: String(this.muted) });
    chrome.tabs.update(tabId, { muted: true });
  }

  toggle(tab) {
    const site = siteOf(tab.url);
    const sites = this.settings.get('sites');
    this.settings.set('sites', sites.includes(site) ? sites.filter((one) => one !== site) : [...sites, site]);
    this.show();
  }

  show() {
    chrome.browserAction.setTitle({ title: `${this.settings.get('label')}: ${this.settings.get('sites').length}` });
  }
}

function siteOf(url) {
  return new URL(url).hostname;
}

const settings = new Settings({ sites: ['loud.example'], label: 'Sites' });
const app = new App(settings);

app.start();
