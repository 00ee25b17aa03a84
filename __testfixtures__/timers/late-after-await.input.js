async function start() {
  await chrome.storage.local.get('settings');
  setInterval(beep, 60000);
}

function beep() {
  chrome.storage.local.get({ beeps: 0 }, ({ beeps }) => chrome.storage.local.set({ beeps: beeps + 1 }));
}
start();
