browser.action.onClicked.addListener((tab, info) => {
  if (info?.button === 1) browser.tabs.remove(tab.id);
});
browser.action.onClicked.addListener((tab, info = {}) => console.log(tab, info.button));
browser.action.onClicked.addListener((tab) => console.log(tab));
