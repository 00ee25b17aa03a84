if (chrome.extension.getViews) chrome.extension.getViews().forEach((view) => view.update());
const popup = chrome.extension.getViews?.({ type: "popup" });
const open = chrome.runtime.getContexts ? chrome.runtime.getContexts({}) : chrome.extension.getViews();
console.log(popup, open);
