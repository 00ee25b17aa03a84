chrome.app2 = { start() {} };
chrome.app2.start();
const chromeLike = { experimental: { start() {} } };
chromeLike.experimental.start();
function test(browser) { browser.sidebarAction.open(); }
test(chromeLike);
