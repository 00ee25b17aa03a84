const known = [];
chrome.tabs.onCreated.addListener((tab) => {
  const entry = { id: tab.id };
  known.push(entry);
  console.log(known.indexOf(entry));
});
chrome.action.onClicked.addListener(() => console.log(known.length));
