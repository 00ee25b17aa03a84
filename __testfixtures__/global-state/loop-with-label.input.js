let count = 0;
chrome.tabs.onUpdated.addListener((id, info, tab) => {
  outer: for (const a of [1, 2]) {
    for (const b of [1, 2]) {
      if (a === b) continue outer;
      count++;
    }
  }
  console.log(count);
});
