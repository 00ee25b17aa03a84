firstOf(['a', 'b']);
withLabel(true);
notLate();

async function firstOf(names) {
  for (const name of names) {
    if (name === 'a') {
      await chrome.storage.local.get(name);
      break;
    }
  }
  chrome.tabs.onCreated.addListener(log);
}

async function withLabel(fast) {
  check: {
    if (fast) {
      await chrome.storage.local.get('on');
      break check;
    }
    chrome.tabs.onReplaced.addListener(log);
  }
  chrome.tabs.onMoved.addListener(log);
}

async function notLate() {
  if (navigator.onLine) return void await chrome.storage.local.get('a');
  for (const name of ['a', 'b']) {
    if (name === 'b') {
      await chrome.storage.local.get(name);
      return;
    }
    chrome.windows.onCreated.addListener(log);
  }
}

function log(...args) {
  console.log(args);
}
