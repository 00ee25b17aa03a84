chrome.tabs.onCreated.addListener(() => {
  if (localStorage.mode === 'dark') console.log(localStorage.colour);
});
