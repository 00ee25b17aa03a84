const jobs = [];
let running = false;
let added = 0;

function next() {
  const job = jobs.shift();
  running = job !== undefined;
  if (job) job();
}

chrome.runtime.onMessage.addListener(({ text }, sender, sendResponse) => {
  const isFirst = !running;
  jobs.push(() => {
    chrome.browserAction.setBadgeText({ text });
    setTimeout(next, 900);
  });
  added++;
  if (isFirst) next();
  sendResponse(added);
});
