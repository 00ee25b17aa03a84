chrome.tabs.onCreated.addListener((tab) => {
  localStorage.last = tab.id;
  if (!('muted' in localStorage)) chrome.tabs.create({ url: `sound.html?${localStorage.last}` });
});
