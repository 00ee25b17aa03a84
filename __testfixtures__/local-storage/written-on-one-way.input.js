chrome.tabs.onCreated.addListener((tab) => {
  if (tab.active) localStorage.active = tab.id;
  else localStorage.removeItem('active');
  for (const part of tab.url.split('/')) localStorage.part = part;
});
