let snapshot = null;
let popup = null;
let greeting = "none yet";
let late = null;
let found = null;
let current = "about:blank";
let words = [];
let label = null;
let address = "";

function snapshotOf() {
  if (snapshot === null) snapshot = current;
  return snapshot;
}

async function popupOf() {
  popup ??= (await chrome.tabs.create({ url: "popup.html" })).id;
  return popup;
}

function greetingOf() {
  if (!greeting) greeting = chrome.runtime.getURL("hello");
  return greeting;
}

function lateOf() {
  return late ?? (late = words.length);
}

function labelOf() {
  return label || (label = "at " + address);
}

function moveTo(url) {
  if (url) {
    address = url;
    return;
  }
  label = null;
}

chrome.tabs.onUpdated.addListener((tabId, info, tab) => {
  current = tab.url;
  moveTo(tab.url);
  chrome.tabs.sendMessage(tabId, [found, labelOf()]);
});

chrome.tabs.onCreated.addListener(async (tab) => {
  late = null;
  await chrome.tabs.sendMessage(tab.id, lateOf());
  words = [...words, tab.url];
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === "forget") {
    snapshot = null;
    popup = null;
    greeting = null;
    found = null;
  } else if (message === "popup") {
    popupOf().then(sendResponse);
    return true;
  } else {
    found ??= words.join(" ");
    sendResponse([snapshotOf(), greetingOf(), lateOf()]);
  }
});
