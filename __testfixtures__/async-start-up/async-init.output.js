let rules;

async function init() {
  const { list } = await chrome.storage.local.get('list');
  rules = list;
}
const rulesLoaded = init().catch(console.error);

chrome.webNavigation.onCommitted.addListener(async (details) => {
  await rulesLoaded;
  if (rules.includes(details.url)) console.log(details.url);
});
