chrome.tabs.onCreated.addListener((tab) => {
  document.body.textContent += tab.id;
  document.getElementById('last').value = tab.title;
  document.getElementById('clipboard').value = tab.title;
  console.log(document.getElementById('clipboard').value);
});
chrome.browserAction.onClicked.addListener(() => {
  console.log(document.body.textContent, document.getElementById('last').value);
});
