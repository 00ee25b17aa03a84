// The colours that were chosen, by host.
class Palette {
  constructor() {
    this.colours = {};
    this.ready = this.load();
    chrome.storage.onChanged.addListener((changes) => {
      if (changes.colours) {
        this.colours = changes.colours.newValue;
      }
    });
  }

  load() {
    return new Promise((resolve) => {
      chrome.storage.local.get({ colours: { 'one.example': 'red' } }, (items) => {
        this.colours = items.colours;
        resolve();
      });
    });
  }

  colourOf(url) {
    return this.colours[new URL(url).hostname] || 'grey';
  }
}

const palette = new Palette();
