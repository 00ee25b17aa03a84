let loaded = false;
let rules = null;

function rulesFor(list) {
  if (loaded) return rules;
  rules = list.map((rule) => ({ test: new RegExp(rule, 'g') }));
  loaded = true;
  return rules;
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(rulesFor(message.rules).length);
});
