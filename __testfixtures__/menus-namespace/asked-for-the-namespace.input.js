if (browser.menus !== undefined && browser.sessions !== undefined) {
  browser.menus.onShown.addListener(showTabs);
  browser.menus.onHidden.addListener(function() {
    tabs = [];
  });
}

browser.menus?.onShown.addListener(() => browser.menus?.refresh());
browser.menus?.onHidden?.addListener(showTabs);

if (browser.menus && browser.menus.onShown) browser.menus.onShown.addListener(showTabs);

let tabs = [];

function showTabs() {
  tabs.push('shown');
}
