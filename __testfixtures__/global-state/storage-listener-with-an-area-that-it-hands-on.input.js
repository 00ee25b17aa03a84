let n = 0;
chrome.tabs.onCreated.addListener(() => {
  n++;
  console.log(n);
});
function onChanged(changes, areaName) { console.log(areaName, Object.keys(changes).length); }
chrome.storage.onChanged.addListener(onChanged);
