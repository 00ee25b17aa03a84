async function toggle(tab) {
  const on = await browser.action.isEnabled({ tabId: tab.id });
  if (on) await browser.action.disable(tab.id);
  return browser.action.isEnabled({});
}
toggle({ id: 1 });
