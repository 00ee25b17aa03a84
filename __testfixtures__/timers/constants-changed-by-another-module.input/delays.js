export const DELAYS = { open: 100, close: 200 };

browser.tabs.onCreated.addListener(() => setTimeout(() => console.log("opened"), DELAYS.open));
