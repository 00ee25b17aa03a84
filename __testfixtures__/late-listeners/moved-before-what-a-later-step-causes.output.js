async function openHome() {
  const { home, opened } = await chrome.storage.local.get(['home', 'opened']);
  if (home && !opened) await chrome.storage.local.set({ opened: true }).then(() => chrome.tabs.create({ url: home }));
}

let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

async function listen() {
  const { prefix } = await chrome.storage.local.get({ prefix: '' });
  if (prefix === 'off') throw new Error('off');
  startListening();
}

setUp();

function setUp() {
  chrome.tabs.onCreated.addListener(async (tab) => {
    await listening;
    chrome.storage.local.set({ last: tab.id });
  });
  chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
    if (message === 'ping') sendResponse('pong');
  });
}

async function init() {
  await listen();
  await openHome();
}

init();
