interface Page {
  url: string;
  title: string;
}

export class Pages {
  private readonly byTab = new Map<number, Page>();
  protected opened: number = 0;

  public open(id: number, url: string, title: string): void {
    this.opened += 1;
    this.byTab.set(id, { url: String(url), title: String(title) });
  }

  public close(id: number): void {
    this.byTab.delete(id);
  }

  public show(): void {
    console.log(this.opened, [...this.byTab.keys()]);
  }
}

const pages = new Pages();
chrome.tabs.onUpdated.addListener((id, change, tab) => {
  pages.open(id, tab.url, tab.title);
});
chrome.tabs.onRemoved.addListener((id) => {
  pages.close(id);
});
chrome.action.onClicked.addListener(() => {
  pages.show();
});
