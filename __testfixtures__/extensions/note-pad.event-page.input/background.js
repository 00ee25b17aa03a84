var LABEL = 'Words';

function describe(words) {
  return LABEL + ': ' + words.join(' ');
}

async function note(word) {
  const { words } = await browser.storage.local.get({ words: [] });
  if (!words.includes(word)) words.push(word);
  await browser.storage.local.set({ words });
  return words;
}

browser.runtime.onInstalled.addListener(() => browser.storage.local.set({ words: ['first'] }));
