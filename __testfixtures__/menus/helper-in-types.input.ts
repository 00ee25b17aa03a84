type Run = (info: chrome.contextMenus.OnClickData, tab?: chrome.tabs.Tab) => void;

const addLink = (id: string, run: Run, title: string = id): void => {
  chrome.contextMenus.create({ id, title, contexts: ['link'], onclick: run });
};

addLink('open', ({ linkUrl }) => console.log('open', linkUrl));
addLink('save', (info, tab) => console.log('save', info.linkUrl, tab?.id), 'Save');
