chrome.runtime.sendMessage({ type: 'started' }, () => chrome.runtime.lastError);
chrome.runtime.sendMessage('started', () => chrome.runtime.lastError);
chrome.tabs.onCreated.addListener(() => chrome.runtime.sendMessage('abcdefghijklmnopabcdefghijklmnop', { type: 'tab' }));
