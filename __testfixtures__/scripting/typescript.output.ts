import browser from 'webextension-polyfill';

interface Page {
  title: string;
}

export async function describe(tab: browser.Tabs.Tab, word: string): Promise<string> {
  await browser.scripting.executeScript({
    target: { tabId: tab.id!, allFrames: true },
    func: (word) => mark(word),
    args: [word]
  });
  const [page] = (await browser.scripting.executeScript({
    target: { tabId: tab.id! },
    files: ['/describe.js']
  }).then((results) => results.map(({ result }) => result as any))) as Page[];
  return page.title;
}

export function inject(tabId: number, details: object): void {
  void browser.tabs.executeScript(tabId, { file: '/content.js' } as browser.ExtensionTypes.InjectDetails);
  void browser.scripting.executeScript({ target: { tabId }, files: ['/content.js'] });
}
