browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => console.log(tab.url));
