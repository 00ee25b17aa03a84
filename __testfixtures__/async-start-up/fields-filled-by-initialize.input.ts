class Tabs {
  private prefs!: { max: number };
  private names!: string[];

  async initialize(): Promise<void> {
    const stored = await browser.storage.local.get();
    this.prefs = stored.prefs;
    this.names = stored.names;
  }

  onCreated(tab: browser.tabs.Tab): void {
    console.log(this.prefs.max, this.names, tab.id);
  }
}

class Background {
  private tabs: Tabs = new Tabs();

  start(): void {
    new Events(this.tabs).listen();
    void this.tabs.initialize();
  }
}

class Events {
  constructor(private readonly tabs: Tabs) {}

  listen(): void {
    browser.tabs.onCreated.addListener((tab) => this.tabs.onCreated(tab));
  }
}

new Background().start();
