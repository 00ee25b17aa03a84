let current;

function show() {
  console.log(current.title);
}
chrome.tabs.onCreated.addListener((tab) => {
  current = tab;
  show();
});
