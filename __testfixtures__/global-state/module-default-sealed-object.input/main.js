import store from './store.js';
chrome.tabs.onCreated.addListener(() => { store.n++; });
chrome.action.onClicked.addListener(() => console.log(store.n));
