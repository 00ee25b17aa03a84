let title;
let first;
let ticket;
let size;
let label;
let current = "about:blank";
let nextTicket = 1;
const seen = [];

function labelOf() {
  if (!label) label = size + " of " + current;
  return label;
}

chrome.tabs.onCreated.addListener(({ url }) => {
  if (!title) title = "mine";
  first ??= current;
  ticket ??= nextTicket++;
  size ||= seen.length;
  seen.push(url);
});

chrome.tabs.onUpdated.addListener((tabId, info, tab) => {
  current = tab.url;
  chrome.tabs.sendMessage(tabId, labelOf());
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse([title, first, ticket, size]);
});
