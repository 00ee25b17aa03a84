interface Settings {
  limit: number;
}

class Counter {
  private settings!: Settings;

  initialize(settings: Settings): void {
    this.settings = settings;
  }

  check(count: number): boolean {
    return count < this.settings.limit;
  }
}

class Badge {
  private settings!: Settings;
  private counter!: Counter;

  initialize(settings: Settings, counter: Counter): void {
    this.settings = settings;
    this.counter = counter;
  }

  text(count: number): string {
    return this.counter.check(count) ? `${count}` : `${this.settings.limit}+`;
  }
}

const counter = new Counter();
const badge = new Badge();
const parts = { badge, counter };

const start = async (): Promise<void> => {
  const { limit } = await browser.storage.local.get({ limit: 10 });
  counter.initialize({ limit });
  badge.initialize({ limit }, counter);
};

void start();

browser.runtime.onMessage.addListener((message: { part: keyof typeof parts; method: string; count: number }) => {
  const part = parts[message.part] as any;
  console.log(part[message.method](message.count));
});
