chrome.tabs.onCreated.addListener((tab) => {
  localStorage.count += 1;
  localStorage.log += 'x' + tab.id;
  localStorage.size *= tab.width || 1;
  localStorage.left -= (tab.index + 1);
});
