let snapshot = null;
let popup = null;
let greeting = "none yet";
let late = null;
let found = null;
let current = "about:blank";
let words = [];
const stateRestored = chrome.storage.session.get({ snapshot: { value: snapshot }, popup, greeting, late, found, current: { value: current }, words }).then((saved) => {
  snapshot = saved.snapshot.value;
  popup = saved.popup;
  greeting = saved.greeting;
  late = saved.late;
  found = saved.found;
  current = saved.current.value;
  words = saved.words.map((value) => value ?? undefined);
}).catch(console.error);

function snapshotOf() {
  if (snapshot === null) {
    snapshot = current;
    chrome.storage.session.set({ snapshot: { value: snapshot } });
  }
  return snapshot;
}

async function popupOf() {
  popup ??= (await chrome.tabs.create({ url: "popup.html" })).id;
  chrome.storage.session.set({ popup });
  return popup;
}

function greetingOf() {
  if (!greeting) {
    greeting = chrome.runtime.getURL("hello");
    chrome.storage.session.set({ greeting });
  }
  return greeting;
}

function lateOf() {
  const result = late ?? (late = words.length);
  chrome.storage.session.set({ late });
  return result;
}

chrome.tabs.onUpdated.addListener(async (tabId, info, tab) => {
  await stateRestored;
  current = tab.url;
  chrome.storage.session.set({ current: { value: current } });
  chrome.tabs.sendMessage(tabId, found);
});

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  late = null;
  chrome.storage.session.set({ late });
  await chrome.tabs.sendMessage(tab.id, lateOf());
  words = [...words, tab.url];
  chrome.storage.session.set({ words });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === "forget") {
    stateRestored.then(() => {
      snapshot = null;
      popup = null;
      greeting = null;
      found = null;
      chrome.storage.session.set({ snapshot: { value: snapshot }, popup, greeting, found });
    });
  } else if (message === "popup") {
    stateRestored.then(() => {
      popupOf().then(sendResponse);
    });
    return true;
  } else {
    stateRestored.then(() => {
      found ??= words.join(" ");
      chrome.storage.session.set({ found });
      sendResponse([snapshotOf(), greetingOf(), lateOf()]);
    });
    return true;
  }
});
