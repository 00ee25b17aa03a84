// What was seen since the browser started.
let pages = 0;
let hosts = {};
let current = '';
const stateRestored = chrome.storage.session.get({ pages, hosts, current: { value: current }, hasStarted: false }).then((saved) => {
  pages = saved.pages;
  hosts = saved.hosts;
  current = saved.current.value;
  chrome.storage.session.set({ hasStarted: true });
  return saved.hasStarted;
}).catch(console.error);

function countPage(url) {
  const { host } = new URL(url);
  pages++;
  hosts[host] = (hosts[host] || 0) + 1;
  chrome.storage.session.set({ pages, hosts });
  showPages();
}

function showPages() {
  chrome.action.setBadgeText({ text: String(pages) });
}

function follow(url) {
  current = url;
  chrome.storage.session.set({ current: { value: current } });
  chrome.action.setTitle({ title: current ? `At ${current}` : 'Nowhere' });
}

chrome.tabs.onUpdated.addListener(async (tabId, change, tab) => {
  if (change.status !== 'complete' || !/^http/.test(tab.url)) return;
  await stateRestored;
  countPage(tab.url);
  follow(tab.url);
});

chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  pages = 0;
  hosts = {};
  chrome.storage.session.set({ pages, hosts });
  showPages();
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'hosts') {
    stateRestored.then(() => {
      sendResponse(hosts);
    });
    return true;
  }
  if (message === 'where') {
    stateRestored.then(() => {
      sendResponse(current);
    });
    return true;
  }
  if (message === 'forget') {
    stateRestored.then(() => {
      follow('');
    });
  }
});

// The first title of a day.
stateRestored.then((hasStarted) => {
  if (hasStarted) return;
  follow('nothing yet');
});

// The browser starts the background for this listener; all else is done at top level.
chrome.runtime.onStartup.addListener(() => {});
