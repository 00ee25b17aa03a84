let n = 0;
chrome.tabs.onUpdated.addListener((id, info, tab) => {
  for (let i = 0; i < 5; i++) {
    n++;
    if (n > 7) return;
  }
  console.log(n);
});
chrome.tabs.onRemoved.addListener(() => {
  for (let i = 0; i < 3; i++) n++;
  while (n > 4) {
    n -= 2;
    if (n === 5) break;
  }
  console.log(n);
});
