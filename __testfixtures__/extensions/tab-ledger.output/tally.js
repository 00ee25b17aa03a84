/* What is kept for good. */

let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

function hostsSeen() {
  return JSON.parse(stored.hosts || '[]');
}

function see(host) {
  const hosts = hostsSeen();
  if (hosts.includes(host)) return;
  hosts.push(host);
  stored.hosts = String(JSON.stringify(hosts));
  chrome.storage.local.set({ stored });
}

function tally() {
  if (stored.total === undefined) {
    stored.total = '0';
    chrome.storage.local.set({ stored });
  }
  stored.total = String(Number(stored.total) + 1);
  chrome.storage.local.set({ stored });
}
