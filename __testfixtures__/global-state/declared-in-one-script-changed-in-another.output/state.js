var seen = 0;
var stateRestored = chrome.storage.session.get({ seen: seen }).then(function(saved) {
  seen = saved.seen;
}).catch(console.error);

function report() {
  console.log(seen);
}
