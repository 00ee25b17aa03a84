let count = 0;
const seen = [];
const names = {};

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => message === 'count' && sendResponse(++count));
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => message.id && (seen.push(message.id), sendResponse({
  seen,
  names,
})));
chrome.runtime.onMessage.addListener(message => message === 'add' && count++);
chrome.runtime.onMessage.addListener((message) => remember(message));

function remember({ id, name }) {
  if (id) names[id] = name;
}
