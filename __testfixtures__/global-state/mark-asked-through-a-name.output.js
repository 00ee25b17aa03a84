const jobs = [];
let running = false;
let added = 0;
const stateRestored = chrome.storage.session.get({ added }).then((saved) => {
  added = saved.added;
}).catch(console.error);

function next() {
  const job = jobs.shift();
  running = job !== undefined;
  if (job) job();
}

chrome.runtime.onMessage.addListener(({ text }, sender, sendResponse) => {
  stateRestored.then(() => {
    const isFirst = !running;
    jobs.push(() => {
      chrome.browserAction.setBadgeText({ text });
      setTimeout(next, 900);
    });
    added++;
    chrome.storage.session.set({ added });
    if (isFirst) next();
    sendResponse(added);
  });
  return true;
});
