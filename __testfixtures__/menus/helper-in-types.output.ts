type Run = (info: chrome.contextMenus.OnClickData, tab?: chrome.tabs.Tab) => void;

const addLink = (id: string, title: string = id): void => {
  chrome.contextMenus.create({ id, title, contexts: ['link'] });
};

chrome.runtime.onInstalled.addListener(() => {
  addLink('open');
  addLink('save', 'Save');
});

const menuHandlers: Record<string, Parameters<typeof chrome.contextMenus.onClicked.addListener>[0]> = {
  open: ({ linkUrl }) => console.log('open', linkUrl),
  save: (info, tab) => console.log('save', info.linkUrl, tab?.id)
};

chrome.contextMenus.onClicked.addListener((info, tab) => {
  const handler = menuHandlers[info.menuItemId];
  if (handler) handler(info, tab);
});
