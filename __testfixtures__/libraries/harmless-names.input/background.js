import type { JQuery } from 'jquery';
chrome.tabs.onCreated.addListener(() => console.log(table(_.chunk([1, 2, 3], 2))));
