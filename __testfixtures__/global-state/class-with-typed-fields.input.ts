interface Visit {
  url: string;
  title: string;
}

class Visits {
  private readonly area = 'visits';
  latest: string[] = [];
  paused = false;

  constructor(private readonly limit: number) {
    chrome.tabs.onUpdated.addListener((id, { url }) => {
      if (url && !this.paused) this.add(url);
    });
    chrome.commands.onCommand.addListener(() => this.toggle());
  }

  private add(url: string): void {
    this.latest.push(url);
  }

  toggle(): void {
    this.paused = !this.paused;
  }

  report(): string {
    return `${this.area}: ${this.latest.slice(-this.limit).join()}`;
  }
}

const visits = new Visits(3);
chrome.action.onClicked.addListener(() => {
  console.log(visits.report());
});
