// chrome.browserAction.setIcon sets the icon
const help = "Call chrome.browserAction.setIcon({ path })";
console.log(help, `chrome.browserAction.${help}`, { browserAction: 1 });
