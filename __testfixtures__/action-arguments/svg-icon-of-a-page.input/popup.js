chrome.action.setIcon({ path: 'on.svg' });
