let snapshot = null;
let popup = null;
let greeting = "none yet";
let late = null;
let found = null;
let current = "about:blank";
let words = [];
let label = null;
let address = "";
const stateRestored = chrome.storage.session.get({ snapshot: { value: snapshot }, popup, greeting, late, found, current: { value: current }, words, label, address }).then((saved) => {
  snapshot = saved.snapshot.value;
  popup = saved.popup;
  greeting = saved.greeting;
  late = saved.late;
  found = saved.found;
  current = saved.current.value;
  words = saved.words.map((value) => value ?? undefined);
  label = saved.label;
  address = saved.address;
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

function labelOf() {
  const result = label || (label = "at " + address);
  chrome.storage.session.set({ label });
  return result;
}

function moveTo(url) {
  if (url) {
    address = url;
    chrome.storage.session.set({ address });
    return;
  }
  label = null;
  chrome.storage.session.set({ label });
}

chrome.tabs.onUpdated.addListener(async (tabId, info, tab) => {
  await stateRestored;
  current = tab.url;
  chrome.storage.session.set({ current: { value: current } });
  moveTo(tab.url);
  chrome.tabs.sendMessage(tabId, [found, labelOf()]);
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
