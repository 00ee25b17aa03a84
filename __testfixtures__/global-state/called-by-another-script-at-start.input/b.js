chrome.tabs.onCreated.addListener(() => { bump(); });
bump();
