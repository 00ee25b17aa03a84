import { state } from './all.js';

chrome.tabs.onCreated.addListener(() => state.bump());
chrome.browserAction.onClicked.addListener(() => console.log(state.count));
