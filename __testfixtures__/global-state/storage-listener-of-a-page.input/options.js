function restoreOptions() {
  chrome.storage.local.get(null, function(options) {
    document.querySelector('#limit').value = options.limit;
  });
}

document.addEventListener('DOMContentLoaded', restoreOptions);
chrome.storage.onChanged.addListener(restoreOptions);
