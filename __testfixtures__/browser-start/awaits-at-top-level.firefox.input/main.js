const { count } = await browser.storage.local.get({ count: 0 });
browser.browserAction.setBadgeText({ text: String(count) });
