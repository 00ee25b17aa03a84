const jobs = [];
let current = null;

chrome.runtime.onMessage.addListener((message) => {
  if (message.add) jobs.push({ id: message.id, tries: 0 });
  const job = jobs.find((one) => one.id === message.id);
  if (job) job.tries += 1;
  chrome.browserAction.setBadgeText({ text: String(jobs.length) });
});

chrome.tabs.onCreated.addListener((tab) => {
  if (current && jobs.length > 0) chrome.browserAction.setTitle({ title: String(current === jobs[0]) });
  current = jobs[0];
});
