class Clipboard {
  async read() {
    return document.execCommand('paste');
  }
}

const parts = { clipboard: new Clipboard() };
chrome.runtime.onMessage.addListener(({ part, method }) => {
  parts[part][method]();
});
