export const options = await browser.storage.local.get();
