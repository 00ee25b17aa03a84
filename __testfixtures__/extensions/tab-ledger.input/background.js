let session = 0;

chrome.tabs.onUpdated.addListener((id, change, tab) => {
  if (change.status !== 'complete' || !tab.url.startsWith('http:')) return;
  session++;
  tally();
  see(new URL(tab.url).hostname);
  chrome.browserAction.setTitle({ title: `${session} of ${localStorage.total}, ${hostsSeen().join(' ')}` });
});

chrome.browserAction.onClicked.addListener(() => {
  localStorage.removeItem('hosts');
  localStorage.total = '0';
  chrome.browserAction.setTitle({ title: `${session} of ${localStorage.total}${localStorage.getItem('hosts')}` });
});
