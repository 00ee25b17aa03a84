let resolveSettings;
const settings = new Promise((resolve) => {
  resolveSettings = resolve;
});
chrome.storage.local.get('settings', resolveSettings);

let loaded;
const isLoaded = new Promise((resolve) => {
  loaded = resolve;
});
async function load() {
  await fetch('data.json');
  loaded();
}
load();
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'load') load();
});

const socket = new WebSocket('wss://a.example');
const isOpen = new Promise((resolve) => {
  socket.onopen = () => resolve();
});
const isDelayed = new Promise((resolve) => setTimeout(resolve, 50));

let told;
const unasked = new Promise((resolve) => {
  told = resolve;
});
chrome.tabs.onRemoved.addListener(() => told());

let never;
const isNever = new Promise((resolve) => {
  never = resolve;
});

chrome.action.onClicked.addListener(async () => {
  console.log(await settings, await isLoaded, await isOpen, await isDelayed, await isNever);
});
