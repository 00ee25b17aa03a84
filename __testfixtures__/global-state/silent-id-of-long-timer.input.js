let reminder;

chrome.tabs.onCreated.addListener(() => {
  clearTimeout(reminder);
  reminder = setTimeout(() => console.log('still there?'), 10 * 60 * 1000);
});
