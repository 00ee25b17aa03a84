const ids = [];
chrome.tabs.onCreated.addListener(() => {
  ids.push(setTimeout(() => chrome.action.setBadgeText({ text: 'x' }), 60000));
});
chrome.tabs.onRemoved.addListener(() => ids.forEach(clearTimeout));
chrome.tabs.onMoved.addListener(() => {
  const id = setTimeout(() => chrome.action.setBadgeText({ text: 'y' }), 60000);
  console.log('started', id);
});
