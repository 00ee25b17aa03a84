/** Keeps a note, and tells who asked for it. */
function keep(key, text, done) {
  chrome.storage.local.set({ [key]: text }, () => done("kept"));
}

async function find(key) {
  const items = await new Promise((resolve) => chrome.storage.local.get(key, resolve));
  if (!(key in items)) throw new Error("no note");
  return items[key];
}
