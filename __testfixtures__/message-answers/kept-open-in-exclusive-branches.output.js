chrome.runtime.onMessage.addListener(function(request, sender, response) {
  if(request.action === "reload") {
    chrome.tabs.query({}, function(tabs) { console.log(tabs); });
  }
  if(request.action === "store") {
    console.log("storing", request.value);
    chrome.storage.local.set({ value: request.value }, function() {
      response(true);
    });
    return true;
  }
  if(request.action === "now") response(Date.now());
  if(request.action === "get") { chrome.storage.local.get("value", response); return true; }
});
