export const LATER = { open: 200 };

chrome.tabs.onRemoved.addListener(() => setTimeout(() => console.log('opened'), LATER.open));
