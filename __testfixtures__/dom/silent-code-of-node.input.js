function count() {}
if (typeof window !== 'undefined') window.count = count;
else if (typeof module === 'object') module.exports = count;

if (typeof module !== 'undefined') module.exports = count;
else if (typeof window !== 'undefined') window.count = count;
else self.count = count;

const isOnNode = typeof window !== 'undefined' ? window.process && process.type === 'renderer' : false;
if (typeof window === 'undefined') self.window = self;
chrome.tabs.onCreated.addListener(() => console.log(isOnNode, typeof process));
