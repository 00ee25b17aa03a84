console.log(chrome.app.getDetails().version);
