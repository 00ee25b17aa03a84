enum Delay { Poll = 100, Save = 200 }

const badge = {
  DELAY: 100,
  times: { blink: 200 },
  shown: 0,
  show() {
    this.shown++;
    setTimeout(() => this.hide(), this.DELAY);
    setTimeout(() => this.hide(), badge.DELAY * 2);
    setTimeout(() => this.hide(), this.times.blink);
  },
  hide() { this.shown = 0; },
};

class Saver {
  private readonly delay = 2 * 1000;
  #wait = 300;
  period: number;
  pending: string[];
  static readonly LIMIT = 500;

  constructor(private retry = 400, longest: number) {
    this.pending = [];
    this.period = longest;
  }

  save(text: string) {
    this.pending.push(text);
    setTimeout(() => this.store(), this.delay);
    setTimeout(() => this.store(), this.#wait);
    setTimeout(() => this.store(), this.period);
    setTimeout(() => this.store(), this.retry);
    setTimeout(() => this.store(), Saver.LIMIT);
    setTimeout(() => this.store(), (this.constructor as typeof Saver).LIMIT);
  }

  store() {
    browser.storage.local.set({ pending: this.pending });
    this.period = 5000;
  }

  static start() { setTimeout(() => console.log('started'), this.LIMIT); }
}

const saver = new Saver(undefined, 5000);
Saver.start();

browser.runtime.onMessage.addListener((message) => {
  badge.show();
  saver.save(message.text);
  setTimeout(() => badge.hide(), Delay.Save);
});
