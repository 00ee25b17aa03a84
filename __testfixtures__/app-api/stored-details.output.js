const details = chrome.runtime.getManifest();
const { app } = window.chrome;
const id = window.chrome.runtime.id;
console.log(details.name, chrome.runtime.id, chrome.runtime.id, id, chrome.runtime.id);
