function escapeDoubleQuotes(text) {
  return text.replace(/"/g, '\\"');
}

function safe(text) {
  return text.replace(/["\\]/g, '\\$&');
}

chrome.runtime.onMessage.addListener((message, { tab }) => {
  chrome.tabs.executeScript(tab.id, { code: `mark("${escapeDoubleQuotes(message.term)}");` });
  chrome.tabs.executeScript(tab.id, { code: 'mark("' + safe(message.term) + '");' });
  chrome.tabs.executeScript(tab.id, { code: `mark('${message.term.replace(/'/g, "\\'")}');` });
  const quoted = addSlashes(message.term);
  chrome.tabs.executeScript(tab.id, { code: `mark("${quoted}");` });
});
