chrome.tabs.onCreated.addListener((tab: chrome.tabs.Tab): void => {
  localStorage.setItem('last', String(tab.id));
  console.log(localStorage.getItem('last') as string);
});
