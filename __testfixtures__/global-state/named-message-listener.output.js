let on = false;
const stateRestored = chrome.storage.session.get({ on }).then((saved) => {
  on = saved.on;
}).catch(console.error);
chrome.runtime.onMessage.addListener(onMessage);
function onMessage(request, sender, respond) {
  if (request.action === 'set') {
    stateRestored.then(() => {
      set(request.value, respond);
    });
    return true;
  } else if (request.action === 'get') {
    stateRestored.then(() => {
      respond(on);
    });
    return true;
  }
}
function set(value, respond) {
  on = Boolean(value);
  chrome.storage.session.set({ on });
  respond(on);
}
