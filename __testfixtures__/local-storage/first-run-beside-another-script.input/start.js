if (!localStorage.installed) {
  localStorage.installed = true;
  chrome.tabs.create({ url: 'welcome.html' });
}
