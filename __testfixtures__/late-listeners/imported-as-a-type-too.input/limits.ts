export class Limits {
  most = 3;

  async load(): Promise<void> {
    const { most } = await chrome.storage.local.get({ most: 3 });
    this.most = most;
    chrome.storage.onChanged.addListener((changes) => {
      if (changes.most) this.most = changes.most.newValue;
    });
  }
}

export const limits = new Limits();
