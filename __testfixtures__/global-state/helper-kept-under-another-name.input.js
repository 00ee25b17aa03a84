let count = 0;
const bump = () => { count++; };
const run = bump;
chrome.tabs.onCreated.addListener(() => { run(); });
chrome.action.onClicked.addListener(() => console.log(count));
