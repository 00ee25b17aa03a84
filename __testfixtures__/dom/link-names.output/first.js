const homeAddress = chrome.runtime.getURL('one.html');
let home = { hostname: '' };
try {
  home = new URL(homeAddress, location.origin);
} catch {
  // What is no address has no parts.
}

chrome.tabs.onCreated.addListener(() => console.log(home.hostname));
