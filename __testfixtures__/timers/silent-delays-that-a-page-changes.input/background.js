import utils from './utils.js';

chrome.tabs.onRemoved.addListener(() => setTimeout(() => console.log('removed'), utils.second() * 20));
