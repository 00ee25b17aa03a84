const app = { ids: [], start() {} };
const limits = { night: { hours: 8 } };
const log = [{ lines: [] }];
const stateRestored = chrome.storage.session.get({ limits, log, ids: app.ids }).then((saved) => {
  Object.assign(limits, saved.limits);
  log.splice(0, log.length, ...saved.log);
  app.ids = saved.ids;
}).catch(console.error);

app.start();

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  const ids = app.ids;
  ids.push(tab.id);
  chrome.storage.session.set({ ids: app.ids });
  const { night } = limits;
  night.hours = 9;
  chrome.storage.session.set({ limits });
  for (const part of log) part.lines.push(tab.id);
  chrome.storage.session.set({ log });
});
chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  chrome.browserAction.setTitle({ title: JSON.stringify([app.ids, limits.night.hours, log]) });
});
