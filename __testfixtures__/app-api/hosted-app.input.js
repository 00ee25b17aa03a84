console.log(chrome.app.isInstalled, chrome.app.runningState());
const { getDetails } = chrome.app;
getDetails();
