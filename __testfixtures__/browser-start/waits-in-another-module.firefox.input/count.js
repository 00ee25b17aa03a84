export const { count } = await browser.storage.local.get({ count: 0 });
