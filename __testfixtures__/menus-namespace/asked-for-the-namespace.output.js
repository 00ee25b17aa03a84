if (browser.contextMenus !== undefined && browser.sessions !== undefined) {
  browser.contextMenus.onShown?.addListener(showTabs);
  browser.contextMenus.onHidden?.addListener(function() {
    tabs = [];
  });
}

browser.contextMenus?.onShown?.addListener(() => browser.contextMenus?.refresh?.());
browser.contextMenus?.onHidden?.addListener(showTabs);

if (browser.contextMenus && browser.contextMenus.onShown) browser.contextMenus.onShown.addListener(showTabs);

let tabs = [];

function showTabs() {
  tabs.push('shown');
}
