export const load = () => browser.storage.local.get({ rules: [] });
