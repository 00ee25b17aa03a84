if (localStorage.starts !== 'never') {
  localStorage.starts = Number(localStorage.starts) + 1;
}
chrome.tabs.onCreated.addListener(() => {
  localStorage.count = Number(localStorage.count) + 1;
});
