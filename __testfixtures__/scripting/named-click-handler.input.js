function inject({ id, url }) {
  if (!url.startsWith('http')) return;
  chrome.storage.local.get('theme', ({ theme }) => {
    if (theme) chrome.tabs.insertCSS({ file: 'theme.css' });
  });
}

chrome.browserAction.onClicked.addListener(inject);
