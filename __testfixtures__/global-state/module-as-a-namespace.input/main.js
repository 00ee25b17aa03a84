import * as state from './state.js';
import './badge.js';

chrome.tabs.onCreated.addListener(({ id, title }) => {
  state.open.push(id);
  state.titles[id] = title;
});
chrome.tabs.onRemoved.addListener((id) => {
  delete state.titles[id];
  while (state.open.shift() < id) console.log(state.titles);
});
