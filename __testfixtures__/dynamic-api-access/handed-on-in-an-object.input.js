start({ api: chrome, log: console.log });
const both = () => ({ old: chrome, other: 1 });
both(), run([chrome], 1), app({ props: { browser } });
const held = { chrome };
held.chrome.tabs.query({}, console.log);
console.log({ chrome });
start({ storage: chrome.storage });
