"use strict";

async function getSettings() {
  return browser.storage.local.get({ parameters: DEFAULT_PARAMETERS, paused: false, stripReferrer: false });
}

/** Adds to the number that the popup shows. */
async function addToTotal(count) {
  const { total } = await browser.storage.local.get({ total: 0 });
  await browser.storage.local.set({ total: total + count });
}
