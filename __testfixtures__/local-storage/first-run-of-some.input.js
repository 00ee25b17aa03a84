if (!localStorage.installed) {
  if (Math.random() > 0.5) localStorage.installed = true;
  chrome.tabs.create({ url: 'welcome.html' });
}
chrome.tabs.onCreated.addListener(() => {
  localStorage.count = Number(localStorage.count) + 1;
});
