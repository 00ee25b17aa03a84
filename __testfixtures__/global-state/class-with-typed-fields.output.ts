interface Visit {
  url: string;
  title: string;
}

class Visits {
  private readonly area = 'visits';
  latest: string[] = [];
  paused = false;

  constructor(private readonly limit: number) {
    chrome.tabs.onUpdated.addListener(async (id, { url }) => {
      await stateRestored;
      if (url && !this.paused) this.add(url);
    });
    chrome.commands.onCommand.addListener(async () => {
      await stateRestored;
      this.toggle();
    });
  }

  private add(url: string): void {
    this.latest.push(url);
    chrome.storage.session.set({ latest: this.latest });
  }

  toggle(): void {
    this.paused = !this.paused;
    chrome.storage.session.set({ paused: this.paused });
  }

  report(): string {
    return `${this.area}: ${this.latest.slice(-this.limit).join()}`;
  }
}

const visits = new Visits(3);
const stateRestored = chrome.storage.session.get({ paused: visits.paused, latest: visits.latest }).then((saved: Record<string, any>) => {
  visits.paused = saved.paused;
  visits.latest = saved.latest;
}).catch(console.error);
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  console.log(visits.report());
});
