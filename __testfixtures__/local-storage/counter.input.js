chrome.tabs.onCreated.addListener(() => {
  localStorage.opened++;
});
chrome.tabs.onRemoved.addListener(() => {
  localStorage['closed'] -= 1;
  console.log(parseInt(localStorage.opened) + 1);
});
