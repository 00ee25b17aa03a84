let on = false;
chrome.runtime.onMessage.addListener(onMessage);
function onMessage(request, sender, respond) {
  if (request.action === 'set') {
    set(request.value, respond);
  } else if (request.action === 'get') {
    respond(on);
  }
}
function set(value, respond) {
  on = Boolean(value);
  respond(on);
}
