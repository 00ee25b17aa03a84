export const openBookmark = async (id) => {
  const [bookmark] = await browser.bookmarks.get(id);
  await browser.tabs.create({ url: bookmark.url });
};

export const lastVisits = () => browser.history.search({ text: '' });

export const clearNotification = async (id) => {
  await browser.notifications.clear(id);
  browser.notifications.onClosed.removeListener(clearNotification);
};

export const createNotification = async (id, options) => {
  browser.notifications.onClosed.addListener(clearNotification);
  return browser.notifications.create(id, options);
};

export async function save(url) {
  return browser.downloads.download({ url });
}
