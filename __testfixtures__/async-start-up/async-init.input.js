let rules;

async function init() {
  const { list } = await chrome.storage.local.get('list');
  rules = list;
}
init();

chrome.webNavigation.onCommitted.addListener((details) => {
  if (rules.includes(details.url)) console.log(details.url);
});
