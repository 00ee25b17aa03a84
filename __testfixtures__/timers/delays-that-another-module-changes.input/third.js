export const SOON = { move: 300 };

chrome.tabs.onMoved.addListener(() => setTimeout(() => console.log('moved'), SOON.move));
