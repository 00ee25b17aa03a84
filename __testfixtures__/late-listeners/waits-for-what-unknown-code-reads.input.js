class Settings {
  constructor(values) {
    this.values = values;
    this.ready = this.load();
  }

  async load() {
    const { sites } = await chrome.storage.local.get({ sites: [] });
    this.values = { sites };
  }

  get(name) {
    return this.values[name];
  }
}

class App {
  constructor(settings) {
    this.settings = settings;
  }

  async start() {
    await this.settings.ready;
    chrome.tabs.onCreated.addListener((tab) => this.look(tab));
  }

  look(tab) {
    console.log(tab.id, this.settings.get('sites'));
  }
}

const settings = new Settings({ sites: [] });
const app = new App(settings);

app.start();
