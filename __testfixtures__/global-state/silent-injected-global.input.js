chrome.commands.onCommand.addListener((command, tab) => {
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => {
      globalThis.marked = (globalThis.marked || 0) + 1;
      hits = globalThis.marked;
    }
  }, () => chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => globalThis.marked + hits
  }));
});
