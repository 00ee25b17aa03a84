window.mode = 'idle';
if (navigator.onLine) window.mode = 'online';
chrome.tabs.onCreated.addListener(() => { window.mode = 'busy'; });
chrome.action.onClicked.addListener(() => console.log(window.mode));
