function inject({ id, url }) {
  if (!url.startsWith('http')) return;
  chrome.storage.local.get('theme', ({ theme }) => {
    if (theme) chrome.scripting.insertCSS({
      target: { tabId: id },
      files: ['theme.css']
    });
  });
}

chrome.browserAction.onClicked.addListener(inject);
