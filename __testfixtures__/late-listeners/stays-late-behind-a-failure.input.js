withSwitch('a');
withFailure();

async function withSwitch(mode) {
  switch (mode) {
    case 'a':
      await chrome.storage.local.get('a');
      break;
    default:
      chrome.tabs.onAttached.addListener(log);
      return;
  }
  chrome.tabs.onDetached.addListener(log);
}

async function withFailure() {
  try {
    if (navigator.onLine) {
      await chrome.storage.local.get('a');
      return;
    }
  } catch (error) {
    console.error(error);
  }
  chrome.tabs.onRemoved.addListener(log);
}

function log(...args) {
  console.log(args);
}
