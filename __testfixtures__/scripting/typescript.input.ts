import browser from 'webextension-polyfill';

interface Page {
  title: string;
}

export async function describe(tab: browser.Tabs.Tab, word: string): Promise<string> {
  await browser.tabs.executeScript(tab.id!, { code: `mark('${word}')`, allFrames: true });
  const [page] = (await browser.tabs.executeScript(tab.id!, { file: '/describe.js' })) as Page[];
  return page.title;
}

export function inject(tabId: number, details: object): void {
  void browser.tabs.executeScript(tabId, { file: '/content.js' } as browser.ExtensionTypes.InjectDetails);
  void browser.tabs.executeScript(tabId, { file: '/content.js' });
}
