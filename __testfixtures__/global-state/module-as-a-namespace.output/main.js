import * as state from './state.js';
import './badge.js';
import { stateRestored } from './state.js';

chrome.tabs.onCreated.addListener(async ({ id, title }) => {
  await stateRestored;
  state.open.push(id);
  state.titles[id] = title;
  chrome.storage.session.set({ open: state.open, titles: state.titles });
});
chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  delete state.titles[id];
  chrome.storage.session.set({ titles: state.titles });
  while (state.open.shift() < id) console.log(state.titles);
  chrome.storage.session.set({ open: state.open });
});
