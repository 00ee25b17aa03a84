const values = { font: 'serif', size: 12 };
const marks = { last: 0 };
const others = { color: 'red' };

const loaded = chrome.storage.local.get(['settings', 'marks']).then(({ settings: saved, marks: known }) => {
  Object.assign(values, saved);
  Object.assign(marks, known);
});

chrome.storage.local.get().then((everything) => {
  Object.assign(others, everything);
});

function set(key, value) {
  values[key] = value;
  return chrome.storage.local.set({ settings: values });
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  loaded.then(async () => {
    await set(message.key, message.value);
    others.color = message.color;
    chrome.storage.local.set({ color: message.color });
    sendResponse([values.font, others.color]);
  });
  return true;
});

// This one is stored nowhere.
chrome.tabs.onCreated.addListener(async (tab) => {
  await loaded;
  console.log(marks.last);
  marks.last = tab.id;
});
