import browser from 'webextension-polyfill';
browser.tabs.onCreated.addListener((tab) => console.log(tab.id));
