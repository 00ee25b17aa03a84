function log(tab) {
  console.log(tab.id);
}

function apply(on) {
  let verb = on ? "addListener" : "removeListener";
  if (!navigator.onLine) verb = "removeListener";
  chrome.tabs.onCreated[verb](log);
}

chrome.storage.local.get({ on: false }, ({ on }) => apply(on));
chrome.storage.onChanged.addListener(({ on }) => apply(on.newValue));
