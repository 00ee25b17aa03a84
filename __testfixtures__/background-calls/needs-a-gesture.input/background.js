function ask(origin) {
  request([origin]);
}
function request(origins) {
  chrome.permissions.request({ origins });
}
