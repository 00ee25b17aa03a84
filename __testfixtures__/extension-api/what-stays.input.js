chrome.extension.isAllowedFileSchemeAccess((allowed) => console.log(allowed));
chrome.extension.setUpdateUrlData("a=b");
const views = chrome.extension.getViews;
console.log(views, Object.keys(chrome.extension));
