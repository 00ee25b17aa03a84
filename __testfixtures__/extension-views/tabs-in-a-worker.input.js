chrome.extension.getExtensionTabs().forEach((view) => view.reload());
const tabs = chrome.extension.getExtensionTabs;
console.log(tabs);
