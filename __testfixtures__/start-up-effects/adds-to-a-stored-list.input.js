async function noteStart() {
  const { log } = await browser.storage.local.get({ log: [] });
  log.push({ kind: "start", at: Date.now() });
  await browser.storage.local.set({ log });
}

noteStart();
