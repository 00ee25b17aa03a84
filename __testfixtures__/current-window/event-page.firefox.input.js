browser.tabs.query({ active: true, currentWindow: true });
