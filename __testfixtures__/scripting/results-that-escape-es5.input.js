function read(tabId, callback) {
  chrome.tabs.executeScript(tabId, { file: 'a.js' }, callback);
  chrome.tabs.executeScript(tabId, { file: 'a.js' }, function(results) {
    callback(results);
  });
  chrome.tabs.executeScript(tabId, { file: 'a.js' }, done);
}

function done() {
  console.log('done');
}

chrome.runtime.onMessage.addListener(function(message, sender, answer) {
  read(sender.tab.id, answer);
});
