if (!localStorage.installed) {
  done: {
    if (Math.random() > 0.5) break done;
    chrome.tabs.create({ url: 'welcome.html' });
  }
  localStorage.installed = true;
}
chrome.tabs.onCreated.addListener(() => {
  localStorage.count = Number(localStorage.count) + 1;
});
