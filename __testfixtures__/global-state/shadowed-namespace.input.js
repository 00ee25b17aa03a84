let n = 0;
chrome.tabs.onCreated.addListener((tab) => {
  n++;
  const chrome = { x: 1 };
  console.log(n, chrome.x);
});
