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

let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

class App {
  constructor(settings) {
    this.settings = settings;
  }

  async start() {
    await this.settings.ready;
    startListening();
  }

  look(tab) {
    console.log(tab.id, this.settings.get('sites'));
  }
}

chrome.tabs.onCreated.addListener(async (tab) => {
  await listening;
  app.look(tab);
});

const settings = new Settings({ sites: [] });
const app = new App(settings);

app.start();
