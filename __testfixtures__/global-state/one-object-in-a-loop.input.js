let list = [];
chrome.tabs.onCreated.addListener((tab) => {
  const entry = { id: tab.id };
  for (let i = 0; i < 2; i++) list.push(entry);
});
chrome.tabs.onActivated.addListener(() => {
  if (list.length > 0) list[0].id = 0;
  console.log(list);
});
