function limiter(ms) {
  let last = 0;
  let times = 0;
  return () => {
    if (Date.now() - last < ms) return false;
    last = Date.now();
    times += 1;
    if (times > 100) times = 0;
    return times < 50;
  };
}

const isAllowed = limiter(1000);
const isFew = limiter(2000);
chrome.bookmarks.onCreated.addListener((id, node) => {
  if (isAllowed() && isFew()) chrome.storage.local.set({ [id]: node.title });
});
