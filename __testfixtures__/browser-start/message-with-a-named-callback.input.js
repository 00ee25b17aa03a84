chrome.runtime.sendMessage('ready', answered);

function answered() {
  void chrome.runtime.lastError;
}
