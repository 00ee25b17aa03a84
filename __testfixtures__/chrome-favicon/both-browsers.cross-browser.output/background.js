export const icon = (url) => browser.runtime.id && browser.runtime.getURL(`/_favicon/?pageUrl=${encodeURIComponent(url)}&size=16`);
