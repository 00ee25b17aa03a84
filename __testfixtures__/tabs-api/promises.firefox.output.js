async function first() {
  const tab = (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
  await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return [tab, (await browser.tabs.query({ lastFocusedWindow: true })).length];
}
browser.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => console.log(tab), console.error);
first();
