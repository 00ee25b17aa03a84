import { opened } from './opened/state.js';
import { closed } from './closed/state.js';

chrome.tabs.onActivated.addListener(() => {
  console.log(opened(), closed());
});
