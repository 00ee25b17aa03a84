browser.pageAction.onClicked.addListener(toggle);
browser.browserAction.onClicked.addListener(toggle);
if (browser.pageAction) browser.pageAction.show(1);
function toggle() {}
