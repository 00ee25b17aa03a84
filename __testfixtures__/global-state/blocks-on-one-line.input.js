let count = 0;
let last = '';
function a() { count++; }
const b = () => { last = 'b'; count++ };
chrome.tabs.onCreated.addListener(() => { a(); });
chrome.tabs.onRemoved.addListener((id) => { b(); chrome.action.setBadgeText({ text: String(count) }); });
chrome.action.onClicked.addListener(() => { chrome.storage.local.get('x', (items) => { last = items.x; console.log(last); }); });
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => { if (message === 'get') { sendResponse(count); } });
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => { if (message === 'last') sendResponse(last); });
