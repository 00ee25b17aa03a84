import { show } from './show.js';

export class Reader {
  #tab;

  constructor(tab) {
    this.#tab = tab;
  }

  async read() {
    const results = await browser.scripting.executeScript({
      target: { tabId: this.#tab.id, allFrames: true },
      func: () => [...document.querySelectorAll('p')].map((p) => p.textContent),
    });
    for (const { result: paragraphs } of results) show(paragraphs);
  }
}
