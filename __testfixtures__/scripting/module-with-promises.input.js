import { show } from './show.js';

export class Reader {
  #tab;

  constructor(tab) {
    this.#tab = tab;
  }

  async read() {
    const results = await browser.tabs.executeScript(this.#tab.id, {
      code: `[...document.querySelectorAll('p')].map((p) => p.textContent)`,
      allFrames: true,
    });
    for (const paragraphs of results) show(paragraphs);
  }
}
