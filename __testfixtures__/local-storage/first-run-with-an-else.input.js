if (!localStorage.installed) {
  localStorage.installed = true;
} else {
  chrome.tabs.create({ url: 'again.html' });
}
chrome.tabs.onCreated.addListener(() => {
  localStorage.count = Number(localStorage.count) + 1;
});
