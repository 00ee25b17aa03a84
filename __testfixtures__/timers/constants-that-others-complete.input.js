const overrides = JSON.parse(atob('e30='));
const DELAYS = { open: 100, close: 200, ...overrides };
const NAMED = { open: 100, [overrides.event]: 60000 };

chrome.tabs.onCreated.addListener(() => setTimeout(() => console.log('opened'), DELAYS.open));
chrome.tabs.onMoved.addListener(() => setTimeout(() => console.log('moved'), NAMED.open));

const times = { openSoon: 100, close: 200 };
for (const name of ['Soon', 'Later']) times['open' + name] = overrides[name];
chrome.tabs.onAttached.addListener(() => setTimeout(() => console.log('attached'), times.openSoon));
chrome.tabs.onDetached.addListener(() => setTimeout(() => console.log('detached'), times.close));
