chrome.tabs.onCreated.addListener(() => {
  if (localStorage.mode === 'dark') console.log('dark');
});
