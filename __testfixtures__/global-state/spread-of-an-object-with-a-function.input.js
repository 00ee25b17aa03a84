let current = {};
chrome.tabs.onCreated.addListener((tab) => {
  let made = { id: tab.id };
  if (tab.active) made = { id: 0 };
  made.show = () => console.log(made.id);
  current = { ...made };
});
chrome.tabs.onActivated.addListener(() => current.show?.());
