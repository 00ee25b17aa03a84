var count = 0;
const stateRestored = browser.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);

function show() {
  browser.action.setBadgeText({ text: count === 0 ? '' : String(count) });
}

function add(step) {
  count += step;
  browser.storage.session.set({ count });
  show();
}

function reset() {
  count = 0;
  browser.storage.session.set({ count });
  show();
}

function getCount() {
  return count;
}

async function note(name) {
  await browser.storage.local.set({ noted: `${name}: ${count}` });
}

browser.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  if (!tab.url.startsWith('moz-extension:') && tab.url !== 'about:blank') add(0);
});

browser.runtime.onMessage.addListener((message) => {
  if (message.type === 'noted') return browser.storage.local.get('noted');
});

// What pages of the extension have the background do.
browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message?.type) {
    case 'background/getCount':
      stateRestored.then(() => {
        sendResponse(getCount());
      });
      return true;
    case 'background/add':
      stateRestored.then(() => {
        add(message.args.step);
      });
      break;
    case 'background/reset':
      stateRestored.then(() => {
        reset();
        sendResponse();
      });
      return true;
    case 'background/note':
      stateRestored.then(() => {
        note(message.args.name).then(() => sendResponse());
      });
      return true;
  }
});
