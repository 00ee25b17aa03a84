function* makeIds() {
  let id = 0;
  while (true) yield id++;
}

const ids = makeIds();
const colors = (function* () {
  for (;;) yield* ['red', 'green', 'blue'];
})();
const names = makeNames();
const start = [...makeIdsUpTo(3)];

function* makeIdsUpTo(end) {
  for (let id = 0; id < end; id++) yield id;
}

function makeNames() {
  return new Set();
}

chrome.tabs.onCreated.addListener((tab) => {
  chrome.storage.local.set({ [ids.next().value]: tab.url });
  chrome.browserAction.setBadgeBackgroundColor({ color: colors.next().value });
  for (const id of makeIdsUpTo(3)) console.log(id, start[id], names.has(id));
});
