let listensToWebNavigationCommitted = false;
let rules = [];

async function onCommitted(details) {
  await startUpDone;
  if (!listensToWebNavigationCommitted) return;
  const rule = rules.find(({ host }) => details.url.includes(host));
  if (rule) chrome.tabs.update(details.tabId, { url: rule.target });
}

chrome.webNavigation.onCommitted.addListener(onCommitted);

function setUp() {
  listensToWebNavigationCommitted = false;
  return chrome.storage.local.get({ rules: [] }).then((items) => {
    rules = items.rules;
    if (rules.length > 0) listensToWebNavigationCommitted = true;
  });
}

chrome.storage.onChanged.addListener(async (changes) => {
  await startUpDone;
  if (changes.rules) setUp();
  if (changes.off?.newValue) listensToWebNavigationCommitted = false;
});
const startUpDone = setUp().catch(console.error);
