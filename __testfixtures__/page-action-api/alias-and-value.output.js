const { action: pageAction, tabs } = chrome;
const show = pageAction.enable;
const { disable: hide } = chrome.action;
tabs.query({}, (all) => all.map(({ id }) => id).forEach(pageAction.enable));
pageAction.onClicked.addListener(({ id }) => hide(id));
show(1);
if (window.chrome.action) window.chrome.action["disable"](2);
