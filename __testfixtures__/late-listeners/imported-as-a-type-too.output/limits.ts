let startListening: () => void;
const listening = new Promise<void>((resolve) => {
  startListening = resolve;
});

export class Limits {
  most = 3;

  async load(): Promise<void> {
    const { most } = await chrome.storage.local.get({ most: 3 });
    this.most = most;
    startListening();
  }
}

chrome.storage.onChanged.addListener(async (changes) => {
  await listening;
  if (changes.most) limits.most = changes.most.newValue;
});

export const limits = new Limits();
