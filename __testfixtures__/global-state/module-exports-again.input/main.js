import { bump, count } from './all.js';

chrome.tabs.onCreated.addListener(() => bump());
chrome.browserAction.onClicked.addListener(() => console.log(count));
