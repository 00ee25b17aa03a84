interface Page {
  url: string;
  title: string;
}

export class Pages {
  private readonly byTab = new Map<number, Page>();
  protected opened: number = 0;

  public open(id: number, url: string, title: string): void {
    this.opened += 1;
    chrome.storage.session.set({ opened: this.opened });
    this.byTab.set(id, { url: String(url), title: String(title) });
    chrome.storage.session.set({ byTab: [...this.byTab] });
  }

  public close(id: number): void {
    if (this.byTab.delete(id)) chrome.storage.session.set({ byTab: [...this.byTab] });
  }

  public show(): void {
    console.log(this.opened, [...this.byTab.keys()]);
  }

  restoreState() {
    return chrome.storage.session.get({ opened: this.opened, byTab: [] }).then((saved: Record<string, any>) => {
      this.opened = saved.opened;
      for (const [key, value] of saved.byTab) this.byTab.set(key, value);
    }).catch(console.error);
  }
}

const pages = new Pages();
const stateRestored = pages.restoreState();
chrome.tabs.onUpdated.addListener(async (id, change, tab) => {
  await stateRestored;
  pages.open(id, tab.url, tab.title);
});
chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  pages.close(id);
});
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  pages.show();
});
