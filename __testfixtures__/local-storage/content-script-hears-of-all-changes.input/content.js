chrome.storage.onChanged.addListener(() => location.reload());
