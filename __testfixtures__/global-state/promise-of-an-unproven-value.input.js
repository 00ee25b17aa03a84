let last = null;

class Session {
  constructor(id) { this.id = id; }
  close() { console.log(this.id); }
}

const open = (id) => new Promise((resolve) => setTimeout(() => resolve(new Session(id)), 10));

chrome.tabs.onActivated.addListener(({ tabId }) => {
  if (last) last.close();
  open(tabId).then((session) => {
    last = session;
  });
});
