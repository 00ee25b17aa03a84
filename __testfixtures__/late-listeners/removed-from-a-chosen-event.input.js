const registered = new Map();

function eventFor(moment) {
  return moment === 'start' ? chrome.webNavigation.onCommitted : chrome.webNavigation.onCompleted;
}

function register(id, moment) {
  const event = eventFor(moment);
  const listener = ({ tabId }) => chrome.tabs.sendMessage(tabId, id);
  event.addListener(listener);
  registered.set(id, () => event.removeListener(listener));
}

chrome.storage.local.get({ moment: 'start' }, ({ moment }) => register('page', moment));
