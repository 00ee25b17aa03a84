const app = { ids: [], start() {} };
const limits = { night: { hours: 8 } };
const log = [{ lines: [] }];

app.start();

chrome.tabs.onCreated.addListener((tab) => {
  const ids = app.ids;
  ids.push(tab.id);
  const { night } = limits;
  night.hours = 9;
  for (const part of log) part.lines.push(tab.id);
});
chrome.browserAction.onClicked.addListener(() => {
  chrome.browserAction.setTitle({ title: JSON.stringify([app.ids, limits.night.hours, log]) });
});
