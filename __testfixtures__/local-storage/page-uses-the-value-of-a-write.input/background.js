chrome.tabs.onCreated.addListener(() => {
  console.log(localStorage.dark === 'true', localStorage.limit, localStorage.count);
});
