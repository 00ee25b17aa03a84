import first from './again.js';
import { bump, count } from './state.js';

chrome.tabs.onCreated.addListener(() => bump());
chrome.browserAction.onClicked.addListener(() => console.log(first, count));
