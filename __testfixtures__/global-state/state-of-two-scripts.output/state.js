var enabled = true;
var hosts = [];
var stateRestored = chrome.storage.session.get({ enabled: enabled, hosts: hosts }).then(function(saved) {
  enabled = saved.enabled;
  hosts = saved.hosts;
}).catch(console.error);
