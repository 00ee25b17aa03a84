let title;
let first;
let ticket;
let size;
let label;
let current = "about:blank";
let nextTicket = 1;
const seen = [];
const stateRestored = chrome.storage.session.get({ title: { value: title }, first: { value: first }, ticket: { value: ticket }, size: { value: size }, label: { value: label }, current: { value: current }, nextTicket, seen }).then((saved) => {
  title = saved.title.value;
  first = saved.first.value;
  ticket = saved.ticket.value;
  size = saved.size.value;
  label = saved.label.value;
  current = saved.current.value;
  nextTicket = saved.nextTicket;
  seen.push(...saved.seen.map((value) => value ?? undefined));
}).catch(console.error);

function labelOf() {
  if (!label) {
    label = size + " of " + current;
    chrome.storage.session.set({ label: { value: label } });
  }
  return label;
}

chrome.tabs.onCreated.addListener(async ({ url }) => {
  await stateRestored;
  if (!title) {
    title = "mine";
    chrome.storage.session.set({ title: { value: title } });
  }
  first ??= current;
  ticket ??= nextTicket++;
  size ||= seen.length;
  seen.push(url);
  chrome.storage.session.set({ first: { value: first }, ticket: { value: ticket }, size: { value: size }, nextTicket, seen });
});

chrome.tabs.onUpdated.addListener(async (tabId, info, tab) => {
  await stateRestored;
  current = tab.url;
  chrome.storage.session.set({ current: { value: current } });
  chrome.tabs.sendMessage(tabId, labelOf());
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse([title, first, ticket, size]);
  });
  return true;
});
