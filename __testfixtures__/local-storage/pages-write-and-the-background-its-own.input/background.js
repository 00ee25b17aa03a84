chrome.tabs.onCreated.addListener(() => {
  localStorage.opened = Number(localStorage.opened || 0) + 1;
  if (localStorage.mode === 'dark') console.log(localStorage.opened);
});
