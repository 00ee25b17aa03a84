import helpers from './utils.js';

const save = helpers.debounce(() => chrome.action.setTitle({ title: 'saved' }), 2000);

chrome.tabs.onCreated.addListener(() => save());
chrome.tabs.onRemoved.addListener(() => setTimeout(save, helpers.SETTLE));
