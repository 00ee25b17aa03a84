chrome.runtime.onMessage.addListener((rule) => console.log(rules.push(rule), Storage.name));
