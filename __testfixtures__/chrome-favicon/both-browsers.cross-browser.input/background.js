export const icon = (url) => browser.runtime.id && `chrome://favicon/${url}`;
