import Notice from './notice';

export interface Page {
  readonly notices: readonly Notice[];
}

chrome.runtime.onMessage.addListener((page: Page) => console.log(page.notices.length));
