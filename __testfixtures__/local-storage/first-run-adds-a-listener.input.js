if (!localStorage.installed) {
  localStorage.installed = true;
  chrome.tabs.onUpdated.addListener((id) => console.log(id));
}
chrome.tabs.onCreated.addListener(() => {
  localStorage.count = Number(localStorage.count) + 1;
});
