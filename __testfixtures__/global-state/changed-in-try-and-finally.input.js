let busy = 0;
chrome.tabs.onCreated.addListener(() => {
  busy++;
  try {
    console.log(busy);
  } finally {
    busy--;
  }
});
