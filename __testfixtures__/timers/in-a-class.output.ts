class Cleaner {
  private readonly name: string;
  private removed = 0;

  constructor(name: string) {
    this.name = name;
    chrome.alarms.get('timer').then((alarm) => {
      if (!alarm) chrome.alarms.create('timer', { periodInMinutes: 10 });
    });
    chrome.alarms.onAlarm.addListener((alarm) => {
      if (alarm.name === 'timer') {
        this.removed += 1;
        this.clean();
      }
    });
  }

  clean(): void {
    chrome.storage.local.set({ [this.name]: 'clean' });
  }
}

const cleaner: Cleaner = new Cleaner('history');
chrome.runtime.onMessage.addListener(() => cleaner.clean());
