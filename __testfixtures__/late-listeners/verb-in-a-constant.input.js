function log(tab) { console.log(tab.id); }

function apply(on) {
  const verb = on ? "addListener" : "removeListener";
  chrome.tabs.onCreated[verb](log);
}

chrome.storage.local.get({ on: false }, ({ on }) => apply(on));
chrome.storage.onChanged.addListener(({ on }) => apply(on.newValue));
