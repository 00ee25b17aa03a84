function read(tabId, callback) {
  chrome.scripting.executeScript({
    target: { tabId },
    files: ['a.js']
  }, function(results) { return callback(results && results.map(function(one) { return one.result; })); });
  chrome.scripting.executeScript({
    target: { tabId },
    files: ['a.js']
  }, function(results) {
    callback(results && results.map(function(one) { return one.result; }));
  });
  chrome.scripting.executeScript({ target: { tabId }, files: ['a.js'] }, done);
}

function done() {
  console.log('done');
}

chrome.runtime.onMessage.addListener(function(message, sender, answer) {
  read(sender.tab.id, answer);
});
