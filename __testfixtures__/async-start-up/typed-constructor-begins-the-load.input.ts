class Badge {
  private color = 'grey';

  constructor() {
    void this.load();
    chrome.tabs.onActivated.addListener(({ tabId }) => this.show(tabId));
  }

  private async load(): Promise<void> {
    const { color } = await chrome.storage.local.get({ color: 'red' });
    this.color = color as string;
  }

  private show(tabId: number): void {
    chrome.browserAction.setBadgeBackgroundColor({ tabId, color: this.color });
  }
}

new Badge();
