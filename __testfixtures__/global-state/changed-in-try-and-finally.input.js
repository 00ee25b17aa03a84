let steps = 0;
chrome.tabs.onCreated.addListener(() => {
  steps++;
  try {
    console.log(steps);
  } finally {
    steps++;
  }
});
