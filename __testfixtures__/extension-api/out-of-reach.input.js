const ext = (window.browser || window.chrome).extension;
const { getURL, ...others } = chrome.extension;
console.log(ext.getURL("a.html"), getURL("b.html"), others);
