class Badge {
  colorLoaded: Promise<unknown>;
  private color = 'grey';

  constructor() {
    this.colorLoaded = this.load().catch(console.error);
    chrome.tabs.onActivated.addListener(async ({ tabId }) => {
      await this.colorLoaded;
      this.show(tabId);
    });
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
