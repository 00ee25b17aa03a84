let since = null;
let first;
let opener;

function look(tab) {
  if (since === null) since = Date.now();
  first ??= new Date();
  console.log(Date.now() - since, first.toISOString());
}

chrome.tabs.onCreated.addListener((tab) => {
  if (opener === undefined) opener = tab.url;
  look(tab);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(opener);
});
