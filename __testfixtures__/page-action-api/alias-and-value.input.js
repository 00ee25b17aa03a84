const { pageAction, tabs } = chrome;
const show = pageAction.show;
const { hide } = chrome.pageAction;
tabs.query({}, (all) => all.map(({ id }) => id).forEach(pageAction.show));
pageAction.onClicked.addListener(({ id }) => hide(id));
show(1);
if (window.chrome.pageAction) window.chrome.pageAction["hide"](2);
