const { tabs } = chrome;

chrome.browserAction.onClicked.addListener((tab) => {
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => {
      const style = document.createElement('style');
      style.textContent = '* { outline: 1px solid }';
      document.head.append(style);
    },
  });
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => window.print(),
  });
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => {
      // Keep the place.
      const y = scrollY;
      document.body.innerHTML = `
      <p>gone</p>
    `;
      scrollTo(0, y);
    },
  }, () => console.log('done'));
});
