const panel = chrome.sidePanel;
const { sidebarAction } = browser;
const hasTts = Boolean(chrome.tts);
if (panel) panel.open({});
sidebarAction?.open();
console.log(hasTts);
