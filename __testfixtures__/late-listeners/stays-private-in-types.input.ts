class Base {
  protected last = 0;
}

class Badge extends Base {
  private limit = 0;

  async init(): Promise<void> {
    const { limit } = await chrome.storage.local.get({ limit: 3 });
    this.limit = limit as number;
    chrome.tabs.onRemoved.addListener(this.show.bind(this));
    chrome.tabs.onCreated.addListener(() => {
      this.last++;
    });
  }

  private show(id: number): void {
    chrome.action.setBadgeText({ text: `${id} ${this.limit} ${this.last}` });
  }
}

class Log {
  constructor(private readonly name: string) {}

  async load(): Promise<void> {
    await chrome.storage.local.get('log');
    chrome.alarms.onAlarm.addListener((alarm) => console.log(this.name, alarm.name));
  }
}

class Cache<Value> {
  value: Value | undefined;

  async fill(): Promise<void> {
    const { value } = await chrome.storage.local.get('value');
    this.value = value as Value;
    chrome.windows.onRemoved.addListener((id) => console.log(this.value, id));
  }
}

const log = new Log('log');
log.load();
(async () => {
  await new Badge().init();
  await new Cache<string>().fill();
})();
