import * as state from './state.js';

chrome.tabs.onCreated.addListener(() => state.bump());
chrome.runtime.onMessage.addListener((name) => console.log(state[name], state.count));
